// SPDX-License-Identifier: MIT
#include "domain/hours/opentime.h"

#include <QDateTime>
#include <QtTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace textback;

namespace {

UtcTime local(const QString &text, const QTimeZone &zone)
{
    QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    time.setTimeZone(zone);
    return fromUnixMillis(time.toMSecsSinceEpoch());
}

BusinessHours eightToFive()
{
    BusinessHours hours;
    hours.weekly = WeeklyHours{};
    for (int weekday = 0; weekday < 5; ++weekday)
        (*hours.weekly)[size_t(weekday)] = {{8 * 60, 12 * 60}, {13 * 60, 17 * 60}};
    return hours;
}

} // namespace

/// How much open time lies between two moments.
class TestOpenTime : public QObject {
    Q_OBJECT

private slots:
    void between_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("until");
        QTest::addColumn<int>("seconds");
        QTest::newRow("within an interval") << u"2026-11-23T10:00:00"_s << u"2026-11-23T10:00:30"_s << 30;
        QTest::newRow("over lunch") << u"2026-11-23T11:30:00"_s << u"2026-11-23T13:15:00"_s << 45 * 60;
        QTest::newRow("at lunch") << u"2026-11-23T12:00:00"_s << u"2026-11-23T13:00:00"_s << 0;
        QTest::newRow("overnight") << u"2026-11-23T16:50:00"_s << u"2026-11-24T08:05:00"_s << 15 * 60;
        QTest::newRow("over the weekend") << u"2026-11-20T16:59:59"_s << u"2026-11-23T08:00:01"_s << 2;
        QTest::newRow("over Thanksgiving") << u"2026-11-25T16:00:00"_s << u"2026-11-27T09:00:00"_s << 2 * 60 * 60;
        QTest::newRow("a week") << u"2026-11-09T00:00:00"_s << u"2026-11-16T00:00:00"_s << 4 * 8 * 60 * 60;
        QTest::newRow("no time") << u"2026-11-23T10:00:00"_s << u"2026-11-23T10:00:00"_s << 0;
        QTest::newRow("backwards") << u"2026-11-23T10:00:01"_s << u"2026-11-23T10:00:00"_s << 0;
    }

    void between()
    {
        QFETCH(QString, from);
        QFETCH(QString, until);
        QFETCH(int, seconds);
        const QTimeZone zone("America/Detroit");
        BusinessHours hours = eightToFive();
        hours.usFederalHolidays = true; // Veterans Day, too: 11 November
        QCOMPARE(openTimeBetween(local(from, zone), local(until, zone), hours, zone), Millis(std::chrono::seconds(seconds)));
    }

    void alwaysOpen()
    {
        const QTimeZone zone("America/Detroit");
        BusinessHours hours;
        const UtcTime from = local(u"2026-10-31T12:00:00"_s, zone);
        const UtcTime until = local(u"2026-11-01T12:00:00"_s, zone);
        QCOMPARE(openTimeBetween(from, until, hours, zone), Millis(std::chrono::hours(25))); // the clock was set back
        hours.holidays = {{QString(), 0, 11, 1}};
        QCOMPARE(openTimeBetween(from, until, hours, zone), Millis(std::chrono::hours(12)));
    }

    void nightShiftOverTheClockChange_data()
    {
        QTest::addColumn<QString>("day");
        QTest::addColumn<int>("hours");
        QTest::newRow("ordinary") << u"2026-10-24"_s << 8;
        QTest::newRow("set back") << u"2026-10-31"_s << 9;
        QTest::newRow("set forward") << u"2026-03-07"_s << 7;
    }

    void nightShiftOverTheClockChange()
    {
        QFETCH(QString, day);
        QFETCH(int, hours);
        const QTimeZone zone("America/Detroit");
        BusinessHours shift;
        shift.weekly = WeeklyHours{};
        (*shift.weekly)[5] = {{22 * 60, 30 * 60}};
        const UtcTime noon = local(day + u"T12:00:00"_s, zone);
        QCOMPARE(openTimeBetween(noon, noon + std::chrono::hours(24), shift, zone), Millis(std::chrono::hours(hours)));
    }

    /// The reverse of afterOpenTime, and the sum of its parts.
    void agreesWithAfterOpenTime()
    {
        std::mt19937 random(7);
        const QTimeZone zone("America/Detroit");
        BusinessHours hours = eightToFive();
        (*hours.weekly)[5] = {{22 * 60, 30 * 60}};
        hours.usFederalHolidays = true;
        const UtcTime begin = local(u"2026-10-25T00:00:00"_s, zone);
        for (int round = 0; round < 300; ++round) {
            const UtcTime from = begin + std::chrono::seconds(random() % (14 * 24 * 3600));
            const Millis span = std::chrono::seconds(1 + random() % (20 * 3600));
            const UtcTime until = afterOpenTime(from, span, hours, zone);
            QCOMPARE(openTimeBetween(from, until, hours, zone), span);
            const UtcTime middle = from + (until - from) / 3;
            QCOMPARE(openTimeBetween(from, middle, hours, zone) + openTimeBetween(middle, until, hours, zone), span);
        }
    }
};

QTEST_APPLESS_MAIN(TestOpenTime)
#include "tst_opentime.moc"
