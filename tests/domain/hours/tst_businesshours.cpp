// SPDX-License-Identifier: MIT
#include "domain/hours/businesshours.h"
#include "domain/hours/localtime.h"
#include "domain/hours/walltext.h"

#include <QSet>
#include <QTest>

#include <vector>

using namespace textback;
using namespace Qt::StringLiterals;
using test::at;
using test::everyDay;
using test::wallText;
using test::weekdays;

namespace {

/// What a clock shows, to the minute, as one number: 2026-07-06 08:15.
qint64 shown(const QDateTime &time)
{
    return time.date().toJulianDay() * 10000 + time.time().hour() * 100 + time.time().minute();
}

/// The open minutes of the wall clock around a date, written down one by one: the same hours on every day, none begin on `holiday`. Knows
/// neither zones nor intervals in minutes.
QSet<qint64> openMinutes(const QStringList &times, QDate around, QDate holiday)
{
    QSet<qint64> open;
    for (QDate date = around.addDays(-2); date <= around.addDays(3); date = date.addDays(1)) {
        if (date == holiday)
            continue;
        for (qsizetype i = 0; i + 1 < times.size(); i += 2) {
            QDateTime minute(date, QTime::fromString(times[i], u"HH:mm"_s), Qt::UTC);
            const bool wholeDay = times[i + 1] == "24:00"_L1;
            const QTime last = wholeDay ? QTime(0, 0) : QTime::fromString(times[i + 1], u"HH:mm"_s);
            do {
                open.insert(shown(minute));
                minute = minute.addSecs(60);
            } while (minute.time() != last);
        }
    }
    return open;
}

} // namespace

class TestBusinessHours : public QObject {
    Q_OBJECT

private slots:
    void x13LunchBreak_data()
    {
        QTest::addColumn<QString>("wall");
        QTest::addColumn<OpenState>("state");
        QTest::addColumn<QString>("next");
        // 2026-07-06 is a Monday.
        QTest::newRow("before") << u"2026-07-06 07:59:59.999"_s << OpenState::Closed << u"2026-07-06 08:00:00.000"_s;
        QTest::newRow("opens") << u"2026-07-06 08:00"_s << OpenState::Open << u"2026-07-06 13:00:00.000"_s;
        QTest::newRow("morning's end") << u"2026-07-06 11:59:59.999"_s << OpenState::Open << u"2026-07-06 13:00:00.000"_s;
        QTest::newRow("lunch") << u"2026-07-06 12:00"_s << OpenState::Closed << u"2026-07-06 13:00:00.000"_s;
        QTest::newRow("lunch's end") << u"2026-07-06 12:59:59.999"_s << OpenState::Closed << u"2026-07-06 13:00:00.000"_s;
        QTest::newRow("afternoon") << u"2026-07-06 13:00"_s << OpenState::Open << u"2026-07-07 08:00:00.000"_s;
        QTest::newRow("evening") << u"2026-07-06 18:00"_s << OpenState::Closed << u"2026-07-07 08:00:00.000"_s;
        QTest::newRow("friday evening") << u"2026-07-10 18:00"_s << OpenState::Closed << u"2026-07-13 08:00:00.000"_s;
        QTest::newRow("saturday") << u"2026-07-11 10:00"_s << OpenState::Closed << u"2026-07-13 08:00:00.000"_s;
    }
    void x13LunchBreak()
    {
        QFETCH(QString, wall);
        QFETCH(OpenState, state);
        const QTimeZone zone = test::zone("America/Detroit");
        BusinessHours hours;
        hours.weekly = weekdays({u"08:00"_s, u"12:00"_s, u"13:00"_s, u"18:00"_s});
        QCOMPARE(hours.stateAt(at(wall, zone), zone), state);
        QTEST(wallText(hours.nextOpening(at(wall, zone), zone), zone), "next");
    }

