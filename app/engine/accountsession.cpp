// SPDX-License-Identifier: MIT
#include "engine/accountsession.h"

#include "domain/failpoint.h"
#include "domain/settingsdocument.h"
#include "engine/engine.h"

#include <utility>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr Millis checkInterval = std::chrono::hours(1);
constexpr Millis refusedCheckInterval = std::chrono::minutes(5);

} // namespace

AccountSession::AccountSession(const EnginePorts &ports, std::unique_ptr<ProviderConnection> provider, EngineReports &reports,
                               NoticeBoard &notices, const Settings &settings, Hooks hooks)
    : m_provider(std::move(provider))
    , m_context(ports.clock, ports.scheduler, ports.random, ports.store, *m_provider, reports, notices)
    , m_hooks(std::move(hooks))
    , m_sleep(ports.clock, ports.scheduler, [this](const SleepWatch::Gap &gap) { becomeStale(gap); })
    , m_monitor(ports.clock, [this](const ConnectionState &state) { m_hooks.connectionChanged(state); })
    , m_role(m_context, {[this] { readMessages(); }, [this] { m_dispatcher.pump(); }})
    , m_foreign(m_context, [this](UtcTime at) { return m_role.otherSent(at); })
    , m_sending(m_context)
    , m_traps(m_context, ports.traps)
    , m_recorder(m_context)
    , m_reconciler(
          m_context, m_monitor, m_recorder, [this] { return m_context.time.isKnown() && m_monitor.maySend(); },
          [this] { m_dispatcher.pump(); })
    , m_dispatcher(m_context, m_monitor, m_recorder,
                   {[this] { m_sleep.tick(); }, [this] { return maySend(); }, [this] { m_messagePoller.noteSent(); },
                    [this] { m_reconciler.pump(); }, [this] { m_hooks.idle(); }})
    , m_service(m_context,
                [this] {
                    readMessages(); // what the caller wrote just before (a STOP) is known before the text leaves
                    m_dispatcher.pump();
                })
    , m_calls(
          m_context, m_monitor, m_service, [this] { beforeCallPoll(); }, [this] { callsPolled(); })
    , m_messagePoller(
          m_context, m_monitor, m_recorder, [this] { m_sleep.tick(); }, [this] { messagesPolled(); })
    , m_messages(m_context, m_recorder, [this] { m_dispatcher.pump(); })
    , m_alerts(m_context, [this] { m_dispatcher.pump(); })
    , m_checkBackoff(ports.random)
{
    m_context.settings = settings;
}

Result<void> AccountSession::start()
{
    const auto account = m_context.store.openAccount(m_context.settings.account.provider, m_provider->accountKey());
    if (!account)
        return tl::make_unexpected(account.error());
    m_context.account = account->id;
    m_context.watchingSince = account->watchingSince;
    m_context.importSince = account->importSince;
    tellImport();
    const auto numbers = m_context.store.accountNumbers(account->id);
    if (!numbers)
        return tl::make_unexpected(numbers.error());
    m_context.numbers = *numbers;
    if (const auto kept = rebuildRules(); !kept)
        return kept;
    if (const auto role = m_role.load(); !role)
        return role;
    m_sleep.start();
    m_hooks.connectionChanged(m_monitor.state());
    checkAccount();
    return {};
}

void AccountSession::tellImport()
{
    if (!m_context.importSince) {
        m_context.notices.clear(Notice::Kind::Importing);
        return;
    }
    Notice notice;
    notice.kind = Notice::Kind::Importing;
    notice.from = m_context.importSince;
    m_context.notices.raise(notice);
}

/// What is decided by the new rules can be proved only with what made them.
Result<void> AccountSession::rebuildRules()
{
    m_context.rules = rulesFrom(m_context.settings, m_context.numbers);
    m_alerts.rulesChanged();
    const QString version = m_context.rules.version();
    if (version == m_keptRules)
        return {};
    const auto kept = m_context.store.keepRules(version, toSettingsDocument(m_context.settings), m_context.time.now());
    if (kept)
        m_keptRules = version;
    return kept;
}

void AccountSession::applySettings(const Settings &settings)
{
    m_context.settings = settings;
    storageResult(rebuildRules());
    storageResult(m_role.load());
    m_traps.lookSoon();
    if (m_context.role.takeoverUntil)
        readMessages(); // the count begins with a look
    m_dispatcher.pump();
}

/// The regular check; a provider that is down is asked by the call log alone (faults.md F08), and then for this as well.
void AccountSession::checkWhenDue()
{
    if (m_monitor.isSignedOut())
        return; // until somebody signs in
    if (m_polling && m_monitor.isDown())
        m_checkWaits = true;
    else
        checkAccount();
}

void AccountSession::checkAccount()
{
    m_provider->checkAccount(m_lifetime.guard([this](const Result<AccountCheck> &check) {
        if (!m_stopped)
            takeAccountCheck(check);
    }));
}

