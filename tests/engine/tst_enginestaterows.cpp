// SPDX-License-Identifier: MIT
#include "domain/ports/consentstore.h"
#include "engine/engineharness.h"
#include "engine/inboxdesk.h"

#include <QTest>

#include <algorithm>

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Script = FakeProvider::SendScript;

namespace {

const QString &caller = maria;

QString number(int i)
{
    return u"+1313223%1"_s.arg(2000 + i);
}

/// How far a delivery has come; the last words are equal among each other.
int rank(const QString &status)
{
    if (status == u"sent"_s)
        return 1;
    if (status == u"delivered"_s)
        return 2;
    return status == u"undelivered"_s || status == u"failed"_s ? 3 : 0;
}

} // namespace

/// The rows of faults.md 3 about consent, delivery, callers and clocks, word by word.
class TestEngineStateRows : public QObject {
    Q_OBJECT

private slots:
    void f12StopWhileTheTextWaits_data();
    void f12StopWhileTheTextWaits();
    void f12StopBeforeTheOneResend_data();
    void f12StopBeforeTheOneResend();
    void f12StopAndStartTakeTurns();
    void f14ReportsInAnyOrder();
    void f14NoResendAfterUndelivered_data();
    void f14NoResendAfterUndelivered();
    void f15NeitherTextNorOutboxRow();
    void f28JumpsAtEveryStep_data();
    void f28JumpsAtEveryStep();
    void f28AfterAJumpBothListsComeFirst_data();
    void f28AfterAJumpBothListsComeFirst();
    void f28CoolDownGoesByTheProvidersClock_data();
    void f28CoolDownGoesByTheProvidersClock();
    void f28AgeGoesByTheProvidersClock_data();
    void f28AgeGoesByTheProvidersClock();
};

void TestEngineStateRows::f12StopWhileTheTextWaits_data()
{
    QTest::addColumn<QString>("word");
    for (const char *word : {"STOP", "Unsubscribe", "stop please", " Stop. ", "OPTOUT"})
        QTest::newRow(word) << QString::fromLatin1(word);
}

/// A STOP at each second of a waiting text's life: what is seen before the text leaves keeps it, at the last re-check at the latest.
void TestEngineStateRows::f12StopWhileTheTextWaits()
{
    QFETCH(QString, word);
    int kept = 0;
    int late = 0;
    for (int at = 0; at <= 26; at += 2) {
        EngineHarness h;
        h.settings.rules.sendDelaySeconds = 20;
        h.startWatching();
        bool knownWhenSent = false;
        h.provider.onSend = [&](const SendRequest &request) {
            knownWhenSent = knownWhenSent || *h.store->consent().isOptedOut(request.to);
        };
        h.provider.addMissedCall(caller);
        h.run(std::chrono::seconds(at));
        const bool gone = !h.provider.sends.empty();
        h.provider.addReply(caller, word);
        h.run(1min);
        QVERIFY(!knownWhenSent);
        QVERIFY(*h.store->consent().isOptedOut(*PhoneNumber::parse(caller)));
        if (h.provider.sends.empty()) {
            ++kept;
            QCOMPARE(h.decision(caller), u"skip opted-out"_s);
            QCOMPARE(h.outbox(caller), u"skipped"_s);
            QCOMPARE(h.cell(u"SELECT status FROM messages WHERE incoming = 0"_s), u"cancelled"_s);
        } else {
            ++late;
            QVERIFY2(gone || at >= 8, qPrintable(QString::number(at))); // the message list is read every ten seconds
            QCOMPARE(h.outbox(caller), u"accepted"_s);
        }
    }
    QVERIFY2(kept >= 4 && late >= 1, qPrintable(u"%1 kept, %2 sent"_s.arg(kept).arg(late)));
}

void TestEngineStateRows::f12StopBeforeTheOneResend_data()
{
    QTest::addColumn<int>("at"); // seconds after the first attempt
    for (const int at : {1, 5, 15, 25})
        QTest::addRow("%d s", at) << at;
}

