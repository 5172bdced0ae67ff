// SPDX-License-Identifier: MIT
#include "ui/fakereader.h"
#include "ui/format/connectionwords.h"
#include "ui/format/conversationwords.h"
#include "ui/format/errorwords.h"
#include "ui/format/reasonwords.h"
#include "ui/format/safetext.h"
#include "ui/format/timewords.h"

#include <QTest>
#include <QTextBoundaryFinder>

using namespace textback;
using namespace Qt::StringLiterals;
using textback::test::makeSummary;
using textback::test::minutesAgo;

/// What a person reads: times, reasons, failures, states, and texts from strangers.
class FormatTest : public QObject {
    Q_OBJECT

private slots:
    void times();
    void spans_data();
    void spans();
    void everyReasonHasItsWords();
    void everyErrorHasASentence();
    void banners_data();
    void banners();
    void noticesComeAfterTroubleAndBeforeTheMode();
    void eachNoticeHasASentence();
    void badges_data();
    void badges();
    void f04AnUnknownTextIsBeingChecked();
    void f13ALandlineIsNamed();
    void f51SingleLines_data();
    void f51SingleLines();
    void f51Bodies();
    void f50PortionsEndBetweenLetters();
    void f54Links_data();
    void f54Links();
    void emoji_data();
    void emoji();

private:
    TimeWords m_times{QTimeZone("America/Detroit"), QLocale(QLocale::English, QLocale::UnitedStates)};
    UtcTime m_now = minutesAgo(0);
};

void FormatTest::times()
{
    // Monday, 23 November 2026, 10:00 in Detroit.
    QCOMPARE(m_times.inList(m_now, m_now), u"10:00 AM"_s);
    QCOMPARE(m_times.inList(minutesAgo(11 * 60), m_now), u"Yesterday"_s);
    QCOMPARE(m_times.inList(minutesAgo(3 * 24 * 60), m_now), u"Fri"_s);
    QCOMPARE(m_times.inList(minutesAgo(20 * 24 * 60), m_now), u"Nov 3"_s);
    QCOMPARE(m_times.inList(minutesAgo(400 * 24 * 60), m_now), u"Oct 19, 2025"_s);
    QCOMPARE(m_times.clockWithSeconds(minutesAgo(0.5)), u"9:59:30 AM"_s);
    QCOMPARE(m_times.day(minutesAgo(3 * 24 * 60), m_now), u"Friday"_s);
    QCOMPARE(m_times.day(minutesAgo(20 * 24 * 60), m_now), u"Tue, Nov 3"_s);
    QCOMPARE(m_times.moment(minutesAgo(-24 * 60), m_now), u"10:00 AM tomorrow"_s);
    QCOMPARE(m_times.full(m_now), u"Monday, November 23, 2026, 10:00:00 AM (EST)"_s);
    // Midnight of the business, not of UTC.
    QVERIFY(m_times.sameDay(minutesAgo(9 * 60), m_now));
    QVERIFY(!m_times.sameDay(minutesAgo(10 * 60 + 1), m_now));
    QCOMPARE(TimeWords::forZone(u"No/Where"_s).clock(m_now), TimeWords().clock(m_now));
}

void FormatTest::spans_data()
{
    QTest::addColumn<qint64>("millis");
    QTest::addColumn<QString>("words");
    QTest::newRow("below zero") << qint64(-5) << u"0 s"_s;
    QTest::newRow("rounded") << qint64(5600) << u"6 s"_s;
    QTest::newRow("a minute") << qint64(60000) << u"1 min"_s;
    QTest::newRow("minutes") << qint64(94000) << u"1 min 34 s"_s;
    QTest::newRow("hours") << qint64(3840000) << u"1 h 4 min"_s;
    QTest::newRow("days") << qint64(49 * 3600000) << u"2 d"_s;
}

void FormatTest::spans()
{
    QFETCH(qint64, millis);
    QTEST(TimeWords::span(Millis(millis)), "words");
}

