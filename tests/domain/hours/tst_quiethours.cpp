// SPDX-License-Identifier: MIT
#include "domain/hours/areacodes.h"
#include "domain/hours/federalholidays.h"
#include "domain/hours/quiethours.h"
#include "domain/hours/sendwindow.h"
#include "domain/hours/walltext.h"
#include "domain/messagetemplate.h"

#include <QFile>
#include <QTest>

using namespace textback;
using namespace Qt::StringLiterals;
using test::at;
using test::wallText;

namespace {

const QTimeZone detroit = test::zone("America/Detroit");

Recipient person(const char *areaCode, const char *addressState = "")
{
    return {*PhoneNumber::fromStored(u"+1"_s + QString::fromLatin1(areaCode) + u"5550100"_s), QString::fromLatin1(addressState)};
}

/// Until when an outreach text waits, by the wall clock of `where`.
QString held(const Recipient &recipient, const char *now, const QTimeZone &where, const QTimeZone &business = detroit)
{
    return wallText(outreachHeldUntil(recipient, business, at(now, where)), where);
}

BusinessHours shop()
{
    BusinessHours hours;
    hours.weekly = test::weekdays({u"09:00"_s, u"12:00"_s, u"13:00"_s, u"18:00"_s});
    return hours;
}

/// Until when a reply waits that is decided as its call ends.
QString replyHeld(ReplyHours rule, const BusinessHours &hours, const QString &callEnd, const QTimeZone &zone = detroit)
{
    return wallText(replyHeldUntil(rule, hours, zone, at(callEnd, zone), at(callEnd, zone) + Millis(2000)), zone);
}

} // namespace

class TestQuietHours : public QObject {
    Q_OBJECT

private slots:
    void c23TwoClasses()
    {
        for (const SendRule rule :
             {SendRule::Open, SendRule::Closed, SendRule::Holiday, SendRule::Storm, SendRule::SecondCall, SendRule::Vip, SendRule::Holding})
            QVERIFY2(messageClass(rule) == MessageClass::Reply, qPrintable(toString(rule)));
        for (const SendRule rule : {SendRule::FollowUp1, SendRule::FollowUp2, SendRule::Review})
            QVERIFY2(messageClass(rule) == MessageClass::Outreach, qPrintable(toString(rule)));
        for (const SendRule rule : {SendRule::OptOutConfirmation, SendRule::Help, SendRule::OptedIn})
            QVERIFY2(!messageClass(rule), qPrintable(toString(rule)));
    }

    /// At 02:00 a reply of a tow company goes and a marketing step does not.
    void x16OutreachWaitsAtTwoInTheNight()
    {
        QCOMPARE(held(person("313"), "2026-07-07 02:00", detroit), u"2026-07-07 09:00:00.000"_s);
        QCOMPARE(replyHeld(ReplyHours::AroundTheClock, shop(), u"2026-07-07 02:00"_s), u"nothing"_s);
    }

    void c24DefaultByTrade()
    {
        const QStringList always = {u"towing"_s, u"roadside"_s, u"locksmith"_s, u"plumbing"_s};
        for (const QString &trade : trades())
            QCOMPARE(defaultReplyHours(trade) == ReplyHours::AroundTheClock, always.contains(trade));
        QCOMPARE(defaultReplyHours(u"general"_s), ReplyHours::NotAtNight);
        QCOMPARE(defaultReplyHours(QString()), ReplyHours::NotAtNight);
    }

    void c24TowingTextsAtNight()
    {
        const ReplyHours towing = defaultReplyHours(u"towing"_s);
        for (const QString &wall : {u"2026-07-06 03:00"_s, u"2026-07-06 23:59"_s, u"2026-07-05 12:00"_s, u"2026-07-06 10:00"_s})
            QCOMPARE(replyHeld(towing, shop(), wall), u"nothing"_s);
    }

