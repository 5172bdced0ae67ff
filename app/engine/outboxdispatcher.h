// SPDX-License-Identifier: MIT
#pragma once

#include "domain/lifetime.h"
#include "domain/ports/messagechannel.h"
#include "domain/ports/scheduler.h"
#include "engine/releasecheck.h"
#include "engine/sendlook.h"
#include "engine/sendpace.h"
#include "engine/sendrecorder.h"

#include <functional>
#include <map>

namespace textback {

class ConnectionMonitor;
struct AccountContext;

/// Sends what is due: checks once more, looks for a text that somebody else sent, marks the item in flight durably, sends once, and writes down
/// how it ended. At most four at a time and one per recipient. Without the durable mark nothing leaves.
class OutboxDispatcher {
public:
    struct Hooks {
        std::function<void()> beforeWork;    ///< the PC may have slept: find out before acting
        std::function<bool()> maySend;       ///< false: on hold
        std::function<void()> sent;          ///< an attempt ended: look for news more often
        std::function<void()> becameUnknown; ///< there is something to reconcile
        std::function<void()> idle;          ///< after stop(): nothing is in flight any more
    };

    OutboxDispatcher(AccountContext &context, ConnectionMonitor &monitor, SendRecorder &recorder, Hooks hooks);

    /// Looks for due items and begins them. Cheap when there is nothing to do; called after everything that may have changed that.
    void pump();
    /// Begins nothing new. What is in flight ends by itself, or stays in flight in the database.
    void stop();
    bool hasSendsInFlight() const;

private:
    struct Work {
        PhoneNumber to;
        bool sending = false;
        ScheduledCall retry; // of writing down how it ended
    };

    bool pumpBatch(UtcTime now, bool &blocked);
    bool isMinuteFull(const OutboxItem &item);
    void begin(const OutboxItem &item);
    void looked(OutboxId id, const Result<SendLook::Found> &found);
    void release(OutboxId id);
    bool drop(const OutboxItem &item, const ReleaseCheck::Outcome &outcome);
    bool refusedByAccount(const OutboxItem &item);
    void adopt(const OutboxItem &item, const ProviderMessage &message);
    void handle(const OutboxItem &item, const SendReport &report);
    void record(const OutboxItem &item, const SendReport &report);
    Result<void> write(const OutboxItem &item, const SendReport &report);
    Result<void> writeNotAccepted(const OutboxItem &item, const Error &error);
    void finish(OutboxId id);
    void storageFailed(OutboxId id, const Error &error);
    bool isBusy(const PhoneNumber &recipient) const;
    bool waitsForTakeover(const OutboxItem &item) const;
    void wakeAfter(Millis delay);

    AccountContext &m_context;
    ConnectionMonitor &m_monitor;
    SendRecorder &m_recorder;
    Hooks m_hooks;
    ReleaseCheck m_check;
    SendLook m_look;
    std::map<OutboxId, Work> m_working;
    ScheduledCall m_timer;
    SendPace m_pace;
    Millis m_pausedUntil{0}; // monotonic: after a 429, or when a minute is full
    Millis m_probeAt{0};     // monotonic: when the next automatic text may try a refusing account
    bool m_stopped = false;
    Lifetime m_lifetime;
};

} // namespace textback