void FormatTest::everyReasonHasItsWords()
{
    QSet<QString> badges;
    for (int i = 0; i <= int(DecisionReason::AccountRefused); ++i) {
        const auto reason = DecisionReason(i);
        const QString badge = ReasonWords::inBadge(reason);
        QVERIFY2(!badge.isEmpty() && badge.size() <= 20, qPrintable(badge));
        badges.insert(badge);
        const QString sentence = ReasonWords::sentence(reason);
        QVERIFY2(sentence.endsWith(u'.'), qPrintable(sentence));
        QVERIFY2(!sentence.contains(toString(reason) + u'.') || !toString(reason).contains(u'-'), "a code in a sentence");
    }
    QCOMPARE(badges.size(), int(DecisionReason::AccountRefused) + 1);
}

void FormatTest::everyErrorHasASentence()
{
    for (int i = 0; i <= int(ErrorKind::Cancelled); ++i) {
        const QString sentence = ErrorWords::sentence(Error{ErrorKind(i), u"GET /x 500 trace"_s, {}, 500, {}});
        QVERIFY2(sentence.endsWith(u'.'), qPrintable(sentence));
        QVERIFY(!sentence.contains("trace"_L1));
    }
    QVERIFY(ErrorWords::failedText(u"30006"_s, {}).contains("landline"_L1));
    QVERIFY(ErrorWords::failedText(u"99999"_s, u"<b>odd</b>"_s).contains("<b>odd</b>"_L1));
    QVERIFY(!ErrorWords::failedText({}, {}).isEmpty());
}

void FormatTest::banners_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("mode");
    QTest::addColumn<bool>("waits");
    QTest::addColumn<QString>("begin");
    using Kind = ConnectionState::Kind;
    QTest::newRow("online") << int(Kind::Online) << int(Mode::On) << false << QString();
    QTest::newRow("connecting") << int(Kind::Connecting) << int(Mode::On) << false << QString();
    QTest::newRow("watch") << int(Kind::Online) << int(Mode::Watch) << false << u"Watching only"_s;
    QTest::newRow("off") << int(Kind::Online) << int(Mode::Off) << false << u"Automatic texts are off"_s;
    QTest::newRow("trouble before the mode") << int(Kind::SignedOut) << int(Mode::Watch) << false << u"Your phone provider needs"_s;
    QTest::newRow("offline") << int(Kind::Offline) << int(Mode::On) << true
                             << u"No internet. Missed calls will be handled when it is back. Next try in 12 s."_s;
    QTest::newRow("offline, due") << int(Kind::Offline) << int(Mode::On) << false
                                  << u"No internet. Missed calls will be handled when it is back. Trying again now."_s;
    QTest::newRow("slowed") << int(Kind::RateLimited) << int(Mode::On) << true << u"The provider asks us to slow down. Going on in 12 s."_s;
    QTest::newRow("down") << int(Kind::ProviderDown) << int(Mode::On) << false << u"Your phone provider has trouble"_s;
    QTest::newRow("refused") << int(Kind::Refused) << int(Mode::On) << false << u"Your provider refused to send: “account closed”"_s;
    QTest::newRow("keychain") << int(Kind::KeychainLocked) << int(Mode::On) << false << u"Waiting for your computer's keychain"_s;
    QTest::newRow("disk") << int(Kind::StorageTrouble) << int(Mode::On) << false << u"The database cannot be written"_s;
    QTest::newRow("not set up") << int(Kind::NotSetUp) << int(Mode::Watch) << false << u"No phone provider"_s;
}

void FormatTest::banners()
{
    QFETCH(int, kind);
    QFETCH(int, mode);
    QFETCH(bool, waits);
    QFETCH(QString, begin);
    ConnectionState state;
    state.kind = ConnectionState::Kind(kind);
    state.error = Error{ErrorKind::Rejected, u"account closed"_s, {}, 403, {}};
    if (waits)
        state.nextTry = m_now + Millis(12000);
    const QList<BannerWords> banners = BannerList::banners(state, {}, Mode(mode), TimeWords(), m_now);
    QCOMPARE(!banners.isEmpty(), !begin.isEmpty());
    if (!banners.isEmpty())
        QVERIFY2(banners[0].text.startsWith(begin), qPrintable(banners[0].text));
    QVERIFY(!ConnectionWords::shortState(state).isEmpty());
    QVERIFY(ConnectionWords::statusLine(state, m_now).endsWith(u'.'));
}

