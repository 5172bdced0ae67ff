// SPDX-License-Identifier: MIT
#include "domain/metrics/allowance.h"

#include <QDateTime>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace textback;

namespace {

UtcTime utc(const QString &text)
{
    return fromUnixMillis(QDateTime::fromString(text, Qt::ISODate).toMSecsSinceEpoch());
}

Limits plan(int texts, MicroDollars price = 8300)
{
    Limits limits;
    limits.monthlyTexts = texts;
    limits.pricePerSegment = price;
    return limits;
}

} // namespace

/// How much of the plan a month has used, and what it comes to.
class TestAllowance : public QObject {
    Q_OBJECT

private slots:
    void monthOfTheBusiness_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("began");
        QTest::addColumn<QString>("ends");
        const auto detroit = u"America/Detroit"_s;
        QTest::newRow("last moment") << detroit << u"2026-02-01T04:59:59Z"_s << u"2026-01-01T05:00:00Z"_s << u"2026-02-01T05:00:00Z"_s;
        QTest::newRow("first moment") << detroit << u"2026-02-01T05:00:00Z"_s << u"2026-02-01T05:00:00Z"_s << u"2026-03-01T05:00:00Z"_s;
        QTest::newRow("March gains an hour of offset")
            << detroit << u"2026-03-20T00:00:00Z"_s << u"2026-03-01T05:00:00Z"_s << u"2026-04-01T04:00:00Z"_s;
        QTest::newRow("November loses it") << detroit << u"2026-11-20T00:00:00Z"_s << u"2026-11-01T04:00:00Z"_s
                                           << u"2026-12-01T05:00:00Z"_s;
        QTest::newRow("year's end") << detroit << u"2027-01-01T04:00:00Z"_s << u"2026-12-01T05:00:00Z"_s << u"2027-01-01T05:00:00Z"_s;
        QTest::newRow("leap day") << detroit << u"2028-02-29T12:00:00Z"_s << u"2028-02-01T05:00:00Z"_s << u"2028-03-01T05:00:00Z"_s;
        QTest::newRow("midnight is jumped over")
            << u"Asia/Beirut"_s << u"2026-03-31T00:00:00Z"_s << u"2026-02-28T22:00:00Z"_s << u"2026-03-31T21:00:00Z"_s;
    }

    void monthOfTheBusiness()
    {
        QFETCH(QString, zone);
        QFETCH(QString, now);
        QFETCH(QString, began);
        QFETCH(QString, ends);
        QCOMPARE(AllowanceMonth::at(utc(now), QTimeZone(zone.toLatin1())), (AllowanceMonth{utc(began), utc(ends)}));
    }

    void levels_data()
    {
        QTest::addColumn<qint64>("segments");
        QTest::addColumn<int>("plan");
        QTest::addColumn<int>("level");
        QTest::newRow("nothing") << qint64(0) << 1000 << int(Allowance::Level::Fine);
        QTest::newRow("just below 80 %") << qint64(799) << 1000 << int(Allowance::Level::Fine);
        QTest::newRow("80 %") << qint64(800) << 1000 << int(Allowance::Level::Low);
        QTest::newRow("just below 100 %") << qint64(999) << 1000 << int(Allowance::Level::Low);
        QTest::newRow("100 %") << qint64(1000) << 1000 << int(Allowance::Level::UsedUp);
        QTest::newRow("beyond") << qint64(1500) << 1000 << int(Allowance::Level::UsedUp);
        QTest::newRow("80 % of an odd plan") << qint64(8) << 11 << int(Allowance::Level::Fine);
        QTest::newRow("no plan") << qint64(5000) << 0 << int(Allowance::Level::Fine);
    }

    void levels()
    {
        QFETCH(qint64, segments);
        QFETCH(int, plan);
        QFETCH(int, level);
        const Allowance allowance = allowanceOf(segments, utc(u"2026-06-16T04:00:00Z"_s), QTimeZone("America/Detroit"), ::plan(plan));
        QCOMPARE(int(allowance.level()), level);
        QCOMPARE(allowance.percent().has_value(), plan > 0);
    }

    void usageCostAndProjection()
    {
        // Half of June is over.
        const Allowance allowance = allowanceOf(400, utc(u"2026-06-16T04:00:00Z"_s), QTimeZone("America/Detroit"), plan(1000));
        QCOMPARE(allowance.segments, 400);
        QCOMPARE(allowance.percent(), 40.0);
        QCOMPARE(allowance.cost, 400 * 8300);
        QCOMPARE(allowance.projectedSegments, 800);
        QCOMPARE(allowance.projectedCost, 800 * 8300);
    }

    void projectionCountsTheHourOfTheClockChange()
    {
        // November in Detroit has 721 hours: after 24 of them, 100 texts are 3,004 a month; counted in days of 24 hours it were 3,000.
        const Allowance allowance = allowanceOf(100, utc(u"2026-11-02T04:00:00Z"_s), QTimeZone("America/Detroit"), plan(1000));
        QCOMPARE(allowance.projectedSegments, 3004);
    }

    void noProjectionOnTheFirstDay()
    {
        const QTimeZone zone("America/Detroit");
        QCOMPARE(allowanceOf(5, utc(u"2026-06-01T04:00:00Z"_s), zone, plan(1000)).projectedSegments, std::nullopt);
        QCOMPARE(allowanceOf(5, utc(u"2026-06-02T03:59:59Z"_s), zone, plan(1000)).projectedCost, std::nullopt);
        QCOMPARE(allowanceOf(5, utc(u"2026-06-02T04:00:00Z"_s), zone, plan(1000)).projectedSegments, 150);
    }
};

QTEST_APPLESS_MAIN(TestAllowance)
#include "tst_allowance.moc"