void TestEngineStateRows::f12StopBeforeTheOneResend()
{
    QFETCH(int, at);
    EngineHarness h;
    h.startWatching();
    h.provider.scripts = {Script::unknown(false)};
    h.provider.addMissedCall(caller);
    while (h.provider.sends.empty())
        h.run(50ms);
    h.run(std::chrono::seconds(at));
    h.provider.addReply(caller, u"STOP"_s);
    h.run(5min);
    QCOMPARE(static_cast<int>(h.provider.sends.size()), 1);
    QCOMPARE(h.decision(caller), u"skip opted-out"_s);
    QCOMPARE(h.outbox(caller), u"skipped"_s);
}

void TestEngineStateRows::f12StopAndStartTakeTurns()
{
    EngineHarness h;
    h.startWatching();
    const QList<std::pair<QString, bool>> words = {{u"STOP"_s, true},         {u"START"_s, false},      {u"unsubscribe"_s, true},
                                                   {u"UNSTOP"_s, false},      {u"stop please"_s, true}, {u"Yes"_s, false},
                                                   {u"No heat here"_s, false}};
    for (int i = 0; i < words.size(); ++i) {
        h.provider.addReply(caller, words[i].first);
        h.run(12s);
        QCOMPARE((*h.store->conversation(h.conversation(caller)))->optedOut, words[i].second);
        const int before = h.provider.textsTo(caller);
        h.provider.addMissedCall(caller);
        h.run(20s);
        QCOMPARE(h.decision(caller), words[i].second ? u"skip opted-out"_s : u"send open"_s);
        QCOMPARE(h.provider.textsTo(caller), before + (words[i].second ? 0 : 1));
        h.beOff(25h);
    }
}

/// Every order of the provider's words about one text: what is shown never falls back.
void TestEngineStateRows::f14ReportsInAnyOrder()
{
    const std::map<QString, DeliveryStatus> statuses = {{u"sent"_s, DeliveryStatus::Sent},
                                                        {u"delivered"_s, DeliveryStatus::Delivered},
                                                        {u"undelivered"_s, DeliveryStatus::Undelivered},
                                                        {u"failed"_s, DeliveryStatus::Failed}};
    QStringList order = {u"delivered"_s, u"failed"_s, u"sent"_s, u"undelivered"_s}; // sorted: the first permutation
    EngineHarness h;
    h.startWatching();
    int round = 0;
    do {
        const QString to = number(round++);
        h.provider.addMissedCall(to);
        h.run(10s);
        const QString id = h.provider.lastText()->message.providerMessageId;
        const QString told = u"SELECT status FROM messages WHERE provider_message_id = '%1'"_s.arg(id);
        int highest = rank(h.cell(told));
        QString lastWord;
        for (const QString &status : order) {
            h.provider.setDelivery(id, statuses.at(status), u"30005"_s);
            h.run(11s);
            const QString shown = h.cell(told);
            QVERIFY2(rank(shown) >= highest && rank(shown) >= rank(status), qPrintable(order.join(u' ') + u": "_s + shown));
            highest = rank(shown);
            if (!lastWord.isEmpty())
                QCOMPARE(shown, lastWord);
            if (highest == 3)
                lastWord = shown;
        }
        QVERIFY((*h.store->conversation(h.conversation(to)))->needsReply);
        QCOMPARE(h.outbox(to), u"accepted"_s);
        QCOMPARE(h.provider.textsTo(to), 1);
    } while (std::next_permutation(order.begin(), order.end()));
    QCOMPARE(round, 24);
}

void TestEngineStateRows::f14NoResendAfterUndelivered_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("undelivered") << int(DeliveryStatus::Undelivered);
    QTest::newRow("failed") << int(DeliveryStatus::Failed);
}

void TestEngineStateRows::f14NoResendAfterUndelivered()
{
    QFETCH(int, status);
    EngineHarness h;
    h.startWatching();
    h.provider.addMissedCall(caller);
    h.run(10s);
    const QString id = h.provider.lastText()->message.providerMessageId;
    h.provider.setDelivery(id, DeliveryStatus::Delivered);
    h.run(10s);
    h.engine->inbox()->markRead(h.conversation(caller));
    h.provider.setDelivery(id, DeliveryStatus(status), u"30003"_s);
    h.run(10s);
    QCOMPARE(h.cell(u"SELECT status, error_code FROM messages"_s), toString(DeliveryStatus(status)) + u" 30003"_s);
    const auto summary = *h.store->conversation(h.conversation(caller));
    QVERIFY(summary->needsReply);
    QVERIFY(summary->missedCall && summary->missedCall->delivery == DeliveryStatus(status)); // the list says that it did not arrive
    h.run(1h);
    h.restart();
    h.run(1h);
    QCOMPARE(static_cast<int>(h.provider.sends.size()), 1);
    // A person may.
    h.engine->messages()->sendAgain(h.lastMessage(caller));
    h.run(10s);
    QCOMPARE(h.provider.textsTo(caller), 2);
}

