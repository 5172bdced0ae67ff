// SPDX-License-Identifier: MIT
#include "engine/outboxdispatcher.h"

#include "domain/failpoint.h"
#include "domain/smssegments.h"
#include "engine/accountcontext.h"
#include "engine/backoff.h"
#include "engine/connectionmonitor.h"
#include "engine/sendrequest.h"

#include <algorithm>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t sendsAtOnce = 4;
constexpr int batch = 64;
constexpr Millis holdCheck = std::chrono::seconds(5);
constexpr Millis longestNap = std::chrono::seconds(60); // no timer is trusted for longer
constexpr Millis recordRetry = std::chrono::seconds(2);
constexpr Millis probeInterval = std::chrono::minutes(5);

bool meansSuspended(const Error &error)
{
    return error.kind == ErrorKind::Rejected && (error.httpStatus == 402 || error.httpStatus == 403);
}

} // namespace

OutboxDispatcher::OutboxDispatcher(AccountContext &context, ConnectionMonitor &monitor, SendRecorder &recorder, Hooks hooks)
    : m_context(context)
    , m_monitor(monitor)
    , m_recorder(recorder)
    , m_hooks(std::move(hooks))
    , m_check(context)
    , m_look(context)
{
}

void OutboxDispatcher::stop()
{
    m_stopped = true;
    m_timer.cancel();
}

bool OutboxDispatcher::hasSendsInFlight() const
{
    return std::any_of(m_working.begin(), m_working.end(), [](const auto &entry) { return entry.second.sending; });
}

bool OutboxDispatcher::isBusy(const PhoneNumber &recipient) const
{
    return std::any_of(m_working.begin(), m_working.end(), [&](const auto &entry) { return entry.second.to == recipient; });
}

bool OutboxDispatcher::waitsForTakeover(const OutboxItem &item) const
{
    return item.isAutomatic() && m_context.role.takeoverUntil.has_value();
}

void OutboxDispatcher::wakeAfter(Millis delay)
{
    m_timer = m_context.scheduler.callAfter(std::clamp(delay, Millis(0), longestNap), [this] { pump(); });
}

void OutboxDispatcher::pump()
{
    m_hooks.beforeWork();
    if (m_stopped)
        return;
    const UtcTime now = m_context.time.now();
    bool blocked = false;
    while (pumpBatch(now, blocked)) {
    }
    if (blocked) {
        const Millis paused = m_pausedUntil - m_context.clock.monotonicNow();
        wakeAfter(paused > Millis(0) ? std::min(paused, holdCheck) : holdCheck);
        return;
    }
    const auto next = m_context.store.nextDue(m_context.account);
    // What is due already waits for its recipient or for a free place: the end of another send pumps again.
    if (next && *next && **next > now)
        wakeAfter(**next - now);
}

/// True if it should be called again: items went away at once, and there may be more behind them.
bool OutboxDispatcher::pumpBatch(UtcTime now, bool &blocked)
{
    const auto due = m_context.store.dueItems(m_context.account, now, batch);
    if (!due) {
        m_monitor.storageFailed(due.error());
        blocked = true;
        return false;
    }
    const bool paused = m_context.clock.monotonicNow() < m_pausedUntil;
    bool progress = false;
    for (const OutboxItem &item : *due) {
        if (m_working.contains(item.id))
            continue;
        if (m_context.time.isKnown() && item.isAutomatic() && item.deadline && now > *item.deadline) {
            // Also while on hold: a text that is too late is never kept for later.
            if (const auto done = m_recorder.skipped(item, m_check.lateReason(item)); !done) {
                m_monitor.storageFailed(done.error());
                blocked = true;
                return false;
            }
            progress = true;
            continue;
        }
        if (paused || !m_hooks.maySend() || waitsForTakeover(item)) {
            blocked = true;
            continue;
        }
        if (m_working.size() >= sendsAtOnce)
            break;
        if (isBusy(item.to))
            continue;
        if (isMinuteFull(item)) {
            blocked = true;
            break;
        }
        begin(item);
        progress = progress || !m_working.contains(item.id);
        if (m_stopped || m_monitor.isStorageBroken()) {
            blocked = true;
            return false;
        }
    }
    return progress;
}

/// Whether carriers would take this text within this minute; if not, nothing is begun before they do.
bool OutboxDispatcher::isMinuteFull(const OutboxItem &item)
{
    const Millis now = m_context.clock.monotonicNow();
    const Millis wait = m_pace.wait(item.segments(), segmentsPerMinute(m_context.rules.limits.carrier), now);
    if (wait > Millis(0))
        m_pausedUntil = std::max(m_pausedUntil, now + wait);
    return wait > Millis(0);
}