    void x13OverMidnight_data()
    {
        QTest::addColumn<QString>("wall");
        QTest::addColumn<OpenState>("state");
        QTest::addColumn<QString>("next");
        // Friday and Saturday nights, 22:00 to 06:00.
        QTest::newRow("friday evening") << u"2026-07-10 21:59"_s << OpenState::Closed << u"2026-07-10 22:00:00.000"_s;
        QTest::newRow("friday night") << u"2026-07-10 22:00"_s << OpenState::Open << u"2026-07-11 22:00:00.000"_s;
        QTest::newRow("midnight") << u"2026-07-11 00:00"_s << OpenState::Open << u"2026-07-11 22:00:00.000"_s;
        QTest::newRow("saturday before six") << u"2026-07-11 05:59:59.999"_s << OpenState::Open << u"2026-07-11 22:00:00.000"_s;
        QTest::newRow("saturday at six") << u"2026-07-11 06:00"_s << OpenState::Closed << u"2026-07-11 22:00:00.000"_s;
        QTest::newRow("sunday before six") << u"2026-07-12 05:59"_s << OpenState::Open << u"2026-07-17 22:00:00.000"_s;
        QTest::newRow("sunday evening") << u"2026-07-12 22:00"_s << OpenState::Closed << u"2026-07-17 22:00:00.000"_s;
        QTest::newRow("friday before six") << u"2026-07-17 05:00"_s << OpenState::Closed << u"2026-07-17 22:00:00.000"_s;
    }
    void x13OverMidnight()
    {
        QFETCH(QString, wall);
        QFETCH(OpenState, state);
        const QTimeZone zone = test::zone("America/Chicago");
        BusinessHours hours;
        hours.weekly.emplace();
        (*hours.weekly)[4] = (*hours.weekly)[5] = {*intervalFrom(u"22:00"_s, u"06:00"_s)};
        QCOMPARE(hours.stateAt(at(wall, zone), zone), state);
        QTEST(wallText(hours.nextOpening(at(wall, zone), zone), zone), "next");
    }

    void x13SundaysNightGoesIntoMonday()
    {
        const QTimeZone zone = test::zone("America/Chicago");
        BusinessHours hours;
        hours.weekly.emplace();
        (*hours.weekly)[6] = {*intervalFrom(u"20:00"_s, u"04:00"_s)};
        QCOMPARE(hours.stateAt(at("2026-07-13 03:59", zone), zone), OpenState::Open);
        QCOMPARE(hours.stateAt(at("2026-07-13 04:00", zone), zone), OpenState::Closed);
    }

    void x13Holiday_data()
    {
        QTest::addColumn<QString>("wall");
        QTest::addColumn<OpenState>("state");
        QTest::addColumn<QString>("next");
        // 2026-12-25 is a Friday; by day 08:00 to 18:00, at night 22:00 to 02:00, on every day.
        QTest::newRow("the day before") << u"2026-12-24 17:00"_s << OpenState::Open << u"2026-12-24 22:00:00.000"_s;
        QTest::newRow("the night before begins") << u"2026-12-24 22:00"_s << OpenState::Open << u"2026-12-26 08:00:00.000"_s;
        QTest::newRow("and goes on into it") << u"2026-12-25 01:59"_s << OpenState::Open << u"2026-12-26 08:00:00.000"_s;
        QTest::newRow("then it is a holiday") << u"2026-12-25 02:00"_s << OpenState::Holiday << u"2026-12-26 08:00:00.000"_s;
        QTest::newRow("by day") << u"2026-12-25 10:00"_s << OpenState::Holiday << u"2026-12-26 08:00:00.000"_s;
        QTest::newRow("no night begins on it") << u"2026-12-25 22:30"_s << OpenState::Holiday << u"2026-12-26 08:00:00.000"_s;
        QTest::newRow("the night that did not begin") << u"2026-12-26 01:00"_s << OpenState::Closed << u"2026-12-26 08:00:00.000"_s;
        QTest::newRow("the day after") << u"2026-12-26 08:00"_s << OpenState::Open << u"2026-12-26 22:00:00.000"_s;
        QTest::newRow("another year") << u"2027-12-25 10:00"_s << OpenState::Open << u"2027-12-25 22:00:00.000"_s;
        QTest::newRow("a yearly one") << u"2026-07-24 10:00"_s << OpenState::Holiday << u"2026-07-25 08:00:00.000"_s;
        QTest::newRow("again") << u"2027-07-24 10:00"_s << OpenState::Holiday << u"2027-07-25 08:00:00.000"_s;
    }
    void x13Holiday()
    {
        QFETCH(QString, wall);
        QFETCH(OpenState, state);
        const QTimeZone zone = test::zone("America/Denver");
        BusinessHours hours;
        hours.weekly = everyDay({u"08:00"_s, u"18:00"_s, u"22:00"_s, u"02:00"_s});
        hours.holidays = {*holidayFrom(u"2026-12-25"_s), *holidayFrom(u"07-24"_s)};
        QCOMPARE(hours.stateAt(at(wall, zone), zone), state);
        QTEST(wallText(hours.nextOpening(at(wall, zone), zone), zone), "next");
    }