void TestEngineStateRows::f15NeitherTextNorOutboxRow()
{
    const QList<std::pair<QString, QString>> callers = {
        {u"anonymous"_s, u"withheld"_s},        {u"Restricted"_s, u"withheld"_s},      {QString(), u"withheld"_s},
        {u"+266696687"_s, u"withheld"_s},       {u"+7378742833"_s, u"withheld"_s},     {u"+86282452253"_s, u"withheld"_s},
        {u"32665"_s, u"short-code"_s},          {u"911"_s, u"short-code"_s},           {u"112"_s, u"short-code"_s},
        {u"+13132230100"_s, u"own-number"_s},   {u"client:desk"_s, u"not-a-number"_s}, {u"sip:desk@example.com"_s, u"not-a-number"_s},
        {u"+18002345678"_s, u"toll-free"_s},    {u"+19002345678"_s, u"premium"_s},     {u"+442079460018"_s, u"foreign"_s},
        {u"+13135550142"_s, u"not-a-number"_s},
    };
    EngineHarness h;
    h.startWatching();
    for (const auto &[from, reason] : callers) {
        h.provider.addMissedCall(from);
        h.run(15s);
        QCOMPARE(from + u": "_s + h.cell(u"SELECT verdict, reason FROM decisions ORDER BY call DESC LIMIT 1"_s),
                 from + u": skip "_s + reason);
    }
    QCOMPARE(h.cell(u"SELECT count(*) FROM decisions"_s).toInt(), int(callers.size()));
    QCOMPARE(h.cell(u"SELECT count(*) FROM outbox"_s), u"0"_s);
    QCOMPARE(static_cast<int>(h.provider.sends.size()), 0);
}

void TestEngineStateRows::f28JumpsAtEveryStep_data()
{
    QTest::addColumn<qint64>("jump");
    QTest::newRow("a day on") << qint64(86400000);
    QTest::newRow("a day back") << qint64(-86400000);
    QTest::newRow("three minutes on") << qint64(180000);
    QTest::newRow("three minutes back") << qint64(-180000);
}

/// The PC's clock jumps at each step of a text, also of one whose answer got lost: one text, at the usual time, and never one that left after
/// the jump without both lists having been read again.
void TestEngineStateRows::f28JumpsAtEveryStep()
{
    QFETCH(qint64, jump);
    EngineHarness h;
    h.startWatching();
    h.run(10s);
    int callPolls = 0;
    int messagePolls = 0;
    bool stale = false;
    h.provider.onSend = [&](const SendRequest &) {
        stale = stale || h.provider.callPolls <= callPolls || h.provider.messagePolls <= messagePolls;
    };
    int i = 0;
    for (const bool lost : {false, true}) {
        for (int at = 0; at <= (lost ? 40000 : 8000); at += lost ? 2500 : 500) {
            const QString from = number(i++);
            if (lost)
                h.provider.scripts = {Script::unknown(false)};
            h.provider.addMissedCall(from);
            h.run(Millis(at));
            h.time.jumpWall(Millis(jump));
            callPolls = h.provider.callPolls;
            messagePolls = h.provider.messagePolls;
            h.run(90s);
            const QString when = u"%1 after %2 ms, %3"_s.arg(from).arg(at).arg(lost ? u"lost"_s : u"heard"_s);
            QVERIFY2(!stale, qPrintable(when));
            QVERIFY2(h.provider.textsTo(from) == 1, qPrintable(when));
            QVERIFY2(h.outbox(from) == u"accepted"_s, qPrintable(when));
            QVERIFY2(h.decision(from) == u"send open"_s, qPrintable(when));
            const int after = h.cell(u"SELECT after_call_end FROM outbox WHERE to_number = '%1'"_s.arg(from)).toInt();
            QVERIFY2(after > 0 && after < (lost ? 60000 : 25000), qPrintable(when + u": %1"_s.arg(after)));
            callPolls = messagePolls = 0;
        }
    }
}

