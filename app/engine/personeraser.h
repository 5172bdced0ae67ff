// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ids.h"
#include "domain/ports/scheduler.h"
#include "domain/result.h"

namespace textback {

class Clock;
class Store;

/// Deletes everything about one other party (ErasureStore says what stays, and what hinders it), and then wipes the words from the file, a little
/// at a time from the event loop. Engine thread.
class PersonEraser {
public:
    /// All outlive it.
    PersonEraser(Store &store, Clock &clock, Scheduler &scheduler);

    /// At the start: goes on with what an earlier run did not wipe to its end. Whether there was such a thing.
    bool start() { return wipe(); }
    /// Deleted and durable when it returns without an error.
    Result<void> erase(ConversationId conversation);

private:
    void wipeAfter(Millis delay);
    bool wipe();

    Store &m_store;
    Clock &m_clock;
    Scheduler &m_scheduler;
    ScheduledCall m_next;
};

} // namespace textback
