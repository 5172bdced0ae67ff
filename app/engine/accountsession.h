// SPDX-License-Identifier: MIT
#pragma once

#include "domain/lifetime.h"
#include "domain/ports/providerfactory.h"
#include "engine/accountcontext.h"
#include "engine/backoff.h"
#include "engine/calllogpoller.h"
#include "engine/connectionmonitor.h"
#include "engine/messagepoller.h"
#include "engine/outboxdispatcher.h"
#include "engine/outboxreconciler.h"
#include "engine/personalmessages.h"
#include "engine/sendrecorder.h"
#include "engine/sleepwatch.h"
#include "engine/textbackservice.h"

#include <functional>
#include <memory>

namespace textback {

struct EnginePorts;

/// The work for one account with one set of secrets: puts the parts together. Sends nothing before it knows the provider's time and has read
/// both lists once since it started, woke up or saw the clock jump: so a STOP or a call back that it missed is known first.
class AccountSession {
public:
    struct Hooks {
        std::function<void(const ConnectionState &)> connectionChanged;
        std::function<void(const AccountCheck &)> accountChecked;
        std::function<void()> ready; ///< watching: from now on a missed call is texted
        std::function<void()> idle;  ///< after stop(): nothing is in flight any more
    };

    AccountSession(const EnginePorts &ports, std::unique_ptr<ProviderConnection> provider, EngineReports &reports, NoticeBoard &notices,
                   const Settings &settings, Hooks hooks);

    /// Opens the account in the store and begins to work. Fails with Storage.
    Result<void> start();
    void applySettings(const Settings &settings);
    /// Asks for everything at once, also after a refused sign-in.
    void checkNow();
    /// Begins nothing new. True if nothing is in flight.
    bool stop();

    PersonalMessages &messages() { return m_messages; }
    ConnectionMonitor &monitor() { return m_monitor; }

private:
    void checkAccount();
    void takeAccountCheck(const Result<AccountCheck> &check);
    void rebuildRules();
    void beginPolling();
    void becomeStale(const SleepWatch::Gap &gap);
    void beforeCallPoll();
    void callsPolled();
    void messagesPolled();
    void resumeIfFresh();
    bool maySend() const;
    bool recoverInflight();

    std::unique_ptr<ProviderConnection> m_provider;
    AccountContext m_context;
    Hooks m_hooks;
    SleepWatch m_sleep;
    ConnectionMonitor m_monitor;
    SendRecorder m_recorder;
    OutboxReconciler m_reconciler;
    OutboxDispatcher m_dispatcher;
    TextBackService m_service;
    CallLogPoller m_calls;
    MessagePoller m_messagePoller;
    PersonalMessages m_messages;
    Backoff m_checkBackoff;
    ScheduledCall m_checkTimer;
    bool m_polling = false;
    bool m_callsFresh = false;
    bool m_messagesFresh = false;
    bool m_recovered = false; // what a crash left in flight is marked unknown
    bool m_ready = false;
    bool m_stopped = false;
    Lifetime m_lifetime;
};

} // namespace textback