void FormatTest::noticesComeAfterTroubleAndBeforeTheMode()
{
    ConnectionState state;
    state.kind = ConnectionState::Kind::Offline;
    Notice away;
    away.kind = Notice::Kind::Away;
    away.from = m_now - Millis(3600000);
    away.until = m_now;
    away.count = 3;
    const QList<BannerWords> banners = BannerList::banners(state, {away}, Mode::Watch, TimeWords(QTimeZone::utc()), m_now);
    QCOMPARE(banners.size(), 3);
    QVERIFY(banners[0].text.startsWith("No internet"_L1));
    QVERIFY2(banners[1].text.contains("3 missed call"_L1), qPrintable(banners[1].text));
    QVERIFY(banners[1].action == BannerAction::ShowAway);
    QVERIFY(banners[1].dismisses == Notice::Kind::Away);
    QVERIFY(banners[2].text.startsWith("Watching only"_L1));
}

void FormatTest::eachNoticeHasASentence()
{
    for (int kind = 0; kind <= int(Notice::Kind::NoBackup); ++kind) {
        Notice notice;
        notice.kind = Notice::Kind(kind);
        if (notice.kind == Notice::Kind::Trap)
            notice.trap = TrapFinding();
        const BannerWords words = BannerList::ofNotice(notice, TimeWords(QTimeZone::utc()), m_now);
        QVERIFY(words.text.endsWith(u'.'));
        QCOMPARE(words.dismisses.has_value(), notice.isDismissible());
        QVERIFY(!toString(notice.kind).isEmpty());
    }
}