void TestEngineStateRows::f28AfterAJumpBothListsComeFirst_data()
{
    QTest::addColumn<qint64>("jump");
    QTest::addColumn<bool>("messagesFail"); // else the call log
    for (const qint64 jump : {86400000, -86400000, 130000, -130000}) {
        QTest::addRow("%+d s, message list", int(jump / 1000)) << jump << true;
        QTest::addRow("%+d s, call log", int(jump / 1000)) << jump << false;
    }
}

/// What was known before the jump is stale: nothing leaves while one of the lists cannot be read, though the other one can.
void TestEngineStateRows::f28AfterAJumpBothListsComeFirst()
{
    QFETCH(qint64, jump);
    QFETCH(bool, messagesFail);
    EngineHarness h;
    h.settings.rules.sendDelaySeconds = 30;
    h.startWatching();
    h.provider.addMissedCall(caller);
    h.run(28s);
    QCOMPARE(h.outbox(caller), u"queued"_s);
    h.time.jumpWall(Millis(jump));
    std::optional<Error> &trouble = messagesFail ? h.provider.messagesError : h.provider.callsError;
    trouble = Error{ErrorKind::Server, {}, {}, 503, {}};
    if (messagesFail)
        h.provider.addReply(caller, u"STOP"_s);
    else
        h.provider.addCallTo(caller);
    h.run(2min);
    QCOMPARE(static_cast<int>(h.provider.sends.size()), 0);
    QCOMPARE(h.outbox(caller), u"queued"_s);
    trouble.reset();
    h.run(2min);
    QCOMPARE(static_cast<int>(h.provider.sends.size()), 0);
    QCOMPARE(h.decision(caller), messagesFail ? u"skip opted-out"_s : u"skip called-back"_s);
}

void TestEngineStateRows::f28CoolDownGoesByTheProvidersClock_data()
{
    QTest::addColumn<qint64>("jump");
    QTest::addColumn<bool>("restarted");
    for (const qint64 hours : {30, -30}) {
        for (const bool restarted : {false, true})
            QTest::addRow("%+d h%s", int(hours), restarted ? ", program started anew" : "") << hours * 3600000 << restarted;
    }
}

void TestEngineStateRows::f28CoolDownGoesByTheProvidersClock()
{
    QFETCH(qint64, jump);
    QFETCH(bool, restarted);
    EngineHarness h;
    h.startWatching();
    h.provider.addMissedCall(caller);
    h.run(20s);
    h.time.jumpWall(Millis(jump));
    if (restarted)
        h.restart();
    h.run(30min);
    h.provider.addMissedCall(caller);
    h.run(30s);
    QCOMPARE(h.decision(caller), u"skip cool-down"_s);
    h.beOff(23h);
    h.provider.addMissedCall(caller);
    h.run(30s);
    QCOMPARE(h.decision(caller), u"skip cool-down"_s);
    h.beOff(31min);
    h.provider.addMissedCall(caller);
    h.run(30s);
    QCOMPARE(h.decision(caller), u"send open"_s);
    QCOMPARE(h.provider.textsTo(caller), 2);
}

void TestEngineStateRows::f28AgeGoesByTheProvidersClock_data()
{
    QTest::addColumn<qint64>("jump");
    QTest::newRow("on") << qint64(86400000);
    QTest::newRow("back") << qint64(-86400000);
}

/// A text that is kept back for too long is dropped, and one that is not is sent, whatever the PC's clock says.
void TestEngineStateRows::f28AgeGoesByTheProvidersClock()
{
    QFETCH(qint64, jump);
    EngineHarness h;
    h.startWatching();
    h.provider.sendScript = [](const SendRequest &) { return Script::notAccepted(ErrorKind::Network); };
    h.provider.addMissedCall(caller);
    h.run(30s);
    h.time.jumpWall(Millis(jump));
    h.run(9min);
    QCOMPARE(h.outbox(caller), u"queued"_s);
    h.run(90s);
    QCOMPARE(h.decision(caller), u"skip too-old"_s);
}

QTEST_GUILESS_MAIN(TestEngineStateRows)
#include "tst_enginestaterows.moc"
