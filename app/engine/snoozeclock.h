// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ids.h"
#include "domain/ports/scheduler.h"
#include "domain/time.h"

#include <QList>

#include <functional>

namespace textback {

class Clock;
class Store;

/// Brings snoozed conversations back when their time has come. What is due stands in the database; it goes by the PC's clock, as a snooze is a
/// wish about the wall clock, and looks once a minute, as that clock may jump. Needs no account and no connection. Engine thread.
class SnoozeClock {
public:
    using Woken = std::function<void(const QList<ConversationId> &)>;

    /// All outlive it. `woken` is called after the commit.
    SnoozeClock(Store &store, Clock &clock, Scheduler &scheduler, Woken woken);

    /// Wakes what is due and sets the timer for the next; after the start and after each snooze.
    void look();

private:
    Store &m_store;
    Clock &m_clock;
    Scheduler &m_scheduler;
    Woken m_woken;
    ScheduledCall m_next;
};

} // namespace textback