    void x13FederalHolidays()
    {
        const QTimeZone zone = test::zone("America/New_York");
        BusinessHours hours;
        hours.weekly = everyDay({u"08:00"_s, u"18:00"_s});
        QCOMPARE(hours.stateAt(at("2026-07-03 10:00", zone), zone), OpenState::Open);
        hours.usFederalHolidays = true;
        QCOMPARE(hours.stateAt(at("2026-07-03 10:00", zone), zone), OpenState::Holiday); // observed
        QCOMPARE(hours.stateAt(at("2026-07-04 10:00", zone), zone), OpenState::Holiday);
        QCOMPARE(hours.stateAt(at("2026-07-05 10:00", zone), zone), OpenState::Open);
        QCOMPARE(wallText(hours.nextOpening(at("2026-07-02 20:00", zone), zone), zone), u"2026-07-05 08:00:00.000"_s);
        QCOMPARE(hours.stateAt(at("2026-11-26 10:00", zone), zone), OpenState::Holiday);
    }

    /// Nothing configured: open at any time, save for whole holidays.
    void alwaysOpen()
    {
        const QTimeZone zone = test::zone("America/New_York");
        BusinessHours hours;
        QCOMPARE(hours.stateAt(at("2026-12-25 03:00", zone), zone), OpenState::Open);
        QVERIFY(!hours.nextOpening(at("2026-12-25 03:00", zone), zone));
        hours.holidays = {*holidayFrom(u"12-25"_s), *holidayFrom(u"12-26"_s)};
        QCOMPARE(hours.stateAt(at("2026-12-24 23:59", zone), zone), OpenState::Open);
        QCOMPARE(hours.stateAt(at("2026-12-25 00:00", zone), zone), OpenState::Holiday);
        QCOMPARE(hours.stateAt(at("2026-12-26 23:59", zone), zone), OpenState::Holiday);
        QCOMPARE(hours.stateAt(at("2026-12-27 00:00", zone), zone), OpenState::Open);
        QCOMPARE(wallText(hours.nextOpening(at("2026-12-25 12:00", zone), zone), zone), u"2026-12-27 00:00:00.000"_s);
    }

    void neverOpen()
    {
        const QTimeZone zone = test::zone("America/New_York");
        BusinessHours hours;
        hours.weekly.emplace();
        QCOMPARE(hours.stateAt(at("2026-07-06 10:00", zone), zone), OpenState::Closed);
        QVERIFY(!hours.nextOpening(at("2026-07-06 10:00", zone), zone));
        // A week that is open throughout never opens.
        hours.weekly = everyDay({u"00:00"_s, u"24:00"_s});
        QCOMPARE(hours.stateAt(at("2026-07-06 00:00", zone), zone), OpenState::Open);
        QVERIFY(!hours.nextOpening(at("2026-07-06 10:00", zone), zone));
    }

    void withinSixtyDays()
    {
        const QTimeZone zone = test::zone("America/New_York");
        BusinessHours hours;
        hours.weekly = everyDay({u"08:00"_s, u"18:00"_s});
        for (QDate date(2026, 5, 1); date < QDate(2026, 7, 1); date = date.addDays(1))
            hours.holidays.push_back({QString(), date.year(), date.month(), date.day()});
        QVERIFY(!hours.nextOpening(at("2026-05-02 07:59", zone), zone));
        QCOMPARE(wallText(hours.nextOpening(at("2026-05-02 08:00", zone), zone), zone), u"2026-07-01 08:00:00.000"_s);
    }

