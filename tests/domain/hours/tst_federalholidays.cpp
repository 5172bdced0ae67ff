// SPDX-License-Identifier: MIT
#include "domain/hours/federalholidays.h"

#include <QSet>
#include <QTest>

using namespace textback;
using namespace Qt::StringLiterals;

class TestFederalHolidays : public QObject {
    Q_OBJECT

private slots:
    void spellings()
    {
        QCOMPARE(toString(FederalHoliday::NewYear), u"new-year"_s);
        QCOMPARE(toString(FederalHoliday::Christmas), u"christmas"_s);
        QSet<QString> names;
        for (const FederalHolidayDate &entry : federalHolidays(2026))
            names.insert(toString(entry.holiday));
        QCOMPARE(names.size(), 11);
        QVERIFY(!names.contains(QString()));
    }

    /// The days on which federal offices are closed, as the Office of Personnel Management publishes them; in order. A New Year that is observed
    /// in the year before stands with the year that it begins.
    void observedDays_data()
    {
        QTest::addColumn<int>("year");
        QTest::addColumn<QString>("days");
        QTest::newRow("2020") << 2020 << u"01-01 01-20 02-17 05-25 07-03 09-07 10-12 11-11 11-26 12-25"_s; // no Juneteenth yet
        QTest::newRow("2021") << 2021 << u"01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24"_s;
        QTest::newRow("2022") << 2022 << u"12-31 01-17 02-21 05-30 06-20 07-04 09-05 10-10 11-11 11-24 12-26"_s;
        QTest::newRow("2023") << 2023 << u"01-02 01-16 02-20 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25"_s;
        QTest::newRow("2024") << 2024 << u"01-01 01-15 02-19 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25"_s;
        QTest::newRow("2025") << 2025 << u"01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25"_s;
        QTest::newRow("2026") << 2026 << u"01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25"_s;
        QTest::newRow("2027") << 2027 << u"01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24"_s;
        QTest::newRow("2028") << 2028 << u"12-31 01-17 02-21 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25"_s;
    }
    void observedDays()
    {
        QFETCH(int, year);
        QStringList days;
        for (const FederalHolidayDate &entry : federalHolidays(year)) {
            days.append(entry.observed.toString(u"MM-dd"_s));
            QCOMPARE(entry.date.year(), year);
            QCOMPARE(entry.observed.year(), days.last() == "12-31"_L1 ? year - 1 : year);
        }
        QTEST(days.join(u' '), "days");
    }

    void bothDaysCount()
    {
        QVERIFY(federalHolidayOn(QDate(2026, 7, 4)) == FederalHoliday::Independence); // a Saturday
        QVERIFY(federalHolidayOn(QDate(2026, 7, 3)) == FederalHoliday::Independence);
        QVERIFY(!federalHolidayOn(QDate(2026, 7, 5)));
        QVERIFY(!federalHolidayOn(QDate(2026, 7, 6)));
        QVERIFY(federalHolidayOn(QDate(2022, 12, 25)) == FederalHoliday::Christmas); // a Sunday
        QVERIFY(federalHolidayOn(QDate(2022, 12, 26)) == FederalHoliday::Christmas);
        QVERIFY(!federalHolidayOn(QDate(2022, 12, 24)));
        QVERIFY(federalHolidayOn(QDate(2021, 12, 31)) == FederalHoliday::NewYear); // for Saturday, 1 January 2022
        QVERIFY(federalHolidayOn(QDate(2022, 1, 1)) == FederalHoliday::NewYear);
        QVERIFY(!federalHolidayOn(QDate(2022, 12, 31)));
    }

    void inaugurationDayIsNone() { QVERIFY(!federalHolidayOn(QDate(2021, 1, 20))); }
};

QTEST_GUILESS_MAIN(TestFederalHolidays)
#include "tst_federalholidays.moc"
