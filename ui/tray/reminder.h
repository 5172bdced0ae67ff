// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/scheduler.h"
#include "engine/engineevents.h"

#include <functional>
#include <map>

namespace textback {

/// Brings up again what waits for a person, so many minutes after it was told, until somebody saw to it. GUI thread.
class Reminder {
public:
    /// `again` gets each that is due and decides whether it is still worth telling. If it is, told() follows, else forget().
    Reminder(Scheduler &scheduler, std::function<void(const EngineEvent &)> again);

    /// 0: never.
    void setMinutes(int minutes);
    /// This was told just now and wants a person.
    void told(const EngineEvent &event);
    /// Somebody saw it, or nothing waits there any more.
    void forget(ConversationId conversation);
    void forgetAll() { m_waiting.clear(); }

private:
    /// Kept while nothing is repeated, too: whoever switches it on has these in mind.
    struct Waiting {
        EngineEvent event;
        ScheduledCall next;
    };

    void schedule(Waiting &waiting);

    Scheduler &m_scheduler;
    std::function<void(const EngineEvent &)> m_again;
    int m_minutes = 0;
    std::map<qint64, Waiting> m_waiting; ///< by conversation
};

} // namespace textback
