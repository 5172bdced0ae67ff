// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/scheduler.h"
#include "domain/time.h"
#include "engine/sleepwatch.h"

namespace textback {

class Clock;
class NoticeBoard;
struct EngineEvent;

/// "While you were away": counts the missed calls that got no text because this PC slept, and tells once the counting is done (faults.md F26).
class AwayWatch {
public:
    AwayWatch(const Clock &clock, Scheduler &scheduler, NoticeBoard &notices)
        : m_clock(clock)
        , m_scheduler(scheduler)
        , m_notices(notices)
    {
    }

    /// The PC slept until just now. A short nap is none of a person's business.
    void noteSleep(const SleepWatch::Gap &gap);
    void noteEvent(const EngineEvent &event);

private:
    void tell();

    const Clock &m_clock;
    Scheduler &m_scheduler;
    NoticeBoard &m_notices;
    UtcTime m_from{}; // PC clock
    UtcTime m_until{};
    int m_count = 0;
    bool m_away = false;
    ScheduledCall m_timer;
};

} // namespace textback