void FormatTest::badges_data()
{
    QTest::addColumn<ConversationSummary>("row");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("tone");
    const auto with = [](std::optional<DecisionReason> reason, std::optional<OutboxState> outbox, std::optional<Millis> after,
                         std::optional<UtcTime> notBefore = {}) {
        ConversationSummary row = makeSummary(1, {}, u"+13135550131"_s, 0);
        row.missedCall = MissedCallOutcome{CallId{1}, minutesAgo(1), reason, outbox, notBefore, after};
        return row;
    };
    ConversationSummary plain = makeSummary(1, {}, u"+13135550131"_s, 0);
    QTest::newRow("nothing") << plain << QString() << 0;
    plain.optedOut = true;
    QTest::newRow("opted out") << plain << u"Opted out (STOP)"_s << int(BadgeTone::Muted);
    ConversationSummary doubted = with({}, OutboxState::Accepted, Millis(6100));
    doubted.doubt = u"stop by"_s;
    QTest::newRow("may want no more texts") << doubted << u"No more texts?"_s << int(BadgeTone::Warn);
    ConversationSummary urgent = doubted;
    urgent.alert = AlertKind::Danger;
    QTest::newRow("danger") << urgent << u"Urgent · danger"_s << int(BadgeTone::Danger);
    urgent.alert = AlertKind::UrgentWord;
    QTest::newRow("asks for help") << urgent << u"Urgent · asks for help"_s << int(BadgeTone::Danger);
    urgent.alert = AlertKind::SecondCall;
    QTest::newRow("called again") << urgent << u"Urgent · called again"_s << int(BadgeTone::Danger);
    urgent.alert = AlertKind::Waiting;
    QTest::newRow("still waiting") << urgent << u"Urgent · still waiting"_s << int(BadgeTone::Danger);
    QTest::newRow("unconfirmed") << with({}, OutboxState::Unconfirmed, {}) << u"Text not confirmed"_s << int(BadgeTone::Danger);
    QTest::newRow("failed") << with({}, OutboxState::Failed, {}) << u"Missed call · text failed"_s << int(BadgeTone::Danger);
    QTest::newRow("landline") << with(DecisionReason::Landline, {}, {}) << u"Missed call · not texted: landline"_s << int(BadgeTone::Warn);
    QTest::newRow("cool-down") << with(DecisionReason::CoolDown, {}, {}) << u"Missed call · not texted: texted before"_s
                               << int(BadgeTone::Muted);
    QTest::newRow("waiting") << with({}, OutboxState::Queued, {}, minutesAgo(-0.1)) << u"Texting in 6 s…"_s << int(BadgeTone::Info);
    QTest::newRow("due") << with({}, OutboxState::Queued, {}, minutesAgo(0)) << u"Texting…"_s << int(BadgeTone::Info);
    QTest::newRow("just due") << with({}, OutboxState::Queued, {}, minutesAgo(0.1)) << u"Texting…"_s << int(BadgeTone::Info);
    QTest::newRow("kept back") << with({}, OutboxState::Queued, {}, minutesAgo(0.5)) << u"Missed call · text is waiting"_s
                               << int(BadgeTone::Info);
    QTest::newRow("held, kept back") << with({}, OutboxState::Held, {}, minutesAgo(60)) << u"Missed call · text is waiting"_s
                                     << int(BadgeTone::Info);
    QTest::newRow("sent") << with({}, OutboxState::Accepted, Millis(6100)) << u"Missed call · texted in 6 s"_s << int(BadgeTone::Ok);
    ConversationSummary lost = with({}, OutboxState::Accepted, Millis(6100));
    lost.missedCall->delivery = DeliveryStatus::Undelivered;
    ConversationSummary snoozed = with({}, OutboxState::Accepted, Millis(6100));
    snoozed.snoozedUntil = minutesAgo(-60);
    QTest::newRow("snoozed over texted") << snoozed << u"Snoozed to 4:00 PM"_s << int(BadgeTone::Muted);
    snoozed.missedCall.reset();
    snoozed.snoozedUntil = minutesAgo(-(2 * 24 + 17) * 60);
    QTest::newRow("snoozed to a weekday") << snoozed << u"Snoozed to Thu 8:00 AM"_s << int(BadgeTone::Muted);
    snoozed.optedOut = true;
    snoozed.snoozedUntil = minutesAgo(-10 * 24 * 60);
    QTest::newRow("snoozed far, opted out") << snoozed << u"Snoozed to Dec 3, 3:00 PM"_s << int(BadgeTone::Muted);
    ConversationSummary hidden = with({}, OutboxState::Unconfirmed, {});
    hidden.snoozedUntil = minutesAgo(-60);
    QTest::newRow("a problem stands over the snooze") << hidden << u"Text not confirmed"_s << int(BadgeTone::Danger);
    hidden.doubt = u"stop by"_s;
    QTest::newRow("so does a question") << hidden << u"No more texts?"_s << int(BadgeTone::Warn);
    ConversationSummary both = with({}, {}, {});
    both.optedOut = true;
    QTest::newRow("missed and opted out") << both << u"Opted out (STOP)"_s << int(BadgeTone::Muted);
    QTest::newRow("did not arrive") << lost << u"Missed call · text did not arrive"_s << int(BadgeTone::Danger);
}

void FormatTest::badges()
{
    QFETCH(ConversationSummary, row);
    QFETCH(QString, text);
    QFETCH(int, tone);
    const auto badge = ConversationWords::badge(row, TimeWords(QTimeZone::utc()), m_now);
    QCOMPARE(badge ? badge->text : QString(), text);
    QCOMPARE(ConversationWords::hasBadge(row), badge.has_value());
    if (badge)
        QCOMPARE(int(badge->tone), tone);
}

void FormatTest::f04AnUnknownTextIsBeingChecked()
{
    ConversationSummary row = makeSummary(1, {}, u"+13135550131"_s, 0);
    row.missedCall = MissedCallOutcome{CallId{1}, minutesAgo(1), std::nullopt, OutboxState::Unknown, std::nullopt, std::nullopt};
    const auto badge = ConversationWords::badge(row, TimeWords(QTimeZone::utc()), m_now);
    QVERIFY(badge);
    QCOMPARE(badge->text, u"Missed call · checking the text"_s);
    QCOMPARE(int(badge->tone), int(BadgeTone::Info)); // no alarm before anything is known
}

