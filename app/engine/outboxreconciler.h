// SPDX-License-Identifier: MIT
#pragma once

#include "domain/lifetime.h"
#include "domain/ports/messagechannel.h"
#include "domain/ports/scheduler.h"
#include "engine/sendrecorder.h"

#include <functional>
#include <map>
#include <set>

namespace textback {

class ConnectionMonitor;
struct AccountContext;

/// Finds out about texts that may have been accepted: looks into the provider's own list a few times after the attempt ended. Found: it is
/// accepted. Absent for long enough: once more where that list can be trusted, else a person decides (faults.md 5.3).
class OutboxReconciler {
public:
    /// `mayAsk` says whether the provider is worth asking now; `requeued` is called when an item is to be sent once more.
    OutboxReconciler(AccountContext &context, ConnectionMonitor &monitor, SendRecorder &recorder, std::function<bool()> mayAsk,
                     std::function<void()> requeued);

    /// Looks at what is due for a look, and sets the time of the next.
    void pump();
    void stop();

    /// How long absence from the provider's list must last after an attempt that ended so.
    static Millis waitFor(UnknownCause cause);

private:
    UtcTime nextLook(const OutboxItem &item) const;
    void look(const OutboxItem &item);
    void judge(OutboxId id, UtcTime askedAt, const Result<MessageAnswer> &answer);
    Result<bool> adopt(const OutboxItem &item, const MessageAnswer &answer);
    Result<void> conclude(const OutboxItem &item);
    void wakeAfter(Millis delay);

    struct Retry {
        int failures = 0;
        UtcTime at{};
    };

    AccountContext &m_context;
    ConnectionMonitor &m_monitor;
    SendRecorder &m_recorder;
    std::function<bool()> m_mayAsk;
    std::function<void()> m_requeued;
    std::set<OutboxId> m_looking;
    std::map<OutboxId, Retry> m_retries; // after looks that failed
    ScheduledCall m_timer;
    bool m_stopped = false;
    Lifetime m_lifetime;
};

} // namespace textback
