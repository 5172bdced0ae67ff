// SPDX-License-Identifier: MIT
#pragma once

#include "domain/lifetime.h"
#include "domain/ports/providerfactory.h"
#include "engine/accountcontext.h"
#include "engine/alertclock.h"
#include "engine/backoff.h"
#include "engine/calllogpoller.h"
#include "engine/connectionmonitor.h"
#include "engine/foreigntextwatch.h"
#include "engine/messagepoller.h"
#include "engine/outboxdispatcher.h"
#include "engine/outboxreconciler.h"
#include "engine/personalmessages.h"
#include "engine/senderrole.h"
#include "engine/sendingwatch.h"
#include "engine/sendrecorder.h"
#include "engine/sleepwatch.h"
#include "engine/textbackservice.h"
#include "engine/trapwatch.h"

#include <functional>
#include <memory>

namespace textback {

struct EnginePorts;

/// The work for one account with one set of secrets: puts the parts together. Sends nothing before it knows the provider's time and has read
/// both lists once since it started, woke up or saw the clock jump: so a STOP or a call back that it missed is known first. After a restore of a
/// backup it sends nothing, also nothing of a person's, before the messages that the backup does not know are imported.
class AccountSession {
public:
    struct Hooks {
        std::function<void(const ConnectionState &)> connectionChanged;
        std::function<void(const AccountCheck &)> accountChecked;
        std::function<void()> ready;  ///< watching: from now on a missed call is texted
        std::function<bool()> onHold; ///< true: nothing may be sent, whatever else
        std::function<void()> idle;   ///< after stop(): nothing is in flight any more
        std::function<void(const SleepWatch::Gap &)> slept;
    };

    AccountSession(const EnginePorts &ports, std::unique_ptr<ProviderConnection> provider, EngineReports &reports, NoticeBoard &notices,
                   const Settings &settings, Hooks hooks);

    /// Opens the account in the store and begins to work. Fails with Storage.
    Result<void> start();
    void applySettings(const Settings &settings);
    /// Asks for everything at once, also after a refused sign-in.
    void checkNow();
    /// A hold from outside may have ended: sends what waits.
    void resume() { m_dispatcher.pump(); }
    /// The operating system says that the PC woke: asks at once, over new connections.
    void wake();
    /// Begins nothing new. True if nothing is in flight.
    bool stop();

    PersonalMessages &messages() { return m_messages; }
    MediaSource *media() { return m_provider->media(); }
    ConnectionMonitor &monitor() { return m_monitor; }

private:
    void checkWhenDue();
    void checkAccount();
    void takeAccountCheck(const Result<AccountCheck> &check);
    void tellImport();
    Result<void> rebuildRules();
    void beginPolling();
    void becomeStale(const SleepWatch::Gap &gap);
    void beforeCallPoll();
    void callsPolled();
    void messagesPolled();
    void resumeIfFresh();
    void readMessages();
    void judgeOthers();
    void pumpAlerts();
    void storageResult(const Result<void> &done);
    bool maySend() const;
    bool recoverInflight();

    std::unique_ptr<ProviderConnection> m_provider;
    AccountContext m_context;
    Hooks m_hooks;
    SleepWatch m_sleep;
    ConnectionMonitor m_monitor;
    SenderRole m_role;
    ForeignTextWatch m_foreign;
    SendingWatch m_sending;
    TrapWatch m_traps;
    SendRecorder m_recorder;
    OutboxReconciler m_reconciler;
    OutboxDispatcher m_dispatcher;
    TextBackService m_service;
    CallLogPoller m_calls;
    MessagePoller m_messagePoller;
    PersonalMessages m_messages;
    AlertClock m_alerts;
    Backoff m_checkBackoff;
    ScheduledCall m_checkTimer;
    bool m_polling = false;
    bool m_checkWaits = false; // for the provider to be up again
    bool m_inactive = false;   // what the account check said
    bool m_triesAgain = false; // by a person's wish
    bool m_callsFresh = false;
    bool m_messagesFresh = false;
    bool m_recovered = false; // what a crash left in flight is marked unknown
    QString m_keptRules;      // the version of the rules that is kept already
    bool m_ready = false;
    bool m_stopped = false;
    Lifetime m_lifetime;
};

} // namespace textback
