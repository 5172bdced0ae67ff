// SPDX-License-Identifier: MIT
#include "platform/eventloopscheduler.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace textback {

EventLoopScheduler::EventLoopScheduler(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_timer(this) // as a child it moves with the scheduler to another thread
{
    // A coarse timer may fire 5 % early or late, which a delay of hours turns into many minutes.
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &EventLoopScheduler::runDue);
}

quint64 EventLoopScheduler::schedule(Millis delay, std::function<void()> function)
{
    const quint64 id = m_nextId++;
    const Millis due = m_clock.monotonicNow() + std::max(delay, Millis(0));
    m_calls.emplace(Key(due, id), std::move(function));
    m_dueById.emplace(id, due);
    arm();
    return id;
}

void EventLoopScheduler::cancel(quint64 id)
{
    const auto found = m_dueById.find(id);
    if (found == m_dueById.end())
        return;
    m_calls.erase(Key(found->second, id));
    m_dueById.erase(found);
    if (m_calls.empty())
        m_timer.stop();
}

bool EventLoopScheduler::isPending(quint64 id) const
{
    return m_dueById.contains(id);
}

void EventLoopScheduler::runDue()
{
    // Calls that the due ones ask for have to wait for the next turn of the loop, or a chain of zero delays would starve everything else.
    const quint64 firstLater = m_nextId;
    const Millis now = m_clock.monotonicNow();
    auto next = m_calls.begin();
    while (next != m_calls.end() && next->first.first <= now) {
        if (next->first.second >= firstLater) {
            ++next;
            continue;
        }
        const std::function<void()> function = std::move(next->second);
        m_dueById.erase(next->first.second);
        m_calls.erase(next);
        function();
        next = m_calls.begin(); // the call may have cancelled any other
    }
    arm();
}

void EventLoopScheduler::arm()
{
    if (m_calls.empty()) {
        m_timer.stop();
        return;
    }
    const Millis wait = std::max(m_calls.begin()->first.first - m_clock.monotonicNow(), Millis(0));
    constexpr qint64 longest = std::numeric_limits<int>::max(); // QTimer counts in int: a later call is armed again on the way
    m_timer.start(static_cast<int>(std::min<qint64>(wait.count(), longest)));
}

} // namespace textback
