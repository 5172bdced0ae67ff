// SPDX-License-Identifier: MIT
#include "engine/providerclock.h"

namespace textback {

namespace {

// A Date header is cut to whole seconds and comes with the delay of the answer: it is at most this much behind while nothing is wrong.
constexpr Millis ordinaryLag = std::chrono::milliseconds(2500);

} // namespace

void ProviderClock::sample(std::optional<UtcTime> providerTime)
{
    const UtcTime time = providerTime.value_or(m_clock.utcNow());
    // Keep the estimate that is furthest ahead: a second's fraction and the answer's way only ever make a sample too early.
    if (m_known && time <= now() && now() - time <= ordinaryLag)
        return;
    m_base = time;
    m_monotonicBase = m_clock.monotonicNow();
    m_known = m_everKnown = true;
}

UtcTime ProviderClock::now() const
{
    if (!m_everKnown)
        return m_clock.utcNow();
    return m_base + (m_clock.monotonicNow() - m_monotonicBase);
}

} // namespace textback
