// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/clock.h"
#include "domain/ports/scheduler.h"

#include <functional>
#include <optional>

namespace textback {

/// Notices that this PC slept or that its wall clock was set, by a heartbeat: everything that was known is stale then (faults.md F26, F28).
class SleepWatch {
public:
    struct Gap {
        Millis awayFor{0};  ///< how long nothing of ours ran
        bool slept = false; ///< false: only the wall clock was moved
    };

    /// `noticed` is called from tick(), at most once per gap.
    SleepWatch(const Clock &clock, Scheduler &scheduler, std::function<void(const Gap &)> noticed);

    void start();
    /// Called by everybody who is about to act on what is known, because a timer of theirs may come before the heartbeat after a sleep.
    void tick();

private:
    void beat();

    const Clock &m_clock;
    Scheduler &m_scheduler;
    std::function<void(const Gap &)> m_noticed;
    UtcTime m_wall{};
    Millis m_monotonic{0};
    ScheduledCall m_beat;
};

} // namespace textback
