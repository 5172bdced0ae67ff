// SPDX-License-Identifier: MIT
#include "domain/hours/holiday.h"
#include "domain/hours/openinterval.h"

#include <QTest>

using namespace textback;
using namespace Qt::StringLiterals;

class TestOpenInterval : public QObject {
    Q_OBJECT

private slots:
    void intervals_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("until");
        QTest::addColumn<int>("fromMinute");
        QTest::addColumn<int>("untilMinute");
        QTest::addColumn<QString>("text");
        QTest::newRow("morning") << u"08:00"_s << u"12:00"_s << 480 << 720 << u"08:00-12:00"_s;
        QTest::newRow("over midnight") << u"22:00"_s << u"06:00"_s << 1320 << 1800 << u"22:00-06:00"_s;
        QTest::newRow("to midnight") << u"18:30"_s << u"24:00"_s << 1110 << 1440 << u"18:30-24:00"_s;
        QTest::newRow("to midnight, as the next day's") << u"18:30"_s << u"00:00"_s << 1110 << 1440 << u"18:30-24:00"_s;
        QTest::newRow("the whole day") << u"00:00"_s << u"24:00"_s << 0 << 1440 << u"00:00-24:00"_s;
        QTest::newRow("a minute less than a day") << u"09:01"_s << u"09:00"_s << 541 << 1980 << u"09:01-09:00"_s;
        QTest::newRow("one minute") << u"23:59"_s << u"24:00"_s << 1439 << 1440 << u"23:59-24:00"_s;
    }
    void intervals()
    {
        QFETCH(QString, from);
        QFETCH(QString, until);
        QFETCH(int, fromMinute);
        QFETCH(int, untilMinute);
        const auto read = intervalFrom(from, until);
        QVERIFY(read.has_value());
        QCOMPARE(read->from, fromMinute);
        QCOMPARE(read->until, untilMinute);
        QTEST(toString(*read), "text");
    }

    void refused_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("until");
        QTest::addColumn<QString>("problem");
        const QString begin = u"must begin with a time from \"00:00\" to \"23:59\""_s;
        const QString end = u"must end with a time from \"00:00\" to \"24:00\""_s;
        const QString same = u"must not begin and end at the same time; the whole day is \"00:00\" to \"24:00\""_s;
        QTest::newRow("twice the same") << u"08:00"_s << u"08:00"_s << same;
        QTest::newRow("twice midnight") << u"00:00"_s << u"00:00"_s << same;
        QTest::newRow("begins at the end") << u"24:00"_s << u"06:00"_s << begin;
        QTest::newRow("one digit") << u"8:00"_s << u"12:00"_s << begin;
        QTest::newRow("no colon") << u"08.00"_s << u"12:00"_s << begin;
        QTest::newRow("letters") << u"0a:00"_s << u"12:00"_s << begin;
        QTest::newRow("a sign") << u"+8:00"_s << u"12:00"_s << begin;
        QTest::newRow("other digits") << u"٠٨:00"_s << u"12:00"_s << begin;
        QTest::newRow("empty") << QString() << u"12:00"_s << begin;
        QTest::newRow("no such minute") << u"08:00"_s << u"12:60"_s << end;
        QTest::newRow("after midnight's name") << u"08:00"_s << u"24:01"_s << end;
        QTest::newRow("no such hour") << u"08:00"_s << u"25:00"_s << end;
        QTest::newRow("more behind") << u"08:00"_s << u"12:00 PM"_s << end;
    }
    void refused()
    {
        QFETCH(QString, from);
        QFETCH(QString, until);
        const auto read = intervalFrom(from, until);
        QVERIFY(!read.has_value());
        QTEST(read.error(), "problem");
    }

    void overlaps_data()
    {
        QTest::addColumn<QString>("hours"); // "mon 08:00 12:00, ..."
        QTest::addColumn<QString>("problem");
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("split shift") << u"mon 08:00 12:00, mon 13:00 18:00"_s << QString();
        QTest::newRow("they touch") << u"mon 08:00 12:00, mon 12:00 18:00"_s << QString();
        QTest::newRow("never closed") << u"mon 00:00 24:00, tue 00:00 24:00"_s << QString();
        QTest::newRow("the night touches the morning") << u"mon 22:00 06:00, tue 06:00 14:00"_s << QString();
        QTest::newRow("one day") << u"mon 08:00 12:00, mon 11:59 18:00"_s << u"has mon 08:00-12:00 and mon 11:59-18:00, which overlap"_s;
        QTest::newRow("one day, other order") << u"fri 11:00 18:00, fri 08:00 12:00"_s
                                              << u"has fri 08:00-12:00 and fri 11:00-18:00, which overlap"_s;
        QTest::newRow("one within the other") << u"mon 08:00 18:00, mon 10:00 11:00"_s
                                              << u"has mon 08:00-18:00 and mon 10:00-11:00, which overlap"_s;
        QTest::newRow("the night before") << u"mon 22:00 06:00, tue 05:00 14:00"_s
                                          << u"has mon 22:00-06:00 and tue 05:00-14:00, which overlap"_s;
        QTest::newRow("sunday's night") << u"mon 05:00 14:00, sun 22:00 06:00"_s
                                        << u"has sun 22:00-06:00 and mon 05:00-14:00, which overlap"_s;
        QTest::newRow("twice the same") << u"sat 08:00 12:00, sat 08:00 12:00"_s
                                        << u"has sat 08:00-12:00 and sat 08:00-12:00, which overlap"_s;
        QTest::newRow("the only one of the week") << u"mon 09:01 09:00"_s << QString();
    }
    void overlaps()
    {
        QFETCH(QString, hours);
        const QStringList names = {u"mon"_s, u"tue"_s, u"wed"_s, u"thu"_s, u"fri"_s, u"sat"_s, u"sun"_s};
        WeeklyHours week;
        const QStringList entries = hours.split(u", "_s, Qt::SkipEmptyParts);
        for (const QString &entry : entries) {
            const QStringList parts = entry.split(u' ');
            week[size_t(names.indexOf(parts[0]))].push_back(*intervalFrom(parts[1], parts[2]));
        }
        QTEST(overlapProblem(week), "problem");
    }

    void holidays()
    {
        const auto once = holidayFrom(u"2026-12-25"_s, u"Christmas"_s);
        QVERIFY(once.has_value());
        QCOMPARE(*once, (Holiday{u"Christmas"_s, 2026, 12, 25}));
        QVERIFY(once->isOn(QDate(2026, 12, 25)));
        QVERIFY(!once->isOn(QDate(2027, 12, 25)));
        QVERIFY(!once->isOn(QDate(2026, 12, 24)));
        QVERIFY(!once->isOn(QDate(2026, 11, 25)));
        QCOMPARE(once->dateText(), u"2026-12-25"_s);

        const auto yearly = holidayFrom(u"07-24"_s);
        QVERIFY(yearly.has_value());
        QVERIFY(yearly->isOn(QDate(2026, 7, 24)));
        QVERIFY(yearly->isOn(QDate(2031, 7, 24)));
        QVERIFY(!yearly->isOn(QDate(2026, 7, 25)));
        QCOMPARE(yearly->dateText(), u"07-24"_s);

        const auto leapDay = holidayFrom(u"02-29"_s);
        QVERIFY(leapDay.has_value());
        QVERIFY(leapDay->isOn(QDate(2028, 2, 29)));
        QCOMPARE(leapDay->dateText(), u"02-29"_s);
    }

    void holidaysRefused_data()
    {
        QTest::addColumn<QString>("date");
        for (const char *date :
             {"", "2026", "2026-13-01", "2026-02-29", "02-30", "2026-1-1", "1-1", "12/25", "12-25 ", "26-12-25", "Easter"})
            QTest::newRow(date) << QString::fromLatin1(date);
    }
    void holidaysRefused()
    {
        QFETCH(QString, date);
        const auto read = holidayFrom(date);
        QVERIFY(!read.has_value());
        QCOMPARE(read.error(), u"must be a date like \"2026-12-25\", or \"12-25\" for every year"_s);
    }
};

QTEST_GUILESS_MAIN(TestOpenInterval)
#include "tst_openinterval.moc"