void FormatTest::f13ALandlineIsNamed()
{
    // Refused by the provider, or known before: the row says which kind of number it is, and asks for a call.
    for (const std::optional<OutboxState> outbox : {std::optional(OutboxState::Failed), std::optional<OutboxState>()}) {
        ConversationSummary row = makeSummary(1, {}, u"+13135550131"_s, 0);
        row.missedCall = MissedCallOutcome{CallId{1}, minutesAgo(1), DecisionReason::Landline, outbox, std::nullopt, std::nullopt};
        const auto badge = ConversationWords::badge(row, TimeWords(QTimeZone::utc()), m_now);
        QVERIFY(badge);
        QCOMPARE(badge->text, u"Missed call · not texted: landline"_s);
        QCOMPARE(int(badge->tone), int(BadgeTone::Warn));
    }
    QVERIFY(ReasonWords::sentence(DecisionReason::Landline).contains("Call back"_L1));
    for (const char *code : {"30006", "21614", "21635"}) {
        const QString sentence = ErrorWords::failedText(QString::fromLatin1(code), u"told by the provider"_s);
        QVERIFY2(sentence.contains("landline"_L1) && sentence.contains("Call"_L1), qPrintable(sentence));
    }
}

void FormatTest::f51SingleLines_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("line");
    QTest::newRow("line breaks") << u"one\r\n two\n\nthree"_s << u"one two three"_s;
    QTest::newRow("right to left override") << u"photo\u202Egnp.exe"_s << u"photognp.exe"_s;
    QTest::newRow("isolates and marks") << u"\u2066a\u2069\u200E\u061Cb"_s << u"ab"_s;
    QTest::newRow("no width") << u"a\u200Bb\uFEFFc"_s << u"abc"_s;
    QTest::newRow("markup stays as it is") << u"a < b and c > d <img src=x>"_s << u"a < b and c > d <img src=x>"_s;
    QTest::newRow("family emoji stays one") << u"👨‍👩‍👧"_s << u"👨‍👩‍👧"_s;
    QTest::newRow("storm") << u"e"_s + QString(40, QChar(0x0301)) << u"e"_s + QString(8, QChar(0x0301));
    const QString marks(8, QChar(0x0301));
    QTest::newRow("storm around what shows nothing") << u"e"_s + marks + QChar(0x200B) + marks + QChar(0x2069) + marks << u"e"_s + marks;
    QTest::newRow("every direction mark") << u"a\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\u200E\u200F\u061Cb"_s << u"ab"_s;
    QTest::newRow("every mark without width")
        << u"a\u200B\u200C\u2060\u2061\u2064\u206A\u206F\uFEFF\u00AD\u034F\u180E\u115F\u3164\uFFA0\uFFF9b"_s << u"ab"_s;
    QTest::newRow("joiner between letters") << u"a\u200Db"_s << u"ab"_s;
    QTest::newRow("hidden tags") << u"pay\U000E0041\U000E0042 me"_s << u"pay me"_s;
    QTest::newRow("tags of a flag stay") << u"\U0001F3F4\U000E0067\U000E0062\U000E007F"_s << u"\U0001F3F4\U000E0067\U000E0062\U000E007F"_s;
    QTest::newRow("line and paragraph separators") << u"a\u2028b\u2029c\u0085d\ve"_s << u"a b c d e"_s;
    QTest::newRow("lone surrogate") << u"a"_s + QChar(0xD83D) + u"b"_s << u"a\uFFFDb"_s;
    QTest::newRow("rainbow and family") << u"🏳️‍🌈👩‍🔧"_s << u"🏳️‍🌈👩‍🔧"_s;
    QTest::newRow("accents of a language stay") << u"Zażółć gęślą, Việt, हिन्दी"_s << u"Zażółć gęślą, Việt, हिन्दी"_s;
    QTest::newRow("nul") << QString(QChar(u'a')) + QChar(0) + QChar(u'b') << u"a b"_s;
}

void FormatTest::f51SingleLines()
{
    QFETCH(QString, text);
    QTEST(singleLine(text), "line");
}

