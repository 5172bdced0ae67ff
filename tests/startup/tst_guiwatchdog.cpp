// SPDX-License-Identifier: MIT
#include "support/virtualtime.h"
#include "ui/startup/guiwatchdog.h"

#include <QTest>

using namespace textback;
using namespace std::chrono_literals;

/// A window that stands still is noticed, in virtual time.
class TestGuiWatchdog : public QObject {
    Q_OBJECT

private slots:
    void f60StillWindowIsLogged();
    void f60CalmWindowIsNot();
    void f60NobodyLooks();
    void f60SleepIsNoFreeze();
};

void TestGuiWatchdog::f60StillWindowIsLogged()
{
    test::VirtualTime time;
    const GuiWatchdog dog(time, time, [] { return true; });
    time.advance(1s);
    QCOMPARE(dog.gaps(), 0);
    // Nothing runs for a while: the beat that was due comes at its end.
    QTest::ignoreMessage(QtWarningMsg, "the window stood still for 201 ms");
    time.sleep(201ms);
    time.settle();
    QCOMPARE(dog.gaps(), 1);
    QTest::ignoreMessage(QtWarningMsg, "the window stood still for 1500 ms");
    time.sleep(1500ms);
    time.settle();
    QCOMPARE(dog.gaps(), 2);
    QCOMPARE(dog.longest(), Millis(1500));
}

void TestGuiWatchdog::f60CalmWindowIsNot()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    test::VirtualTime time;
    const GuiWatchdog dog(time, time, [] { return true; });
    for (int i = 0; i < 100; ++i) {
        time.sleep(200ms);
        time.settle();
        time.advance(1s);
    }
    QCOMPARE(dog.gaps(), 0);
}

void TestGuiWatchdog::f60NobodyLooks()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    test::VirtualTime time;
    bool looking = false;
    const GuiWatchdog dog(time, time, [&looking] { return looking; });
    time.sleep(5s);
    time.settle();
    looking = true; // a slow beat is not judged by the fast one's measure
    time.advance(GuiWatchdog::idleBeat);
    QCOMPARE(dog.gaps(), 0);
    QVERIFY(time.pendingCalls() == 1);
}

void TestGuiWatchdog::f60SleepIsNoFreeze()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    test::VirtualTime time;
    const GuiWatchdog dog(time, time, [] { return true; });
    time.sleep(8h);
    time.settle();
    QCOMPARE(dog.gaps(), 0);
}

QTEST_GUILESS_MAIN(TestGuiWatchdog)
#include "tst_guiwatchdog.moc"
