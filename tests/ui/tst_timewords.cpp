// SPDX-License-Identifier: MIT
#include "ui/format/timewords.h"

#include <QDateTime>
#include <QTest>

using namespace textback;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A moment at which a zone's clocks are set, with the offsets from UTC around it.
struct Change {
    const char *utc;
    Millis before;
    Millis after;
};

struct Zone {
    const char *name;
    Change spring;
    Change autumn;
};

constexpr Millis halfHour = std::chrono::minutes(30);

// Written down from the laws of 2026, not from the library under test.
const Zone zones[] = {
    {"America/New_York", {"2026-03-08T07:00:00Z", -5h, -4h}, {"2026-11-01T06:00:00Z", -4h, -5h}},
    {"America/Los_Angeles", {"2026-03-08T10:00:00Z", -8h, -7h}, {"2026-11-01T09:00:00Z", -7h, -8h}},
    {"America/Anchorage", {"2026-03-08T11:00:00Z", -9h, -8h}, {"2026-11-01T10:00:00Z", -8h, -9h}},
    {"America/St_Johns",
     {"2026-03-08T05:30:00Z", -3h - halfHour, -2h - halfHour},
     {"2026-11-01T04:30:00Z", -2h - halfHour, -3h - halfHour}},
    {"Europe/London", {"2026-03-29T01:00:00Z", 0h, 1h}, {"2026-10-25T01:00:00Z", 1h, 0h}},
    {"Australia/Lord_Howe", {"2026-10-03T15:30:00Z", 10h + halfHour, 11h}, {"2026-04-04T15:00:00Z", 11h, 10h + halfHour}},
};

UtcTime utc(const QString &iso)
{
    return fromUnixMillis(QDateTime::fromString(iso, Qt::ISODate).toMSecsSinceEpoch());
}

/// What the clock on the wall shows: counted by hand, without a zone.
QDateTime onTheWall(UtcTime at, Millis offset)
{
    return QDateTime::fromMSecsSinceEpoch(toUnixMillis(at + offset), QTimeZone::utc());
}

/// 24 hours and no words, so that it can be read back.
TimeWords wordsFor(const char *zone)
{
    return TimeWords(QTimeZone(zone), QLocale(QLocale::English, QLocale::UnitedKingdom));
}

} // namespace

/// Times in the business's own zone on the days on which clocks are set, and days at their borders.
class TimeWordsTest : public QObject {
    Q_OBJECT

private slots:
    void f29EveryMinuteOfBothDays_data();
    void f29EveryMinuteOfBothDays();
    void f29AgesKnowNoZone();
    void f31DaysBeginAtTheBusinesssMidnight_data();
    void f31DaysBeginAtTheBusinesssMidnight();
    void f31TheTwentyNinthOfFebruary();
};

void TimeWordsTest::f29EveryMinuteOfBothDays_data()
{
    QTest::addColumn<int>("zone");
    QTest::addColumn<bool>("spring");
    for (int i = 0; i < int(std::size(zones)); ++i) {
        QTest::addRow("%s, spring", zones[i].name) << i << true;
        QTest::addRow("%s, autumn", zones[i].name) << i << false;
    }
}

/// From a day before to a day after, each minute of UTC has one reading of the clock; an hour that does not exist is never shown, one that comes
/// twice is shown twice, and the days are those of the zone though one has 23 hours and the other 25.
void TimeWordsTest::f29EveryMinuteOfBothDays()
{
    QFETCH(int, zone);
    QFETCH(bool, spring);
    const Change &change = spring ? zones[zone].spring : zones[zone].autumn;
    const UtcTime moment = utc(QString::fromLatin1(change.utc));
    const TimeWords words = wordsFor(zones[zone].name);
    const QDate today = onTheWall(moment, change.after).date();
    for (UtcTime at = moment - 24h; at <= moment + 24h; at += 1min) {
        const QDateTime expected = onTheWall(at, at < moment ? change.before : change.after);
        const QString shown = words.clockWithSeconds(at + 7s);
        QVERIFY2(shown == expected.time().addSecs(7).toString(u"HH:mm:ss"_s), qPrintable(expected.toString(Qt::ISODate) + u": "_s + shown));
        QCOMPARE(words.clock(at), expected.time().toString(u"HH:mm"_s));
        QVERIFY2(words.sameDay(at, moment) == (expected.date() == today), qPrintable(expected.toString(Qt::ISODate)));
        const qint64 ahead = today.daysTo(expected.date());
        const QString label = ahead == 0 ? u"Today"_s : ahead == -1 ? u"Yesterday"_s : QString();
        if (!label.isEmpty())
            QCOMPARE(words.day(at, moment), label);
    }
}