void OutboxDispatcher::begin(const OutboxItem &item)
{
    m_working.emplace(item.id, Work{item.to, false, {}});
    const auto outcome = m_check.check(item);
    if (!outcome) {
        storageFailed(item.id, outcome.error());
        return;
    }
    if (drop(item, *outcome))
        return;
    // The one confirmation of an opt-out goes whatever else was written to the number.
    if (!item.isAutomatic() || item.purpose == OutboxPurpose::KeywordAnswer || item.isToStaff())
        release(item.id);
    else
        m_look.look(item, *outcome, m_lifetime.guard([this, id = item.id](const Result<SendLook::Found> &found) { looked(id, found); }));
}

/// True if the item is done with, for now or for good.
bool OutboxDispatcher::drop(const OutboxItem &item, const ReleaseCheck::Outcome &outcome)
{
    using Kind = ReleaseCheck::Outcome::Kind;
    Result<void> done;
    switch (outcome.kind) {
    case Kind::Go:
        if (!refusedByAccount(item))
            return false;
        done = m_recorder.skipped(item, DecisionReason::AccountRefused);
        break;
    case Kind::Wait:
        done = m_recorder.postponed(item, outcome.until.value_or(m_context.time.now() + holdCheck));
        break;
    case Kind::Hold:
        done = m_recorder.held(item, *outcome.decision, outcome.deadline.value_or(*item.deadline));
        break;
    case Kind::Drop:
        done = m_recorder.skipped(item, outcome.reason);
        break;
    case Kind::Refuse: {
        Error error;
        error.kind = ErrorKind::OptedOut;
        error.detail = u"opted out before it was sent"_s;
        done = m_recorder.refused(item, error, std::nullopt);
        break;
    }
    }
    if (done)
        m_working.erase(item.id);
    else
        storageFailed(item.id, done.error());
    return true;
}

bool OutboxDispatcher::refusedByAccount(const OutboxItem &item)
{
    if (!m_monitor.isRefused() || !item.isAutomatic())
        return false;
    const Millis now = m_context.clock.monotonicNow();
    const auto reported = m_monitor.deliveriesRefusedAt();
    if (now < std::max(m_probeAt, reported ? *reported + probeInterval : m_probeAt))
        return true;
    m_probeAt = now + probeInterval;
    return false;
}

void OutboxDispatcher::looked(OutboxId id, const Result<SendLook::Found> &found)
{
    if (!found) {
        storageFailed(id, found.error());
        return;
    }
    const auto item = m_context.store.outboxItem(id);
    if (!item) {
        storageFailed(id, item.error());
        return;
    }
    switch (found->kind) {
    case SendLook::Found::Kind::Nothing:
        release(id);
        break;
    case SendLook::Found::Kind::OurOwn:
        adopt(*item, found->message); // an earlier attempt had come through after all
        break;
    case SendLook::Found::Kind::Foreign:
        ReleaseCheck::Outcome foreign;
        foreign.kind = ReleaseCheck::Outcome::Kind::Drop;
        foreign.reason = DecisionReason::ProviderTexted;
        if (item->state == OutboxState::Queued || item->state == OutboxState::Held)
            drop(*item, foreign);
        else
            m_working.erase(id);
        pump();
        break;
    }
}

void OutboxDispatcher::adopt(const OutboxItem &item, const ProviderMessage &message)
{
    const auto begun = m_context.store.beginAdoption(item.id, item.inflightAt.value_or(m_context.time.now()));
    const auto done =
        begun ? m_recorder.accepted(*begun, message.providerMessageId, message.status, message.created.value_or(m_context.time.now()))
              : tl::make_unexpected(begun.error());
    if (!done) {
        storageFailed(item.id, done.error());
        return;
    }
    finish(item.id);
}