    /// Every minute of both days on which clocks change: the state as the wall clock says, and (at every third, and around each change of state)
    /// the next opening as a search through all minutes finds it.
    void x13DstEveryMinute_data()
    {
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<QDate>("day");
        QTest::addColumn<int>("minutes");
        const QDate march(2026, 3, 8);
        const QDate november(2026, 11, 1);
        for (const char *id : {"America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles", "America/St_Johns"}) {
            QTest::addRow("%s, spring", id) << QByteArray(id) << march << 1380;
            QTest::addRow("%s, autumn", id) << QByteArray(id) << november << 1500;
        }
        QTest::newRow("America/Phoenix, spring") << QByteArray("America/Phoenix") << march << 1440;
        QTest::newRow("America/Phoenix, autumn") << QByteArray("America/Phoenix") << november << 1440;
        QTest::newRow("Europe/Madrid, spring") << QByteArray("Europe/Madrid") << QDate(2026, 3, 29) << 1380;
        QTest::newRow("Europe/Madrid, autumn") << QByteArray("Europe/Madrid") << QDate(2026, 10, 25) << 1500;
    }
    void x13DstEveryMinute()
    {
        QFETCH(QByteArray, id);
        QFETCH(QDate, day);
        QFETCH(int, minutes);
        const QTimeZone zone(id);
        const qint64 begin = QDateTime(day, QTime(0, 0), zone).toMSecsSinceEpoch();
        QCOMPARE(QDateTime(day.addDays(1), QTime(0, 0), zone).toMSecsSinceEpoch() - begin, minutes * qint64(60'000));
        const auto momentOf = [begin](int minute) { return fromUnixMillis(begin + minute * qint64(60'000)); };
        // What the clock on the wall shows: from the minute before the day to two days after it.
        std::vector<qint64> wall;
        for (int i = -1; i < minutes + 2 * 1440; ++i)
            wall.push_back(shown(QDateTime::fromMSecsSinceEpoch(begin + i * qint64(60'000), zone)));

        const QStringList plans[] = {
            {u"08:00"_s, u"12:00"_s, u"13:00"_s, u"18:00"_s}, // a split shift
            {u"22:00"_s, u"06:00"_s},                         // a night shift
            {u"02:30"_s, u"10:00"_s},                         // begins in the gap
            {u"02:15"_s, u"02:45"_s, u"20:00"_s, u"21:00"_s}, // lies in the gap
            {u"01:00"_s, u"01:30"_s, u"02:15"_s, u"02:45"_s}, // comes twice
            {u"18:00"_s, u"01:30"_s},                         // ends in the overlap
            {u"23:59"_s, u"00:01"_s},
            {u"00:00"_s, u"24:00"_s},
        };
        for (const QStringList &times : plans) {
            for (const bool holiday : {false, true}) {
                BusinessHours hours;
                hours.weekly = everyDay(times);
                if (holiday)
                    hours.holidays = {{QString(), day.year(), day.month(), day.day()}};
                const QSet<qint64> open = openMinutes(times, day, holiday ? day : QDate());
                std::vector<bool> isOpen;
                for (const qint64 minute : wall)
                    isOpen.push_back(open.contains(minute));
                const auto openAt = [&isOpen](int minute) { return isOpen[size_t(minute + 1)]; };
                std::optional<UtcTime> next; // the opening after each minute, found from behind
                for (int i = minutes + 2 * 1440 - 1; i >= 0; --i) {
                    const UtcTime time = momentOf(i);
                    if (i < minutes) {
                        const auto where = [&] { return times.join(u' ') + (holiday ? u", holiday, "_s : u", "_s) + wallText(time, zone); };
                        const OpenState expected = openAt(i) ? OpenState::Open : holiday ? OpenState::Holiday : OpenState::Closed;
                        QVERIFY2(hours.stateAt(time, zone) == expected, qPrintable(where()));
                        if (i % 3 == 0 || openAt(i) != openAt(i - 1) || openAt(i) != openAt(i + 1)) {
                            QVERIFY2(hours.stateAt(time + Millis(59'999), zone) == expected, qPrintable(where()));
                            const std::optional<UtcTime> found = hours.nextOpening(time, zone);
                            QVERIFY2(found == next,
                                     qPrintable(where() + u": "_s + wallText(found, zone) + u", not "_s + wallText(next, zone)));
                        }
                    }
                    if (openAt(i) && !openAt(i - 1))
                        next = time;
                }
            }
        }
    }

    /// The two cases of which people speak.
    void x13DstGapAndOverlap()
    {
        const QTimeZone zone = test::zone("America/New_York");
        BusinessHours hours;
        hours.weekly = everyDay({u"02:30"_s, u"10:00"_s});
        QCOMPARE(wallText(hours.nextOpening(at("2026-03-08 00:00", zone), zone), zone), u"2026-03-08 03:00:00.000"_s);
        hours.weekly = everyDay({u"01:00"_s, u"01:30"_s});
        const UtcTime first = at("2026-11-01 00:59", zone) + std::chrono::minutes(1);
        QCOMPARE(hours.nextOpening(first - Millis(1), zone), std::optional(first));
        QCOMPARE(hours.stateAt(first + std::chrono::minutes(29), zone), OpenState::Open);
        QCOMPARE(hours.stateAt(first + std::chrono::minutes(30), zone), OpenState::Closed);
        QCOMPARE(hours.nextOpening(first, zone), std::optional(first + std::chrono::minutes(60)));
        QCOMPARE(hours.stateAt(first + std::chrono::minutes(89), zone), OpenState::Open);
        QCOMPARE(hours.stateAt(first + std::chrono::minutes(90), zone), OpenState::Closed);
    }

    void wallClock()
    {
        const QTimeZone zone = test::zone("America/New_York");
        // 01:30 twice, 02:30 never, an ordinary minute once, and one of the day after.
        QCOMPARE(momentsOf(QDate(2026, 11, 1), 90, zone).size(), size_t(2));
        QCOMPARE(momentsOf(QDate(2026, 11, 1), 90, zone)[1] - momentsOf(QDate(2026, 11, 1), 90, zone)[0], Millis(3'600'000));
        QCOMPARE(momentsOf(QDate(2026, 3, 8), 150, zone), std::vector{at("2026-03-08 03:00", zone)});
        QCOMPARE(momentsOf(QDate(2026, 3, 8), 1440 + 60, zone), std::vector{at("2026-03-09 01:00", zone)});
        QCOMPARE(clockChangeOn(QDate(2026, 3, 8), zone), std::optional(at("2026-03-08 03:00", zone)));
        QVERIFY(clockChangeOn(QDate(2026, 11, 1), zone));
        QVERIFY(!clockChangeOn(QDate(2026, 3, 7), zone));
        QVERIFY(!clockChangeOn(QDate(2026, 3, 9), zone));
        QVERIFY(!clockChangeOn(QDate(2026, 3, 8), test::zone("America/Phoenix")));
        // A change at midnight itself: 2018-11-04 began at 01:00 in Sao Paulo.
        const QTimeZone saoPaulo = test::zone("America/Sao_Paulo");
        QVERIFY(clockChangeOn(QDate(2018, 11, 4), saoPaulo));
        QVERIFY(!clockChangeOn(QDate(2018, 11, 3), saoPaulo));
        QCOMPARE(momentsOf(QDate(2018, 11, 4), 0, saoPaulo), std::vector{at("2018-11-04 01:00", saoPaulo)});
        QCOMPARE(wallTimeAt(at("2026-07-06 10:15:59.999", zone), zone), (WallTime{QDate(2026, 7, 6), 615}));
        QCOMPARE(wallTimeAt(fromUnixMillis(-1), QTimeZone()), (WallTime{QDate(1969, 12, 31), 1439}));
    }

    void compared()
    {
        BusinessHours a;
        BusinessHours b;
        QVERIFY(a == b);
        b.usFederalHolidays = true;
        QVERIFY(!(a == b));
        b = a;
        b.weekly.emplace();
        QVERIFY(!(a == b));
        a.weekly.emplace();
        QVERIFY(a == b);
        (*b.weekly)[0].push_back({480, 720});
        QVERIFY(!(a == b));
        b = a;
        b.holidays.push_back({u"A"_s, 0, 7, 24});
        QVERIFY(!(a == b));
    }
};

QTEST_GUILESS_MAIN(TestBusinessHours)
#include "tst_businesshours.moc"