    void c24OthersWaitForEight_data()
    {
        QTest::addColumn<QString>("callEnd");
        QTest::addColumn<QString>("whileOpen");
        QTest::addColumn<QString>("notAtNight");
        const QString now = u"nothing"_s;
        // 2026-07-06 is a Monday.
        QTest::newRow("night") << u"2026-07-06 03:00"_s << u"2026-07-06 08:00:00.000"_s << u"2026-07-06 08:00:00.000"_s;
        QTest::newRow("a minute to eight") << u"2026-07-06 07:59"_s << u"2026-07-06 08:00:00.000"_s << u"2026-07-06 08:00:00.000"_s;
        QTest::newRow("eight") << u"2026-07-06 08:00"_s << now << now;
        QTest::newRow("between eight and opening") << u"2026-07-06 08:30"_s << u"2026-07-06 09:00:00.000"_s << now;
        QTest::newRow("open") << u"2026-07-06 10:00"_s << now << now;
        QTest::newRow("lunch break") << u"2026-07-06 12:10"_s << u"2026-07-06 13:00:00.000"_s << now;
        QTest::newRow("the last second, sent after closing") << u"2026-07-06 17:59:59"_s << now << now;
        QTest::newRow("the last second of the break") << u"2026-07-06 12:59:59"_s << now << now;
        QTest::newRow("evening") << u"2026-07-06 18:00"_s << u"2026-07-07 08:00:00.000"_s << now;
        QTest::newRow("before nine at night") << u"2026-07-06 20:59:59"_s << u"2026-07-07 08:00:00.000"_s << now;
        QTest::newRow("nine at night") << u"2026-07-06 21:00"_s << u"2026-07-07 08:00:00.000"_s << u"2026-07-07 08:00:00.000"_s;
        QTest::newRow("the weekend too") << u"2026-07-11 22:00"_s << u"2026-07-12 08:00:00.000"_s << u"2026-07-12 08:00:00.000"_s;
    }
    void c24OthersWaitForEight()
    {
        QFETCH(QString, callEnd);
        QTEST(replyHeld(ReplyHours::WhileOpen, shop(), callEnd), "whileOpen");
        QTEST(replyHeld(ReplyHours::NotAtNight, shop(), callEnd), "notAtNight");
    }

    /// At eight the text goes, still closed or not, and is not held for another day.
    void c24GoesAtRelease()
    {
        const UtcTime end = at("2026-07-11 22:00", detroit); // a Saturday
        const UtcTime eight = at("2026-07-12 08:00", detroit);
        for (const ReplyHours rule : {ReplyHours::WhileOpen, ReplyHours::NotAtNight}) {
            QCOMPARE(replyHeldUntil(rule, shop(), detroit, end, eight - Millis(1)), std::optional(eight));
            QVERIFY(!replyHeldUntil(rule, shop(), detroit, end, eight));
            QVERIFY(!replyHeldUntil(rule, shop(), detroit, end, eight + std::chrono::hours(3)));
        }
    }

    void c24ShopThatOpensBeforeEight()
    {
        BusinessHours hours;
        hours.weekly = test::everyDay({u"06:30"_s, u"15:00"_s});
        QCOMPARE(replyHeld(ReplyHours::WhileOpen, hours, u"2026-07-06 03:00"_s), u"2026-07-06 06:30:00.000"_s);
        QCOMPARE(replyHeld(ReplyHours::WhileOpen, hours, u"2026-07-06 07:00"_s), u"nothing"_s);
    }

    void c24HolidayIsClosed()
    {
        BusinessHours hours = shop();
        hours.holidays = {*holidayFrom(u"2026-07-06"_s)};
        QCOMPARE(replyHeld(ReplyHours::WhileOpen, hours, u"2026-07-06 10:00"_s), u"2026-07-07 08:00:00.000"_s);
        QCOMPARE(replyHeld(ReplyHours::NotAtNight, hours, u"2026-07-06 10:00"_s), u"nothing"_s);
    }

    void c24AlwaysOpenIsNeverHeld() { QCOMPARE(replyHeld(ReplyHours::WhileOpen, BusinessHours(), u"2026-07-06 03:00"_s), u"nothing"_s); }

    /// The business's eight o'clock, whatever the night before did with the clock.
    void c24EightAfterTheClockChanged()
    {
        QCOMPARE(replyHeld(ReplyHours::WhileOpen, shop(), u"2026-03-08 00:30"_s), u"2026-03-08 08:00:00.000"_s);
        QCOMPARE(replyHeld(ReplyHours::WhileOpen, shop(), u"2026-11-01 00:30"_s), u"2026-11-01 08:00:00.000"_s);
        const UtcTime spring = at("2026-03-08 00:30", detroit);
        QVERIFY(*replyHeldUntil(ReplyHours::WhileOpen, shop(), detroit, spring, spring) - spring == std::chrono::minutes(390));
    }

