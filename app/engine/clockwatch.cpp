// SPDX-License-Identifier: MIT
#include "engine/clockwatch.h"

#include "domain/ports/clock.h"
#include "engine/notice.h"

namespace textback {

namespace {

constexpr Millis worthTelling = std::chrono::minutes(2);
constexpr Millis otherNews = std::chrono::minutes(1); // answers come with their delay: a wrong clock is told once

} // namespace

void ClockWatch::observe(std::optional<UtcTime> providerTime)
{
    if (!providerTime)
        return;
    const Millis ahead = m_clock.utcNow() - *providerTime;
    if (std::chrono::abs(ahead) <= worthTelling) {
        m_notices.clear(Notice::Kind::Clock);
        return;
    }
    const auto standing = m_notices.find(Notice::Kind::Clock);
    if (standing && std::chrono::abs(standing->span - ahead) < otherNews)
        return;
    Notice notice;
    notice.kind = Notice::Kind::Clock;
    notice.span = std::chrono::round<std::chrono::seconds>(ahead);
    m_notices.raise(notice);
}

} // namespace textback
