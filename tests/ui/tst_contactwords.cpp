// SPDX-License-Identifier: MIT
#include "ui/contact/consentwords.h"
#include "ui/contact/jobdialog.h"
#include "ui/format/outlookwords.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace textback;

namespace {

constexpr UtcTime now = fromUnixMillis(1795446000000); // Monday, 23 November 2026, 15:00 UTC

} // namespace

/// What the contact panel says, and reads of what a person types.
class TestContactWords : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void outlooks_data()
    {
        QTest::addColumn<Decision>("decision");
        QTest::addColumn<int>("hours"); // until the next one; 0: nothing
        QTest::addColumn<QString>("allowed");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("now") << Decision::send(SendRule::Open, now) << 0 << u"Allowed"_s << u"A missed call would be texted now."_s;
        QTest::newRow("at night") << Decision::hold(SendRule::Closed, DecisionReason::HeldQuietHours, now + 17h) << 0
                                  << u"Allowed, from 8:00 AM tomorrow"_s << u"A missed call would be texted when quiet hours end."_s;
        QTest::newRow("a second call") << Decision::send(SendRule::SecondCall, now) << 24 << u"Only the text for a second call"_s
                                       << u"A missed call would be texted now."_s;
        QTest::newRow("texted before") << Decision::skip(DecisionReason::CoolDown) << 3 << u"Not now: texted before"_s
                                       << u"A missed call would get no text now: this caller got an automatic text a short while ago. "
                                          "Write yourself if something is open."_s;
        QTest::newRow("landline") << Decision::skip(DecisionReason::Landline) << 0 << u"No: landline"_s
                                  << u"A missed call would get no text now: this is a landline. Call back instead."_s;
    }

    void outlooks()
    {
        QFETCH(Decision, decision);
        QFETCH(int, hours);
        const TimeWords times(QTimeZone::utc());
        TextOutlook outlook{decision, std::nullopt};
        if (hours > 0)
            outlook.next = now + hours * 1h;
        QTEST(OutlookWords::allowed(outlook, times, now), "allowed");
        QTEST(OutlookWords::sentence(outlook), "sentence");
        QCOMPARE(OutlookWords::next(outlook, times, now).isEmpty(), hours == 0);
        if (hours == 3)
            QCOMPARE(OutlookWords::next(outlook, times, now), u"after 6:00 PM"_s);
    }

    void amounts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("cents"); // -1: none
        QTest::addColumn<QString>("shown");
        QTest::newRow("whole") << u"480"_s << qint64(48000) << u"$480"_s;
        QTest::newRow("dollar sign") << u" $480 "_s << qint64(48000) << u"$480"_s;
        QTest::newRow("cents") << u"480.5"_s << qint64(48050) << u"$480.50"_s;
        QTest::newRow("one cent") << u"0.01"_s << qint64(1) << u"$0.01"_s;
        QTest::newRow("thousands") << u"1,234,567.89"_s << qint64(123456789) << u"$1,234,567.89"_s;
        QTest::newRow("a comma for cents") << u"480,50"_s << qint64(-1) << QString();
        QTest::newRow("negative") << u"-5"_s << qint64(-1) << QString();
        QTest::newRow("words") << u"lots"_s << qint64(-1) << QString();
        QTest::newRow("three decimals") << u"1.234"_s << qint64(-1) << QString();
    }

    void amounts()
    {
        QFETCH(QString, text);
        QFETCH(qint64, cents);
        QFETCH(QString, shown);
        const std::optional<qint64> read = jobAmountFrom(text);
        QCOMPARE(read.value_or(-1), cents);
        if (read)
            QCOMPARE(jobAmount(*read), shown);
    }

    void proofs_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("evidence");
        QTest::addColumn<QString>("told");
        QTest::newRow("their text") << u"text"_s << u"STOP"_s << u"They wrote: “STOP”"_s;
        QTest::newRow("the provider") << u"provider"_s << u"21610"_s << u"Your phone provider said so (21610)."_s;
        QTest::newRow("by phone") << u"manual"_s << ConsentWords::stored(ConsentChannel::Phone, QDate(2026, 11, 20), {})
                                  << u"By phone, Friday, November 20, 2026"_s;
        QTest::newRow("with words") << u"manual"_s << ConsentWords::stored(ConsentChannel::Other, QDate(2026, 11, 20), u" by\nfax "_s)
                                    << u"Another way, Friday, November 20, 2026: by fax"_s;
        QTest::newRow("an answered doubt") << u"manual"_s << u"please no more"_s << u"Noted by hand: please no more"_s;
    }

    void proofs()
    {
        QFETCH(QString, source);
        QFETCH(QString, evidence);
        QFETCH(QString, told);
        const ContactConsent consent{true, now, source, evidence};
        QCOMPARE(ConsentWords::proof(consent, TimeWords(QTimeZone::utc())).section(u'\n', 0, 0), told);
    }
};

QTEST_GUILESS_MAIN(TestContactWords)
#include "tst_contactwords.moc"