    void c25UnknownAreaCode_data()
    {
        QTest::addColumn<QString>("e164");
        QTest::newRow("no such code") << u"+19995550100"_s;
        QTest::newRow("toll-free") << u"+18005550100"_s;
        QTest::newRow("another country") << u"+34912345678"_s;
        QTest::newRow("none") << QString();
    }
    void c25UnknownAreaCode()
    {
        QFETCH(QString, e164);
        const Recipient recipient{PhoneNumber::fromStored(e164).value_or(PhoneNumber()), QString()};
        const QTimeZone denver = test::zone("America/Denver");
        QCOMPARE(held(recipient, "2026-07-07 08:59", denver, denver), u"2026-07-07 09:00:00.000"_s);
        QCOMPARE(held(recipient, "2026-07-07 09:00", denver, denver), u"nothing"_s);
        QCOMPARE(held(recipient, "2026-07-07 19:59", denver, denver), u"nothing"_s);
        QCOMPARE(held(recipient, "2026-07-07 20:00", denver, denver), u"2026-07-08 09:00:00.000"_s);
    }

    /// The recipient's clock counts, not the business's.
    void c25RecipientsClock()
    {
        const QTimeZone denver = test::zone("America/Denver");
        QCOMPARE(held(person("303"), "2026-07-07 07:59", denver), u"2026-07-07 08:00:00.000"_s);
        QCOMPARE(held(person("303"), "2026-07-07 20:59:59.999", denver), u"nothing"_s);
        QCOMPARE(held(person("303"), "2026-07-07 21:00", denver), u"2026-07-08 08:00:00.000"_s);
    }

    void c25AddressStateAsWell()
    {
        const QTimeZone denver = test::zone("America/Denver");
        // Colorado's number (8-21), Oklahoma's address (8-20 in Chicago's zone): from 8 in Denver to 19 there.
        QCOMPARE(held(person("303", "OK"), "2026-07-07 07:30", denver), u"2026-07-07 08:00:00.000"_s);
        QCOMPARE(held(person("303", "OK"), "2026-07-07 18:59", denver), u"nothing"_s);
        QCOMPARE(held(person("303", "OK"), "2026-07-07 19:00", denver), u"2026-07-08 08:00:00.000"_s);
        QCOMPARE(held(person("303", " ok "), "2026-07-07 19:00", denver), u"2026-07-08 08:00:00.000"_s);
        // The same state twice changes nothing.
        QCOMPARE(held(person("303", "CO"), "2026-07-07 20:59", denver), u"nothing"_s);
        // An address that nobody can place: the careful hours of the business (Detroit is two hours ahead).
        QCOMPARE(held(person("303", "Mars"), "2026-07-07 17:59", denver), u"nothing"_s);
        QCOMPARE(held(person("303", "Mars"), "2026-07-07 18:00", denver), u"2026-07-08 08:00:00.000"_s);
        // An unknown code stays unknown, whatever the address.
        QCOMPARE(held(person("999", "CO"), "2026-07-07 18:00", denver), u"2026-07-08 08:00:00.000"_s);
    }

    void c25OtherCountriesOfPlusOne()
    {
        const QTimeZone jamaica = test::zone("America/Jamaica");
        QCOMPARE(held(person("876"), "2026-07-07 08:30", jamaica), u"2026-07-07 09:00:00.000"_s);
        QCOMPARE(held(person("876"), "2026-07-07 20:00", jamaica), u"2026-07-08 09:00:00.000"_s);
    }

