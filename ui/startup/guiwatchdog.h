// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/scheduler.h"
#include "domain/time.h"

#include <functional>

namespace textback {

class Clock;

/// Notices when the window stands still: a heartbeat on the GUI thread that logs every gap between two beats of more than
/// `longestGap` (faults.md F60). While
/// nobody looks it beats slowly and judges nothing, so that an idle program wakes seldom. GUI thread.
class GuiWatchdog {
public:
    static constexpr Millis beat{100};
    static constexpr Millis idleBeat{2000};
    static constexpr Millis longestGap{200};
    /// Beyond this the PC slept; that is no fault of ours.
    static constexpr Millis longestFreeze{60000};

    /// `looking` says whether the window is on the screen. Clock and scheduler outlive it.
    GuiWatchdog(const Clock &clock, Scheduler &scheduler, std::function<bool()> looking);

    /// The gaps logged so far, and the longest of them.
    int gaps() const { return m_gaps; }
    Millis longest() const { return m_longest; }

private:
    void wait();
    void judge();

    const Clock &m_clock;
    Scheduler &m_scheduler;
    std::function<bool()> m_looking;
    Millis m_lastBeat{0}; ///< monotonic
    bool m_judges = false;
    int m_gaps = 0;
    Millis m_longest{0};
    ScheduledCall m_next;
};

} // namespace textback
