// SPDX-License-Identifier: MIT
#include "providers/http/ratelimiter.h"

#include "domain/ports/clock.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace textback {

RateLimiter::RateLimiter(const Clock &clock, Scheduler &scheduler, Rate rate)
    : m_clock(clock)
    , m_scheduler(scheduler)
    , m_rate{std::max(rate.perSecond, 0.001), std::max(rate.burst, 1)}
    , m_tokens(m_rate.burst)
    , m_refilledAt(clock.monotonicNow())
{
}

void RateLimiter::run(Lane lane, std::function<void()> job)
{
    refill();
    if (m_tokens >= 1 && waiting() == 0) {
        m_tokens -= 1;
        job();
        return;
    }
    (lane == Lane::Send ? m_sends : m_reads).push_back(std::move(job));
    serve();
}

void RateLimiter::refill()
{
    const Millis now = m_clock.monotonicNow();
    const double seconds = std::chrono::duration<double>(now - m_refilledAt).count();
    m_refilledAt = now;
    m_tokens = std::min(m_tokens + seconds * m_rate.perSecond, static_cast<double>(m_rate.burst));
}

void RateLimiter::serve()
{
    // One job per turn of the loop: a job may ask for more, or destroy this limiter.
    if (waiting() == 0 || m_next.isActive())
        return;
    const double missing = std::max(1 - m_tokens, 0.0);
    const Millis wait(static_cast<Millis::rep>(std::ceil(missing / m_rate.perSecond * 1000)));
    m_next = m_scheduler.callAfter(wait, [this] {
        refill();
        std::function<void()> job;
        if (m_tokens >= 0.999) { // whole milliseconds cannot hit a fraction exactly
            m_tokens = std::max(m_tokens - 1, 0.0);
            auto &lane = m_sends.empty() ? m_reads : m_sends;
            job = std::move(lane.front());
            lane.pop_front();
        }
        serve();
        if (job)
            job();
    });
}

} // namespace textback