/// The last steps, without a pause between them: check with what is known now, mark durably, send.
void OutboxDispatcher::release(OutboxId id)
{
    m_hooks.beforeWork();
    const auto item = m_context.store.outboxItem(id);
    if (!item) {
        storageFailed(id, item.error());
        return;
    }
    const bool waiting = item->state == OutboxState::Queued || item->state == OutboxState::Held;
    if (!waiting || m_stopped || !m_hooks.maySend() || waitsForTakeover(*item) || item->notBefore > m_context.time.now()) {
        finish(id);
        return;
    }
    if (isMinuteFull(*item)) { // others left while this one was looked up
        finish(id);
        return;
    }
    const auto outcome = m_check.check(*item);
    if (!outcome) {
        storageFailed(id, outcome.error());
        return;
    }
    if (outcome->kind != ReleaseCheck::Outcome::Kind::Go) {
        drop(*item, *outcome);
        pump();
        return;
    }
    if (item->state == OutboxState::Held) {
        const Decision decision = outcome->decision.value_or(Decision::send(SendRule::Open, m_context.time.now()));
        if (const auto done = m_recorder.released(*item, decision, outcome->body); !done) {
            storageFailed(id, done.error());
            return;
        }
    }
    TEXTBACK_FAILPOINT("before_inflight_commit");
    const auto begun = m_context.store.beginAttempt(id, m_context.time.now(), outcome->decision ? outcome->decision->inputs : QString());
    if (!begun) {
        storageFailed(id, begun.error());
        return;
    }
    TEXTBACK_FAILPOINT("after_inflight_commit");
    m_working[id].sending = true;
    m_pace.sent(begun->segments(), m_context.clock.monotonicNow());
    Changes changes;
    changes.touch(begun->conversation);
    const OutboxItem &sending = *begun; // what the report is handled with gets its own copy
    TEXTBACK_FAILPOINT("before_post");
    m_context.provider.messages().send(requestFor(sending, m_context.time.now()),
                                       m_lifetime.guard([this, sending](const SendReport &report) { handle(sending, report); }));
    TEXTBACK_FAILPOINT("after_post_began");
    m_context.reports.publish(changes);
}

void OutboxDispatcher::handle(const OutboxItem &item, const SendReport &report)
{
    if (report.providerTime)
        m_context.noteAnswer(report.providerTime);
    const Error error = report.error.value_or(Error{});
    if (report.end != SendEnd::Accepted && error.kind == ErrorKind::Unauthorized && report.end != SendEnd::Unknown)
        m_monitor.signedOut(error);
    if (report.end == SendEnd::Refused && item.isAutomatic() && meansSuspended(error)) {
        m_probeAt = m_context.clock.monotonicNow() + probeInterval;
        m_monitor.accountRefused(error);
    }
    if (report.end == SendEnd::Accepted)
        m_monitor.accountWorks();
    record(item, report);
}

void OutboxDispatcher::record(const OutboxItem &item, const SendReport &report)
{
    const auto later = [this, item, report] { record(item, report); };
    if (report.end == SendEnd::Unknown && !m_context.time.isKnown()) {
        // How long absence must last is counted from this end: not by a clock that just slept or jumped.
        m_working[item.id].retry = m_context.scheduler.callAfter(recordRetry, later);
        return;
    }
    TEXTBACK_FAILPOINT("after_post_before_commit");
    const auto done = write(item, report);
    if (!done) {
        // It stays in flight in the database, and nobody else may have its recipient, until it can be written down. After a restart the
        // provider's list tells instead.
        m_monitor.storageFailed(done.error());
        m_working[item.id].retry = m_context.scheduler.callAfter(recordRetry, later);
        return;
    }
    TEXTBACK_FAILPOINT("after_record");
    m_hooks.sent();
    if (report.end == SendEnd::Unknown)
        m_hooks.becameUnknown();
    finish(item.id);
}

Result<void> OutboxDispatcher::write(const OutboxItem &item, const SendReport &report)
{
    const Error error = report.error.value_or(Error{});
    switch (report.end) {
    case SendEnd::Accepted:
        return m_recorder.accepted(item, report.providerMessageId, report.status, m_context.time.now());
    case SendEnd::NotAccepted:
        return writeNotAccepted(item, error);
    case SendEnd::Refused:
        if (error.kind == ErrorKind::Unauthorized || error.kind == ErrorKind::RateLimited)
            return writeNotAccepted(item, error);
        return m_recorder.refused(item, error, report.recipient);
    case SendEnd::Unknown:
        break;
    }
    return m_recorder.unknown(item, report.unknownCause, report.error);
}

Result<void> OutboxDispatcher::writeNotAccepted(const OutboxItem &item, const Error &error)
{
    // The hold that a refused sign-in brings ends when it ends: no time of its own is needed.
    const Millis wait = error.kind == ErrorKind::Unauthorized ? Millis(0) : Backoff::delay(item.attempt, error, m_context.random);
    if (error.kind == ErrorKind::RateLimited)
        m_pausedUntil = std::max(m_pausedUntil, m_context.clock.monotonicNow() + wait);
    return m_recorder.notAccepted(item, error, m_context.time.now() + wait, m_check.lateReason(item));
}

void OutboxDispatcher::finish(OutboxId id)
{
    m_working.erase(id);
    if (m_stopped) {
        if (!hasSendsInFlight())
            m_hooks.idle();
        return;
    }
    pump();
}

void OutboxDispatcher::storageFailed(OutboxId id, const Error &error)
{
    m_working.erase(id);
    m_monitor.storageFailed(error);
    wakeAfter(holdCheck);
}

} // namespace textback