/// A call that ended an hour before the clocks went back or forward is an hour old, not two and not none.
void TimeWordsTest::f29AgesKnowNoZone()
{
    for (const Zone &zone : zones) {
        for (const Change &change : {zone.spring, zone.autumn}) {
            const UtcTime moment = utc(QString::fromLatin1(change.utc));
            const UtcTime ended = moment - 30min;
            const UtcTime now = moment + 30min;
            QCOMPARE((now - ended).count(), qint64(3600000));
            QCOMPARE(TimeWords::span(now - ended), u"1 h"_s);
            // The clocks on the wall would give another answer.
            const TimeWords words = wordsFor(zone.name);
            const auto minutes = [&words](UtcTime at) {
                return QTime::fromString(words.clock(at), u"HH:mm"_s).msecsSinceStartOfDay() / 60000;
            };
            const int onTheWall = (minutes(now) - minutes(ended) + 24 * 60) % (24 * 60);
            QCOMPARE(onTheWall, int((now - ended + change.after - change.before).count() / 60000));
        }
    }
}

void TimeWordsTest::f31DaysBeginAtTheBusinesssMidnight_data()
{
    QTest::addColumn<QString>("midnight"); // UTC
    QTest::addColumn<QString>("zone");
    QTest::newRow("Detroit, winter") << u"2026-01-15T05:00:00Z"_s << u"America/Detroit"_s;
    QTest::newRow("Detroit, summer") << u"2026-07-15T04:00:00Z"_s << u"America/Detroit"_s;
    QTest::newRow("Honolulu") << u"2026-07-15T10:00:00Z"_s << u"Pacific/Honolulu"_s;
    QTest::newRow("Kathmandu") << u"2026-07-14T18:15:00Z"_s << u"Asia/Kathmandu"_s;
    QTest::newRow("new year") << u"2027-01-01T05:00:00Z"_s << u"America/Detroit"_s;
}

void TimeWordsTest::f31DaysBeginAtTheBusinesssMidnight()
{
    QFETCH(QString, midnight);
    QFETCH(QString, zone);
    const TimeWords words(QTimeZone(zone.toUtf8()), QLocale(QLocale::English, QLocale::UnitedStates));
    const UtcTime begin = utc(midnight);
    QCOMPARE(words.clock(begin), u"12:00 AM"_s);
    QCOMPARE(words.clock(begin - 1ms), u"11:59 PM"_s);
    // A day has its first millisecond and not the next day's.
    QVERIFY(!words.sameDay(begin - 1ms, begin));
    QVERIFY(words.sameDay(begin, begin + 24h - 1ms));
    QVERIFY(!words.sameDay(begin, begin + 24h));
    QCOMPARE(words.day(begin, begin), u"Today"_s);
    QCOMPARE(words.day(begin - 1ms, begin), u"Yesterday"_s);
    QCOMPARE(words.day(begin - 24h, begin), u"Yesterday"_s);
    QVERIFY(words.day(begin - 24h - 1ms, begin) != u"Yesterday"_s);
    QCOMPARE(words.inList(begin - 1ms, begin), u"Yesterday"_s);
    QCOMPARE(words.inList(begin, begin), u"12:00 AM"_s);
    QCOMPARE(words.moment(begin, begin - 1ms), u"12:00 AM tomorrow"_s);
    QCOMPARE(words.moment(begin - 1ms, begin), u"yesterday, 11:59 PM"_s);
}

void TimeWordsTest::f31TheTwentyNinthOfFebruary()
{
    const TimeWords words(QTimeZone("America/Detroit"), QLocale(QLocale::English, QLocale::UnitedStates));
    const UtcTime noon = utc(u"2028-02-29T17:00:00Z"_s);
    QCOMPARE(words.day(noon, noon), u"Today"_s);
    QCOMPARE(words.day(noon - 24h, noon), u"Yesterday"_s); // the 28th
    QCOMPARE(words.day(noon, noon + 24h), u"Yesterday"_s); // from 1 March
    QCOMPARE(words.day(noon, noon + 48h), u"Tuesday"_s);
    QCOMPARE(words.inList(noon, noon + 24h * 20), u"Feb 29"_s);
    QCOMPARE(words.inList(noon, noon + 24h * 365), u"Feb 29, 2028"_s); // 28 February of a year that has no 29th
    QVERIFY(words.sameDay(noon, noon + 11h + 59min));
    QVERIFY(!words.sameDay(noon, noon + 12h));
    // A year without one goes from the 28th to the 1st.
    const UtcTime last = utc(u"2027-02-28T17:00:00Z"_s);
    QCOMPARE(words.day(last, last + 24h), u"Yesterday"_s);
    QCOMPARE(words.inList(last + 24h, last + 24h * 20), u"Mar 1"_s);
}

QTEST_GUILESS_MAIN(TimeWordsTest)
#include "tst_timewords.moc"
