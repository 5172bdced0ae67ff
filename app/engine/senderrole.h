// SPDX-License-Identifier: MIT
#pragma once

#include "domain/devicerole.h"
#include "domain/ports/scheduler.h"
#include "domain/result.h"

#include <functional>

namespace textback {

class Clock;
class NoticeBoard;
class Store;
struct AccountContext;
struct Settings;

/// This PC's part among several (faults.md 5.4): keeps the role in the context, and lets a takeover begin, count and end. A takeover waits until
/// what the other PC sent last must be in the provider's list, so that no caller gets a text from both.
class SenderRole {
public:
    struct Hooks {
        std::function<void()> readMessages; ///< the count is over: one more look into the list
        std::function<void()> began;        ///< this PC sends now
    };

    SenderRole(AccountContext &context, Hooks hooks);

    /// The stored role follows what the settings say; taking the sender's part begins a takeover. Fails with Storage.
    static Result<void> follow(Store &store, const Settings &settings);

    /// The database came from another computer (copied, or a backup of it): that one may still send, so this PC only shows until a person says
    /// otherwise. Changes `settings` and keeps them. Fails with Storage.
    static Result<void> settleOn(Store &store, Settings &settings, const QString &computerId);

    /// Reads the stored role, raises or clears its notices.
    Result<void> load();
    /// The message list was read: a takeover begins to count, or ends when its time has come.
    Result<void> messagesRead();
    /// The other PC still sends: an automatic text of that time was seen.
    Result<void> otherSent(UtcTime at);

private:
    Millis wait() const;
    Result<void> waitUntil(UtcTime until);
    void tell();

    AccountContext &m_context;
    Hooks m_hooks;
    ScheduledCall m_timer;
};

} // namespace textback
