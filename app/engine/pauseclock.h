// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/scheduler.h"
#include "domain/time.h"

#include <functional>
#include <optional>

namespace textback {

class Clock;
class NoticeBoard;

/// Says that automatic texts are paused (notice Paused), and when the pause is over. Whether a text may go, the rules decide by themselves
/// (TextBackRules::isPaused). Engine thread.
class PauseClock {
public:
    /// All outlive it. `over` is called when a pause has ended.
    PauseClock(Clock &clock, Scheduler &scheduler, NoticeBoard &notices, std::function<void()> over);

    /// The pause that the settings know now.
    void follow(std::optional<UtcTime> until);

private:
    void look();

    Clock &m_clock;
    Scheduler &m_scheduler;
    NoticeBoard &m_notices;
    std::function<void()> m_over;
    std::optional<UtcTime> m_until;
    ScheduledCall m_next;
};

} // namespace textback