void FormatTest::f50PortionsEndBetweenLetters()
{
    const QString woman = u"👩‍🔧"_s; // five code units, one letter
    for (const QString &text : {woman.repeated(3000), u"👍🏽"_s.repeated(3000), (u"e"_s + QString(3, QChar(0x0301))).repeated(3000)}) {
        QString together;
        for (qsizetype start = 0; start < text.size();) {
            const qsizetype end = portionEnd(text, start);
            QVERIFY(end > start && end - start <= drawnBodyLength);
            QTextBoundaryFinder letters(QTextBoundaryFinder::Grapheme, text);
            letters.setPosition(end);
            QVERIFY(letters.isAtBoundary());
            together += text.mid(start, end - start);
            start = end;
        }
        QCOMPARE(together, text);
    }
    // Between words where there are some, but not in the middle of a line end.
    QCOMPARE(portionEnd(u"x"_s.repeated(3990) + u" yyyyyyyyyyyyyyyyyyyyyyyy"_s, 0), 3991);
    QCOMPARE(portionEnd(u"x"_s.repeated(3999) + u"\r\nyyyyyy"_s, 0), 3999);
    QCOMPARE(portionEnd(u"short"_s, 0), 5);
    // Emoji are slow to draw, and so come in smaller portions.
    QCOMPARE(portionEnd(u"👍"_s.repeated(3000), 0), 1000);
    // A letter that never ends is cut somewhere.
    QCOMPARE(portionEnd(u"e"_s + QString(9000, QChar(0x0301)), 0), 4000);
}

void FormatTest::f51Bodies()
{
    QCOMPARE(bodyText(u"plain\nlines"_s), u"plain\nlines"_s);
    const QString turned = bodyText(u"x \u202E y \u2069 z"_s);
    QCOMPARE(turned.front(), QChar(0x2068));
    QCOMPARE(turned.back(), QChar(0x2069));
    QCOMPARE(turned.count(QChar(0x2069)), 1);
    const QString marks(8, QChar(0x0301));
    QCOMPARE(bodyText(u"e"_s + marks + QChar(0x2069) + marks + QChar(0) + marks), u"e"_s + marks);
    // What a body opens, it closes: three isolates of ours and its own, whatever order.
    const QString opened = bodyText(u"\u2067\u2066x"_s);
    QCOMPARE(opened.count(QChar(0x2069)), 3);
    QVERIFY(opened.endsWith(u"x\u2069\u2069\u2069"_s));
    // A paragraph's end would close the isolate before the marks that follow.
    QCOMPARE(bodyText(u"a\r\nb\rc\u2029d\u0085e\u001Cf\vg"_s), u"a\nb\nc\nd\ne\nf\ng"_s);
    QVERIFY(bodyText(u"\u202Ea\u2029\u202Eb"_s).startsWith(QChar(0x2068)) && !bodyText(u"\u202Ea\u2029b"_s).contains(QChar(0x2029)));
    QCOMPARE(bodyText(u"e"_s + QString(40, QChar(0x0301)) + u"f"_s), u"e"_s + QString(8, QChar(0x0301)) + u"f"_s);
    QCOMPARE(bodyText(u"شكرا"_s), u"\u2068شكرا\u2069"_s);
    QCOMPARE(bodyText(u"a < b and c > d <img src=x> &amp;"_s), u"a < b and c > d <img src=x> &amp;"_s);
    QCOMPARE(bodyText(QString(5000, u'a')).size(), drawnBodyLength);
    QCOMPARE(bodyText(QString(5000, u'a'), 0).size(), 5000);
    QVERIFY(!bodyText(QString(3999, u'a') + u"🎉"_s).back().isHighSurrogate());
}

