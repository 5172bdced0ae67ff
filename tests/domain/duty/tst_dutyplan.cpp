// SPDX-License-Identifier: MIT
#include "domain/duty/dutyplan.h"

#include <QDateTime>
#include <QTest>

using namespace textback;
using namespace Qt::StringLiterals;

namespace {

const QTimeZone detroit("America/Detroit");

UtcTime local(const QString &text)
{
    return fromUnixMillis(
        QDateTime(QDate::fromString(text.left(10), Qt::ISODate), QTime::fromString(text.mid(11), u"HH:mm"_s), detroit).toMSecsSinceEpoch());
}

OpenInterval shift(const QString &from, const QString &until)
{
    return intervalFrom(from, until).value();
}

/// Nights from Monday to Friday, Saturday in two parts.
WeeklyHours nights()
{
    WeeklyHours plan;
    for (size_t day = 0; day < 5; ++day)
        plan[day] = {shift(u"18:00"_s, u"08:00"_s)};
    plan[5] = {shift(u"10:00"_s, u"14:00"_s), shift(u"20:00"_s, u"23:00"_s)};
    return plan;
}

WeeklyHours always()
{
    WeeklyHours plan;
    plan.fill({shift(u"00:00"_s, u"24:00"_s)});
    return plan;
}

PhoneNumber number(const char *text)
{
    return *PhoneNumber::fromStored(QString::fromLatin1(text));
}

} // namespace

class TestDutyPlan : public QObject {
    Q_OBJECT

private slots:
    void shifts_data();
    void shifts();
    void withoutAPlanNeverOnDuty();
    void wholeWeekIsAlways();
    void clockChangesKeepTheWallClock();
    void whoIsOnDuty();
};

void TestDutyPlan::shifts_data()
{
    QTest::addColumn<QString>("at");
    QTest::addColumn<bool>("on");
    QTest::addColumn<QString>("next");
    // 23 November 2026 is a Monday.
    QTest::newRow("before") << u"2026-11-23 17:59"_s << false << u"2026-11-23 18:00"_s;
    QTest::newRow("begins") << u"2026-11-23 18:00"_s << true << u"2026-11-24 18:00"_s;
    QTest::newRow("after midnight") << u"2026-11-24 03:00"_s << true << u"2026-11-24 18:00"_s;
    QTest::newRow("last minute") << u"2026-11-24 07:59"_s << true << u"2026-11-24 18:00"_s;
    QTest::newRow("over") << u"2026-11-24 08:00"_s << false << u"2026-11-24 18:00"_s;
    QTest::newRow("Friday's night on Saturday") << u"2026-11-28 07:59"_s << true << u"2026-11-28 10:00"_s;
    QTest::newRow("between two shifts") << u"2026-11-28 15:00"_s << false << u"2026-11-28 20:00"_s;
    QTest::newRow("Sunday") << u"2026-11-29 12:00"_s << false << u"2026-11-30 18:00"_s;
    QTest::newRow("no Sunday night before Monday") << u"2026-11-30 03:00"_s << false << u"2026-11-30 18:00"_s;
}

void TestDutyPlan::shifts()
{
    QFETCH(QString, at);
    QFETCH(QString, next);
    QTEST(isOnDuty(nights(), local(at), detroit), "on");
    QCOMPARE(nextShift(nights(), local(at), detroit), std::optional(local(next)));
}

void TestDutyPlan::withoutAPlanNeverOnDuty()
{
    const UtcTime noon = local(u"2026-11-23 12:00"_s);
    QVERIFY(!isOnDuty(std::nullopt, noon, detroit));
    QVERIFY(!nextShift(std::nullopt, noon, detroit));
    QVERIFY(!isOnDuty(WeeklyHours(), noon, detroit));
    QVERIFY(!nextShift(WeeklyHours(), noon, detroit));
}

void TestDutyPlan::wholeWeekIsAlways()
{
    for (int minute = 0; minute < 7 * 24 * 60; minute += 7)
        QVERIFY(isOnDuty(always(), local(u"2026-11-23 00:00"_s) + std::chrono::minutes(minute), detroit));
    // Who signs off is back at midnight, with the next day's shift.
    QCOMPARE(nextShift(always(), local(u"2026-11-23 15:00"_s), detroit), std::optional(local(u"2026-11-24 00:00"_s)));
}

void TestDutyPlan::clockChangesKeepTheWallClock()
{
    WeeklyHours plan;
    plan[6] = {shift(u"01:30"_s, u"03:30"_s)};
    // 1 November 2026: 01:00 to 02:00 comes twice; the shift begins at the first 01:30.
    const UtcTime first = fromUnixMillis(QDateTime(QDate(2026, 11, 1), QTime(5, 30), Qt::UTC).toMSecsSinceEpoch());
    QCOMPARE(nextShift(plan, local(u"2026-10-31 12:00"_s), detroit), std::optional(first));
    QVERIFY(isOnDuty(plan, first, detroit));
    // 14 March 2027: 02:00 to 03:00 does not come.
    plan[6] = {shift(u"02:30"_s, u"04:00"_s)};
    const UtcTime jumped = fromUnixMillis(QDateTime(QDate(2027, 3, 14), QTime(7, 0), Qt::UTC).toMSecsSinceEpoch());
    QCOMPARE(nextShift(plan, local(u"2027-03-13 12:00"_s), detroit), std::optional(jumped));
    QVERIFY(isOnDuty(plan, jumped, detroit));
}

void TestDutyPlan::whoIsOnDuty()
{
    People people;
    people.staff = {
        {u"Ana"_s, number("+13132230110"), nights()}, {u"Bo"_s, number("+13132230111")}, {u"Cy"_s, number("+13132230112"), always()}};
    const auto names = [&](const QString &at, const DutyOff &off = {}) {
        QString found;
        for (const StaffMember &member : onDuty(people, off, local(at), detroit))
            found += member.name + u' ';
        return found.trimmed();
    };
    QCOMPARE(names(u"2026-11-23 12:00"_s), u"Cy"_s);
    QCOMPARE(names(u"2026-11-23 20:00"_s), u"Ana Cy"_s);
    const DutyOff off{{number("+13132230110"), local(u"2026-11-24 18:00"_s)}};
    QCOMPARE(names(u"2026-11-23 20:00"_s, off), u"Cy"_s);
    QCOMPARE(names(u"2026-11-24 17:59"_s, off), u"Cy"_s);
    QCOMPARE(names(u"2026-11-24 18:00"_s, off), u"Ana Cy"_s);
}

QTEST_GUILESS_MAIN(TestDutyPlan)
#include "tst_dutyplan.moc"
