// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/scheduler.h"
#include "domain/time.h"

#include <deque>
#include <functional>

namespace textback {

class Clock;

/// A token bucket in front of one connection's requests, so that a burst of work never becomes a burst at the provider. It is a limit of our
/// own; what the provider says about limits (429) is for the caller to obey. One thread.
class RateLimiter {
public:
    struct Rate {
        double perSecond = 10; ///< above 0
        int burst = 20;        ///< at least 1
    };

    /// A waiting text goes before any waiting look.
    enum class Lane { Send, Read };

    /// Clock and scheduler must outlive it.
    RateLimiter(const Clock &clock, Scheduler &scheduler, Rate rate);
    RateLimiter(const RateLimiter &) = delete;
    RateLimiter &operator=(const RateLimiter &) = delete;

    /// Runs `job` at once if a token is there and nobody waits before it, else as soon as its turn comes, in order within a lane.
    /// Jobs that still wait when the limiter is destroyed are dropped.
    void run(Lane lane, std::function<void()> job);
    size_t waiting() const { return m_sends.size() + m_reads.size(); }

private:
    void refill();
    void serve();

    const Clock &m_clock;
    Scheduler &m_scheduler;
    Rate m_rate;
    double m_tokens;
    Millis m_refilledAt;
    std::deque<std::function<void()>> m_sends;
    std::deque<std::function<void()>> m_reads;
    ScheduledCall m_next;
};

} // namespace textback