void FormatTest::f54Links_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("targets");
    QTest::newRow("https") << u"see https://example.com/a?b=1."_s << QStringList{u"example.com"_s};
    QTest::newRow("www") << u"www.example.com, ok"_s << QStringList{u"www.example.com"_s};
    QTest::newRow("tel") << u"call tel:+13135550131"_s << QStringList{u"+13135550131"_s};
    QTest::newRow("look-alike host is shown encoded") << u"https://аpple.com/"_s << QStringList{u"xn--pple-43d.com"_s};
    QTest::newRow("user before the host") << u"https://apple.com@evil.example/"_s << QStringList{};
    QTest::newRow("script") << u"javascript:alert(1) file:///etc/passwd data:text/html,x"_s << QStringList{};
    QTest::newRow("brackets") << u"(https://example.com/x)"_s << QStringList{u"example.com"_s};
    QTest::newRow("none") << u"9.30 at main.st"_s << QStringList{};
    // Every scheme that is not a link, and what only looks like one that is.
    QTest::newRow("schemes")
        << u"ftp://a.example sftp://a.example smb://host/share \\\\host\\share mailto:a@b.example sms:+1313 ms-settings:x "
           "intent://x vbscript:x blob:https-x about:blank chrome://x ldap://x ssh://x http:/ http:// https:///x"_s
        << QStringList{};
    QTest::newRow("tel without a number") << u"tel: tel:abc TEL:+"_s << QStringList{};
    QTest::newRow("capitals") << u"HTTPS://EXAMPLE.COM/A Tel:+13135550131"_s << QStringList{u"example.com"_s, u"+13135550131"_s};
    QTest::newRow("scheme inside a word is the host's") << u"xhttps://example.com"_s << QStringList{u"example.com"_s};
    QTest::newRow("host before a host") << u"https://apple.com.evil.example/apple.com"_s << QStringList{u"apple.com.evil.example"_s};
    QTest::newRow("backslash") << u"https://apple.com\\@evil.example/ https://evil.example\\.apple.com/"_s << QStringList{};
    QTest::newRow("port") << u"https://example.com:8443/x"_s << QStringList{u"example.com"_s};
    QTest::newRow("address") << u"http://127.0.0.1/ http://[::1]/"_s << QStringList{u"127.0.0.1"_s, u"::1"_s};
    // Letters that look like others: what is shown is what will be asked for.
    QTest::newRow("greek") << u"https://gοοgle.com/"_s << QStringList{u"xn--ggle-0nda.com"_s};
    QTest::newRow("umlaut") << u"https://bücher.example/"_s << QStringList{u"xn--bcher-kva.example"_s};
    QTest::newRow("full width is folded") << u"https://ｅｘａｍｐｌｅ.com/"_s << QStringList{u"example.com"_s};
    QTest::newRow("ideographic stop is a dot") << u"https://apple.com。evil.example/"_s << QStringList{u"apple.com.evil.example"_s};
    QTest::newRow("no width inside the host") << u"https://exa\u200Bmple.com/"_s << QStringList{u"example.com"_s};
    QTest::newRow("override ends a link") << u"https://example.com/\u202Egnp.exe"_s << QStringList{u"example.com"_s};
    QTest::newRow("a hundred at most") << u"www.a.example "_s.repeated(5000) << QStringList(100, u"www.a.example"_s);
    QTest::newRow("no link of any length") << u"https://example.com/"_s + QString(3000, u'x') << QStringList{};
    QTest::newRow("brackets without end") << u"https://example.com/"_s + QString(1900, u')') << QStringList{u"example.com"_s};
}

void FormatTest::f54Links()
{
    QFETCH(QString, text);
    QStringList targets;
    for (const TextLink &link : findLinks(text)) {
        QVERIFY(mayOpen(link.url));
        QVERIFY(link.start + link.length <= text.size());
        targets.append(linkTarget(link.url));
    }
    QTEST(targets, "targets");
}

void FormatTest::emoji_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("large");
    QTest::newRow("one") << u"👍"_s << true;
    QTest::newRow("with skin") << u"👍🏽"_s << true;
    QTest::newRow("three") << u"🎉🎉🎉"_s << true;
    QTest::newRow("four") << u"🎉🎉🎉🎉"_s << false;
    QTest::newRow("digits") << u"123"_s << false;
    QTest::newRow("with words") << u"ok 👍"_s << false;
    QTest::newRow("empty") << QString() << false;
}

void FormatTest::emoji()
{
    QFETCH(QString, text);
    QTEST(isEmojiOnly(text), "large");
}

QTEST_GUILESS_MAIN(FormatTest)
#include "tst_format.moc"