    /// The whole table by the recipient's clock. 2026-07-06 is a Monday, no holiday in that week.
    void c26Table_data()
    {
        QTest::addColumn<QByteArray>("areaCode");
        QTest::addColumn<QByteArray>("zoneId");
        QTest::addColumn<QString>("day");
        QTest::addColumn<QString>("from"); // empty: not on this day
        QTest::addColumn<QString>("until");
        QTest::addColumn<QString>("next"); // the beginning of the next day's window
        struct Row {
            const char *state;
            const char *areaCode;
            const char *zone;
            const char *weekday;
            const char *saturday;
            const char *sunday;
        };
        static constexpr char eastern[] = "America/New_York";
        static constexpr char central[] = "America/Chicago";
        static constexpr char mountain[] = "America/Denver";
        static constexpr char pacific[] = "America/Los_Angeles";
        static constexpr Row rows[] = {
            {"FL", "305", eastern, "08 20", "08 20", "08 20"},
            {"OK", "405", central, "08 20", "08 20", "08 20"},
            {"MD", "410", eastern, "08 20", "08 20", "08 20"},
            {"NJ", "201", eastern, "08 20", "08 20", "08 20"},
            {"MA", "617", eastern, "08 20", "08 20", "08 20"},
            {"AL", "205", central, "08 20", "08 20", ""},
            {"LA", "504", central, "08 20", "08 20", ""},
            {"MS", "601", central, "08 20", "08 20", ""},
            {"CT", "203", eastern, "09 20", "09 20", "09 20"},
            {"NV", "702", pacific, "09 20", "09 20", "09 20"},
            {"MI", "313", eastern, "09 21", "09 21", "09 21"},
            {"MN", "612", central, "09 21", "09 21", "09 21"},
            {"NM", "505", mountain, "09 21", "09 21", "09 21"},
            {"KY", "502", eastern, "10 21", "10 21", "10 21"},
            {"TX", "214", central, "09 21", "09 21", "12 21"},
            {"RI", "401", eastern, "09 18", "10 17", "10 17"},
            {"VA", "804", eastern, "08 21", "08 21", "08 21"},
            {"WA", "206", pacific, "08 20", "08 20", "08 20"},
            {"CA", "213", pacific, "09 21", "09 21", "09 21"},
            {"IL", "312", central, "09 21", "09 21", "09 21"},
            // no rule of their own: the federal one
            {"OH", "216", eastern, "08 21", "08 21", "08 21"},
            {"CO", "303", mountain, "08 21", "08 21", "08 21"},
            {"PR", "787", "America/Puerto_Rico", "08 21", "08 21", "08 21"},
            {"HI", "808", "Pacific/Honolulu", "08 21", "08 21", "08 21"},
            // Canada
            {"CA-ON", "416", "America/Toronto", "09 21", "10 18", "10 18"},
            {"CA-NS, CA-PE", "902", "America/Halifax", "09 21", "10 18", "10 18"},
        };
        struct Day {
            const char *name;
            const char *date;
            const char *Row::*hours;
            const char *Row::*following;
            const char *after; ///< the day after, where that has hours
        };
        static constexpr Day days[] = {
            {"monday", "2026-07-06", &Row::weekday, &Row::weekday, "2026-07-07"},
            {"friday", "2026-07-10", &Row::weekday, &Row::saturday, "2026-07-11"},
            {"saturday", "2026-07-11", &Row::saturday, &Row::sunday, "2026-07-12"},
            {"sunday", "2026-07-12", &Row::sunday, &Row::weekday, "2026-07-13"},
        };
        for (const Row &row : rows) {
            for (const Day &day : days) {
                const QString hours = QString::fromLatin1(row.*day.hours);
                QString next = QString::fromLatin1(row.*day.following).first(qMin(qsizetype(2), qsizetype(qstrlen(row.*day.following))));
                QString date = QString::fromLatin1(day.after);
                if (next.isEmpty()) { // no Sundays: Monday
                    date = u"2026-07-13"_s;
                    next = QString::fromLatin1(row.weekday).first(2);
                }
                QTest::addRow("%s, %s", row.state, day.name)
                    << QByteArray(row.areaCode) << QByteArray(row.zone) << QString::fromLatin1(day.date) << hours.section(u' ', 0, 0)
                    << hours.section(u' ', 1, 1) << date + u' ' + next + u":00:00.000"_s;
            }
        }
    }
    void c26Table()
    {
        QFETCH(QByteArray, areaCode);
        QFETCH(QByteArray, zoneId);
        QFETCH(QString, day);
        QFETCH(QString, from);
        QFETCH(QString, until);
        QFETCH(QString, next);
        const QTimeZone zone(zoneId);
        const Recipient recipient = person(areaCode.constData());
        const auto heldAt = [&](UtcTime now) { return wallText(outreachHeldUntil(recipient, detroit, now), zone); };
        if (from.isEmpty()) {
            for (const char *hour : {" 00:00", " 08:00", " 12:00", " 20:00", " 23:59"})
                QCOMPARE(heldAt(at(day + QString::fromLatin1(hour), zone)), next);
            return;
        }
        const UtcTime begin = at(day + u' ' + from + u":00"_s, zone);
        const UtcTime end = at(day + u' ' + until + u":00"_s, zone);
        QCOMPARE(heldAt(at(day + u" 00:00"_s, zone)), wallText(begin, zone));
        QCOMPARE(heldAt(begin - Millis(1)), wallText(begin, zone));
        QCOMPARE(heldAt(begin), u"nothing"_s);
        QCOMPARE(heldAt(end - Millis(1)), u"nothing"_s);
        QCOMPARE(heldAt(end), next);
        QCOMPARE(heldAt(at(day + u" 23:59"_s, zone)), next);
    }

