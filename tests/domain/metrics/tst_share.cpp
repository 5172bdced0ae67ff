// SPDX-License-Identifier: MIT
#include "domain/metrics/callmetrics.h"
#include "domain/metrics/share.h"

#include <QtTest>

#include <cmath>

using namespace textback;

Q_DECLARE_METATYPE(textback::Share)

/// Rates, percentiles and intervals.
class TestShare : public QObject {
    Q_OBJECT

private slots:
    void rates()
    {
        QCOMPARE((Share{1, 4}).rate(), 0.25);
        QCOMPARE((Share{0, 4}).rate(), 0.0);
        QCOMPARE((Share{0, 0}).rate(), std::nullopt);
    }

    void percentilesByNearestRank()
    {
        QCOMPARE(Durations::of({}), Durations());
        QCOMPARE(Durations::of({Millis(7)}), (Durations{1, Millis(7), Millis(7), Millis(7)}));
        QCOMPARE(Durations::of({Millis(3), Millis(1)}), (Durations{2, Millis(1), Millis(3), Millis(3)}));
        std::vector<Millis> hundred;
        for (int i = 100; i >= 1; --i)
            hundred.push_back(Millis(i));
        QCOMPARE(Durations::of(hundred), (Durations{100, Millis(50), Millis(90), Millis(95)}));
    }

    /// The examples of Newcombe, Statistics in Medicine 17 (1998) 857, method 3.
    void wilson_data()
    {
        QTest::addColumn<Share>("share");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::newRow("81/263") << Share{81, 263} << 0.2553 << 0.3662;
        QTest::newRow("15/148") << Share{15, 148} << 0.0624 << 0.1605;
        QTest::newRow("0/20") << Share{0, 20} << 0.0 << 0.1611;
        QTest::newRow("1/29") << Share{1, 29} << 0.0061 << 0.1718;
        QTest::newRow("20/20") << Share{20, 20} << 0.8389 << 1.0;
        QTest::newRow("nothing") << Share{0, 0} << 0.0 << 1.0;
    }

    void wilson()
    {
        QFETCH(Share, share);
        QFETCH(double, low);
        QFETCH(double, high);
        const Interval interval = wilsonInterval(share);
        QVERIFY2(std::abs(interval.low - low) < 0.00006, qPrintable(QString::number(interval.low)));
        QVERIFY2(std::abs(interval.high - high) < 0.00006, qPrintable(QString::number(interval.high)));
    }

    /// The examples of Newcombe, Statistics in Medicine 17 (1998) 873, method 10.
    void trueLiftInterval_data()
    {
        QTest::addColumn<Share>("a");
        QTest::addColumn<Share>("b");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::newRow("56/70 - 48/80") << Share{56, 70} << Share{48, 80} << 0.0524 << 0.3339;
        QTest::newRow("9/10 - 3/10") << Share{9, 10} << Share{3, 10} << 0.1705 << 0.8090;
        QTest::newRow("6/7 - 2/7") << Share{6, 7} << Share{2, 7} << 0.0582 << 0.8062;
        QTest::newRow("5/56 - 0/29") << Share{5, 56} << Share{0, 29} << -0.0381 << 0.1926;
        QTest::newRow("0/10 - 0/20") << Share{0, 10} << Share{0, 20} << -0.1611 << 0.2775;
        QTest::newRow("0/10 - 0/10") << Share{0, 10} << Share{0, 10} << -0.2775 << 0.2775;
        QTest::newRow("10/10 - 0/20") << Share{10, 10} << Share{0, 20} << 0.6791 << 1.0;
        QTest::newRow("10/10 - 0/10") << Share{10, 10} << Share{0, 10} << 0.6075 << 1.0;
    }

    void trueLiftInterval()
    {
        QFETCH(Share, a);
        QFETCH(Share, b);
        QFETCH(double, low);
        QFETCH(double, high);
        const Interval interval = newcombeInterval(a, b);
        QVERIFY2(std::abs(interval.low - low) < 0.00006, qPrintable(QString::number(interval.low)));
        QVERIFY2(std::abs(interval.high - high) < 0.00006, qPrintable(QString::number(interval.high)));
    }

    void suggestedStaffing_data()
    {
        QTest::addColumn<int>("missed");
        QTest::addColumn<int>("occurrences");
        QTest::addColumn<int>("withMissed");
        QTest::addColumn<int>("people");
        QTest::newRow("none missed") << 0 << 4 << 0 << 0;
        QTest::newRow("a bad hour is chance") << 12 << 4 << 1 << 0;
        QTest::newRow("again and again") << 4 << 4 << 2 << 1;
        QTest::newRow("ten each time") << 40 << 4 << 4 << 1;
        QTest::newRow("more than one takes") << 41 << 4 << 4 << 2;
        QTest::newRow("no such hour") << 0 << 0 << 0 << 0;
    }

    void suggestedStaffing()
    {
        QFETCH(int, missed);
        QFETCH(int, occurrences);
        QFETCH(int, withMissed);
        QFETCH(int, people);
        QCOMPARE(suggestedPeople(missed, occurrences, withMissed), people);
    }
};

QTEST_APPLESS_MAIN(TestShare)
#include "tst_share.moc"
