// SPDX-License-Identifier: MIT
#include "domain/hours/nextmorning.h"
#include "walltext.h"

#include <QTest>

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;

/// When "until tomorrow" ends.
class TestNextMorning : public QObject {
    Q_OBJECT

private slots:
    void endsInTheMorning_data();
    void endsInTheMorning();
    void alwaysOpenMeansSix();
};

void TestNextMorning::endsInTheMorning_data()
{
    QTest::addColumn<QByteArray>("place");
    QTest::addColumn<QStringList>("open"); // Monday to Friday
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("until");
    const QStringList day{u"08:00"_s, u"12:00"_s, u"13:00"_s, u"17:00"_s};
    const QStringList afternoon{u"13:00"_s, u"21:00"_s};
    const QStringList night{u"20:00"_s, u"05:00"_s};
    const QStringList whole{u"00:00"_s, u"24:00"_s};
    const QByteArray detroit = "America/Detroit";
    QTest::newRow("by day") << detroit << day << u"2026-11-23 10:00"_s << u"2026-11-24 08:00"_s;
    QTest::newRow("before it opens") << detroit << day << u"2026-11-23 07:00"_s << u"2026-11-24 08:00"_s;
    QTest::newRow("in the evening") << detroit << day << u"2026-11-23 23:59"_s << u"2026-11-24 08:00"_s;
    QTest::newRow("up late") << detroit << day << u"2026-11-24 03:59"_s << u"2026-11-24 08:00"_s;
    QTest::newRow("up early") << detroit << day << u"2026-11-24 04:00"_s << u"2026-11-25 08:00"_s;
    QTest::newRow("before a closed day") << detroit << day << u"2026-11-20 10:00"_s << u"2026-11-21 06:00"_s;
    QTest::newRow("before a holiday") << detroit << day << u"2026-11-25 10:00"_s << u"2026-11-26 06:00"_s;
    QTest::newRow("opens after noon") << detroit << afternoon << u"2026-11-23 15:00"_s << u"2026-11-24 06:00"_s;
    QTest::newRow("night shift") << detroit << night << u"2026-11-23 22:00"_s << u"2026-11-24 06:00"_s;
    QTest::newRow("whole days") << detroit << whole << u"2026-11-23 10:00"_s << u"2026-11-24 06:00"_s;
    QTest::newRow("clocks go forward") << detroit << day << u"2026-03-07 22:00"_s << u"2026-03-08 06:00"_s;
    QTest::newRow("clocks go back") << detroit << day << u"2026-10-31 22:00"_s << u"2026-11-01 06:00"_s;
    QTest::newRow("the other side of the earth") << QByteArray("Pacific/Auckland") << day << u"2026-11-23 10:00"_s << u"2026-11-24 08:00"_s;
}

void TestNextMorning::endsInTheMorning()
{
    QFETCH(QByteArray, place);
    QFETCH(QStringList, open);
    QFETCH(QString, now);
    QFETCH(QString, until);
    const QTimeZone where(place);
    BusinessHours hours;
    hours.weekly = weekdays(open);
    hours.usFederalHolidays = true;
    QCOMPARE(wallText(nextMorning(at(now, where), hours, where), where), wallText(at(until, where), where));
}

void TestNextMorning::alwaysOpenMeansSix()
{
    const QTimeZone where = zone("America/Detroit");
    BusinessHours hours; // no weekly hours
    QCOMPARE(wallText(nextMorning(at("2026-11-23 10:00", where), hours, where), where), u"2026-11-24 06:00:00.000"_s);
    hours.usFederalHolidays = true;
    QCOMPARE(wallText(nextMorning(at("2026-11-26 10:00", where), hours, where), where), u"2026-11-27 06:00:00.000"_s);
}

QTEST_GUILESS_MAIN(TestNextMorning)
#include "tst_nextmorning.moc"
