// SPDX-License-Identifier: MIT
#include "platform/eventloopscheduler.h"
#include "platform/systemclock.h"

#include <QStringList>
#include <QTest>

using namespace textback;
using namespace Qt::StringLiterals;

class TestEventLoopScheduler : public QObject {
    Q_OBJECT

private slots:
    void callsOnceNotFromInsideAndNotEarly();
    void keepsTheOrder();
    void cancels();
    void aCallMayCancelAnother();
    void aZeroChainDoesNotStarveOthers();
    void destroyingTheSchedulerIsQuiet();

private:
    SystemClock m_clock;
};

void TestEventLoopScheduler::callsOnceNotFromInsideAndNotEarly()
{
    EventLoopScheduler scheduler(m_clock);
    int calls = 0;
    const Millis asked = m_clock.monotonicNow();
    Millis came{0};
    const ScheduledCall call = scheduler.callAfter(Millis(30), [&] {
        ++calls;
        came = m_clock.monotonicNow();
    });
    QCOMPARE(calls, 0);
    QVERIFY(call.isActive());
    QTRY_COMPARE(calls, 1);
    QVERIFY(came - asked >= Millis(30));
    QVERIFY(!call.isActive());
}

void TestEventLoopScheduler::keepsTheOrder()
{
    EventLoopScheduler scheduler(m_clock);
    QStringList order;
    const ScheduledCall late = scheduler.callAfter(Millis(20), [&] { order << u"late"_s; });
    const ScheduledCall first = scheduler.callAfter(Millis(0), [&] { order << u"first"_s; });
    const ScheduledCall second = scheduler.callAfter(Millis(0), [&] { order << u"second"_s; });
    QTRY_COMPARE(order, QStringList({u"first"_s, u"second"_s, u"late"_s}));
}

void TestEventLoopScheduler::cancels()
{
    EventLoopScheduler scheduler(m_clock);
    bool called = false;
    bool end = false;
    {
        const ScheduledCall gone = scheduler.callAfter(Millis(0), [&] { called = true; });
    }
    const ScheduledCall after = scheduler.callAfter(Millis(1), [&] { end = true; });
    QTRY_VERIFY(end);
    QVERIFY(!called);
}

void TestEventLoopScheduler::aCallMayCancelAnother()
{
    EventLoopScheduler scheduler(m_clock);
    bool called = false;
    bool end = false;
    ScheduledCall victim;
    const ScheduledCall killer = scheduler.callAfter(Millis(0), [&] { victim.cancel(); });
    victim = scheduler.callAfter(Millis(0), [&] { called = true; });
    const ScheduledCall after = scheduler.callAfter(Millis(1), [&] { end = true; });
    QTRY_VERIFY(end);
    QVERIFY(!called);
}

void TestEventLoopScheduler::aZeroChainDoesNotStarveOthers()
{
    EventLoopScheduler scheduler(m_clock);
    int turns = 0;
    bool otherEvent = false;
    ScheduledCall next;
    std::function<void()> chain = [&] {
        ++turns;
        if (turns < 100000 && !otherEvent)
            next = scheduler.callAfter(Millis(0), chain);
    };
    next = scheduler.callAfter(Millis(0), chain);
    QMetaObject::invokeMethod(
        this, [&] { otherEvent = true; }, Qt::QueuedConnection);
    QTRY_VERIFY(otherEvent);
    QVERIFY(turns < 1000);
}

void TestEventLoopScheduler::destroyingTheSchedulerIsQuiet()
{
    bool called = false;
    {
        ScheduledCall call;
        EventLoopScheduler scheduler(m_clock);
        call = scheduler.callAfter(Millis(0), [&] { called = true; });
        call.cancel();
    }
    QTest::qWait(1);
    QVERIFY(!called);
}

QTEST_GUILESS_MAIN(TestEventLoopScheduler)
#include "tst_eventloopscheduler.moc"