    void c26NoHolidays()
    {
        const QTimeZone central = test::zone("America/Chicago");
        // Independence Day 2026: observed on Friday, falls on Saturday, then a Sunday.
        for (const char *code : {"205", "504"}) {
            QCOMPARE(held(person(code), "2026-07-02 20:00", central), u"2026-07-06 08:00:00.000"_s);
            QCOMPARE(held(person(code), "2026-07-03 12:00", central), u"2026-07-06 08:00:00.000"_s);
            QCOMPARE(held(person(code), "2026-12-25 12:00", central), u"2026-12-26 08:00:00.000"_s);
        }
        // Mississippi has no such rule, save for the Sunday.
        QCOMPARE(held(person("601"), "2026-07-03 12:00", central), u"nothing"_s);
        QCOMPARE(held(person("601"), "2026-07-04 20:00", central), u"2026-07-06 08:00:00.000"_s);
    }

    /// No state's window reaches beyond the federal one, on any day of a year.
    void c26FederalHoursBoundAll()
    {
        QFile file(QStringLiteral(TEXTBACK_SOURCE_DIR "/resources/areacodes.txt"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QSet<QString> states = {QString(), u"XX"_s};
        const QByteArrayList lines = file.readAll().split('\n');
        for (const QByteArray &line : lines) {
            if (const AreaCode *code = areaCode(QString::fromLatin1(line.left(3))))
                states.unite({code->states.begin(), code->states.end()});
        }
        QVERIFY(states.size() > 60);
        for (const QString &state : std::as_const(states)) {
            for (QDate date(2026, 1, 1); date.year() == 2026; date = date.addDays(1)) {
                const SendWindow window = sendWindow(state, date);
                QVERIFY2(window.isEmpty() || (window.from >= 480 && window.until <= 1260), qPrintable(state + date.toString()));
                QVERIFY2(!window.isEmpty() || date.dayOfWeek() == Qt::Sunday || federalHolidayOn(date),
                         qPrintable(state + date.toString()));
            }
        }
    }

    void c26UnknownState() { QCOMPARE(sendWindow(QString(), QDate(2026, 7, 6)), unknownWindow); }

    /// The clock jumps at night: eight o'clock is eight o'clock, not so many hours after midnight.
    void c27ClockChanges_data()
    {
        QTest::addColumn<QByteArray>("areaCode");
        QTest::addColumn<QByteArray>("zoneId");
        QTest::addColumn<QString>("from");
        QTest::newRow("New York") << QByteArray("212") << QByteArray("America/New_York") << u"08"_s;
        QTest::newRow("Chicago") << QByteArray("414") << QByteArray("America/Chicago") << u"08"_s;
        QTest::newRow("Denver") << QByteArray("303") << QByteArray("America/Denver") << u"08"_s;
        QTest::newRow("Phoenix") << QByteArray("602") << QByteArray("America/Phoenix") << u"08"_s;
        QTest::newRow("Los Angeles") << QByteArray("213") << QByteArray("America/Los_Angeles") << u"09"_s;
        QTest::newRow("St. John's") << QByteArray("709") << QByteArray("America/Halifax") << u"10"_s;
    }
    void c27ClockChanges()
    {
        QFETCH(QByteArray, areaCode);
        QFETCH(QByteArray, zoneId);
        QFETCH(QString, from);
        const QTimeZone zone(zoneId);
        const Recipient recipient = person(areaCode.constData());
        for (const QString &day : {u"2026-03-08 "_s, u"2026-11-01 "_s}) {
            const UtcTime release = at(day + from + u":00"_s, zone);
            for (UtcTime now = at(day + u"00:00"_s, zone); now < release; now += std::chrono::minutes(1))
                QCOMPARE(outreachHeldUntil(recipient, detroit, now), std::optional(release));
            QVERIFY(!outreachHeldUntil(recipient, detroit, release));
            const UtcTime last = at(day + u"17:29"_s, zone);
            for (UtcTime now = release; now <= last; now += std::chrono::minutes(1))
                QVERIFY(!outreachHeldUntil(recipient, detroit, now));
        }
    }

    /// Arizona keeps its clock: in summer with Los Angeles, in winter with Denver. The Navajo Nation (928) goes with Denver all year.
    void c27Arizona()
    {
        const QTimeZone denver = test::zone("America/Denver");
        QCOMPARE(held(person("602"), "2026-01-05 07:59", denver), u"2026-01-05 08:00:00.000"_s);
        QCOMPARE(held(person("602"), "2026-07-06 08:59", denver), u"2026-07-06 09:00:00.000"_s);
        QCOMPARE(held(person("602"), "2026-07-06 21:59", denver), u"nothing"_s);
        QCOMPARE(held(person("928"), "2026-07-06 08:59", denver), u"2026-07-06 09:00:00.000"_s);
        QCOMPARE(held(person("928"), "2026-07-06 20:59", denver), u"nothing"_s);
        QCOMPARE(held(person("928"), "2026-07-06 21:00", denver), u"2026-07-07 09:00:00.000"_s);
    }

    /// A code in two zones: from eight o'clock in the western one to the evening of the eastern one.
    void c27SplitZoneCodes()
    {
        const QTimeZone eastern = test::zone("America/New_York");
        const QTimeZone mountain = test::zone("America/Denver");
        for (const char *code : {"850", "448"}) { // Florida's west, 8-20
            QCOMPARE(held(person(code), "2026-07-06 08:30", eastern), u"2026-07-06 09:00:00.000"_s);
            QCOMPARE(held(person(code), "2026-07-06 19:59", eastern), u"nothing"_s);
            QCOMPARE(held(person(code), "2026-07-06 20:00", eastern), u"2026-07-07 09:00:00.000"_s);
        }
        QCOMPARE(held(person("208"), "2026-07-06 08:30", mountain), u"2026-07-06 09:00:00.000"_s); // Idaho, 8-21
        QCOMPARE(held(person("208"), "2026-07-06 21:00", mountain), u"2026-07-07 09:00:00.000"_s);
        // Kentucky begins at ten: at eleven in the east.
        QCOMPARE(held(person("270"), "2026-07-06 10:30", eastern), u"2026-07-06 11:00:00.000"_s);
    }

    /// A number goes along when its owner moves: a known address makes the hours narrower, never wider.
    void c27PortedNumbers()
    {
        const QTimeZone eastern = test::zone("America/New_York");
        QCOMPARE(held(person("212"), "2026-07-06 08:00", eastern), u"nothing"_s);
        QCOMPARE(held(person("212", "CA"), "2026-07-06 08:00", eastern), u"2026-07-06 12:00:00.000"_s); // nine in California
        QCOMPARE(held(person("212", "CA"), "2026-07-06 20:59", eastern), u"nothing"_s);
        QCOMPARE(held(person("212", "CA"), "2026-07-06 21:00", eastern), u"2026-07-07 12:00:00.000"_s); // night in New York
        // Moved within a state of two zones.
        QCOMPARE(held(person("305"), "2026-07-06 08:00", eastern), u"nothing"_s);
        QCOMPARE(held(person("305", "FL"), "2026-07-06 08:00", eastern), u"2026-07-06 09:00:00.000"_s);
        // To where no text goes on Sundays.
        QCOMPARE(held(person("212", "AL"), "2026-07-05 12:00", eastern), u"2026-07-06 09:00:00.000"_s);
    }

    /// No moment suits both: it waits for the end of the search, by when its age has long dropped it.
    void c27NoMomentSuits()
    {
        const UtcTime now = at("2026-07-06 12:00", detroit); // Guam is fourteen hours ahead of Rhode Island
        QCOMPARE(outreachHeldUntil(person("671", "RI"), detroit, now), std::optional(now + std::chrono::days(14)));
        QVERIFY(expiredInHold(now, now + std::chrono::days(14)));
    }

    void c28ExpiresAfterTwelveHours()
    {
        const UtcTime since = at("2026-07-06 20:00", detroit);
        QVERIFY(!expiredInHold(since, since));
        QVERIFY(!expiredInHold(since, since + std::chrono::hours(12)));
        QVERIFY(expiredInHold(since, since + std::chrono::hours(12) + Millis(1)));
    }
};

QTEST_GUILESS_MAIN(TestQuietHours)
#include "tst_quiethours.moc"
