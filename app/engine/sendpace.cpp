// SPDX-License-Identifier: MIT
#include "engine/sendpace.h"

namespace textback {

namespace {

constexpr Millis span = std::chrono::minutes(1);

} // namespace

void SendPace::forget(Millis now)
{
    while (!m_sent.empty() && now - m_sent.front().at >= span) {
        m_sum -= m_sent.front().segments;
        m_sent.pop_front();
    }
}

Millis SendPace::wait(int segments, int perMinute, Millis now)
{
    forget(now);
    int left = m_sum;
    for (const Sent &each : m_sent) {
        if (left + segments <= perMinute)
            return Millis(0);
        left -= each.segments;
        if (left + segments <= perMinute || left == 0)
            return each.at + span - now;
    }
    return Millis(0);
}

void SendPace::sent(int segments, Millis now)
{
    forget(now);
    m_sent.push_back({now, segments});
    m_sum += segments;
}

} // namespace textback
