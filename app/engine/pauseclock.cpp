// SPDX-License-Identifier: MIT
#include "engine/pauseclock.h"

#include "domain/ports/clock.h"
#include "engine/notice.h"

#include <algorithm>
#include <utility>

namespace textback {

namespace {

constexpr Millis longestLook = std::chrono::minutes(1); // the PC's clock may jump

} // namespace

PauseClock::PauseClock(Clock &clock, Scheduler &scheduler, NoticeBoard &notices, std::function<void()> over)
    : m_clock(clock)
    , m_scheduler(scheduler)
    , m_notices(notices)
    , m_over(std::move(over))
{
}

void PauseClock::follow(std::optional<UtcTime> until)
{
    if (until == m_until)
        return;
    m_until = until;
    m_next.cancel();
    if (!until) {
        m_notices.clear(Notice::Kind::Paused);
        return;
    }
    Notice notice;
    notice.kind = Notice::Kind::Paused;
    notice.until = until;
    m_notices.raise(notice);
    m_next = m_scheduler.callAfter(Millis(0), [this] { look(); });
}

void PauseClock::look()
{
    const Millis left = *m_until - m_clock.utcNow();
    // Set before it is said: whoever ends the pause cancels it. Where that fails, it is said again.
    m_next = m_scheduler.callAfter(left > Millis(0) ? std::min(left, longestLook) : longestLook, [this] { look(); });
    if (left <= Millis(0))
        m_over();
}

} // namespace textback