void AccountSession::takeAccountCheck(const Result<AccountCheck> &check)
{
    if (!check) {
        if (check.error().kind == ErrorKind::Unauthorized) {
            m_monitor.signedOut(check.error());
            return;
        }
        const Millis wait = m_checkBackoff.next(check.error());
        m_checkTimer = m_context.scheduler.callAfter(wait, [this] { checkWhenDue(); });
        // Where the numbers are known from before, the polls tell how the provider is; else this is all there is.
        if (m_context.numbers.empty())
            m_monitor.failed(ConnectionMonitor::Source::Calls, check.error(), wait);
        else
            beginPolling();
        return;
    }
    m_checkBackoff.reset();
    m_context.noteAnswer(check->providerTime);
    if (const auto stored = m_context.store.setAccountNumbers(m_context.account, check->lines); !stored) {
        m_monitor.storageFailed(stored.error());
        m_checkTimer = m_context.scheduler.callAfter(m_checkBackoff.next(stored.error()), [this] { checkAccount(); });
        return;
    }
    m_monitor.storageWorked();
    m_context.numbers = check->lines;
    storageResult(rebuildRules());
    if (check->active) {
        // It takes nothing back that was said to a text: an active account may lack the registration of its numbers. The next text tells.
        const bool wasInactive = std::exchange(m_inactive, false);
        const bool triesAgain = std::exchange(m_triesAgain, false);
        if (triesAgain)
            m_monitor.textArrived(); // a person has registered: the next report tells
        if (triesAgain || wasInactive)
            m_monitor.accountWorks();
    } else {
        m_inactive = true;
        Error error;
        error.kind = ErrorKind::Rejected;
        error.detail = u"the account is suspended or closed"_s;
        m_monitor.accountRefused(error);
    }
    m_checkTimer = m_context.scheduler.callAfter(check->active ? checkInterval : refusedCheckInterval, [this] { checkWhenDue(); });
    m_hooks.accountChecked(*check);
    beginPolling();
}

void AccountSession::beginPolling()
{
    if (std::exchange(m_polling, true))
        return;
    m_calls.pollNow();
    m_messagePoller.pollNow();
}

void AccountSession::checkNow()
{
    if (m_stopped)
        return;
    m_sleep.tick();
    m_monitor.tryAgain();
    m_triesAgain = true;
    checkAccount();
    if (m_polling) {
        m_calls.pollNow();
        m_messagePoller.pollNow();
    }
}

void AccountSession::wake()
{
    if (m_stopped)
        return;
    m_provider->dropConnections();
    m_sleep.tick();
    if (m_polling && !m_monitor.isSignedOut()) {
        m_calls.pollNow();
        m_messagePoller.pollNow();
    }
}

void AccountSession::becomeStale(const SleepWatch::Gap &gap)
{
    if (gap.slept) {
        m_hooks.slept(gap);
        m_context.noteSleep(gap.awayFor);
        m_provider->dropConnections();
    } else {
        m_context.time.invalidate();
    }
    m_callsFresh = m_messagesFresh = false;
    if (m_polling && !m_monitor.isSignedOut() && !m_stopped) {
        m_calls.pollNow();
        m_messagePoller.pollNow();
    }
}

void AccountSession::beforeCallPoll()
{
    m_sleep.tick();
    // While the provider is out of reach its messages are not asked for either: a STOP may have come meanwhile.
    if (m_monitor.isDown())
        m_callsFresh = m_messagesFresh = false;
}

void AccountSession::callsPolled()
{
    const bool wasDown = !m_callsFresh && !m_messagesFresh && m_ready;
    m_callsFresh = true;
    if (wasDown)
        m_messagePoller.pollNow();
    if (!std::exchange(m_ready, true))
        m_hooks.ready();
    if (std::exchange(m_checkWaits, false))
        checkAccount();
    judgeOthers();
    pumpAlerts();
    resumeIfFresh();
}

void AccountSession::messagesPolled()
{
    m_messagesFresh = true;
    tellImport();
    if (m_messagePoller.hasQueued())
        m_dispatcher.pump();
    judgeOthers();
    if (m_callsFresh && m_context.time.isKnown() && !m_stopped)
        storageResult(m_role.messagesRead());
    pumpAlerts();
    resumeIfFresh();
}

/// Only what both lists do not know an answer to is due.
void AccountSession::pumpAlerts()
{
    if (!m_stopped && m_callsFresh && m_messagesFresh && m_context.time.isKnown())
        storageResult(m_alerts.pump());
}

void AccountSession::readMessages()
{
    if (m_polling && !m_stopped && !m_monitor.isSignedOut())
        m_messagePoller.pollNow();
}

void AccountSession::judgeOthers()
{
    if (m_stopped)
        return;
    storageResult(m_foreign.judge());
    storageResult(m_sending.judge());
    // A busy database is no trouble here: the next look will do.
    (void)m_traps.judge();
}

void AccountSession::storageResult(const Result<void> &done)
{
    if (!done)
        m_monitor.storageFailed(done.error());
}

void AccountSession::resumeIfFresh()
{
    if (m_stopped || !m_callsFresh || !m_messagesFresh || !recoverInflight())
        return;
    m_reconciler.pump();
    m_dispatcher.pump();
}

/// Only now, because how long absence must last is counted on the provider's clock.
bool AccountSession::recoverInflight()
{
    if (m_recovered)
        return true;
    TEXTBACK_FAILPOINT("before_recovery_commit");
    const auto recovered = m_context.store.inflightToUnknown(m_context.account, m_context.time.now());
    if (!recovered) {
        m_monitor.storageFailed(recovered.error());
        return false;
    }
    m_recovered = true;
    return true;
}

bool AccountSession::maySend() const
{
    return !m_context.importSince && m_recovered && m_context.time.isKnown() && m_callsFresh && m_messagesFresh && m_monitor.maySend() &&
           !m_hooks.onHold();
}

bool AccountSession::stop()
{
    m_stopped = true;
    m_calls.stop();
    m_messagePoller.stop();
    m_reconciler.stop();
    m_dispatcher.stop();
    m_checkTimer.cancel();
    return !m_dispatcher.hasSendsInFlight();
}

} // namespace textback
