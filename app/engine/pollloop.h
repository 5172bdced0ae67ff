// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/clock.h"
#include "domain/ports/random.h"
#include "domain/ports/scheduler.h"

#include <functional>
#include <utility>

namespace textback {

/// Asks again and again, never twice at a time: begin() is called, and whoever it asked calls ended() with the time until the next round.
class PollLoop {
public:
    PollLoop(const Clock &clock, Scheduler &scheduler, std::function<void()> begin)
        : m_clock(clock)
        , m_scheduler(scheduler)
        , m_begin(std::move(begin))
    {
    }

    /// Asks as soon as the event loop is free; while a request is under way, right after it.
    void pollNow()
    {
        m_stopped = false;
        if (m_busy)
            m_again = true;
        else
            schedule(Millis(0));
    }

    /// The round is over. Ends also a round in which nothing was asked.
    void ended(Millis next)
    {
        m_busy = false;
        if (!m_stopped)
            schedule(std::exchange(m_again, false) ? Millis(0) : next);
    }

    /// Brings the next round forward if it lies further away than this.
    void sooner(Millis delay)
    {
        if (m_stopped || m_busy || !m_timer.isActive() || m_clock.monotonicNow() + delay >= m_dueAt)
            return;
        schedule(delay);
    }

    /// No further rounds; one that is under way ends by itself.
    void stop()
    {
        m_stopped = true;
        m_again = false;
        m_timer.cancel();
    }

    /// `interval` with up to 10 % less, so that many copies do not ask in step. Never more: the interval is what the owner was promised.
    static Millis withJitter(Millis interval, Random &random)
    {
        return Millis(static_cast<qint64>(static_cast<double>(interval.count()) * (0.9 + 0.1 * random.uniform())));
    }

private:
    void schedule(Millis delay)
    {
        m_dueAt = m_clock.monotonicNow() + delay;
        m_timer = m_scheduler.callAfter(delay, [this] {
            m_busy = true;
            m_begin();
        });
    }

    const Clock &m_clock;
    Scheduler &m_scheduler;
    std::function<void()> m_begin;
    Millis m_dueAt{0}; // monotonic
    ScheduledCall m_timer;
    bool m_busy = false;
    bool m_again = false;
    bool m_stopped = true;
};

} // namespace textback
