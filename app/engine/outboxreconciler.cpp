// SPDX-License-Identifier: MIT
#include "engine/outboxreconciler.h"

#include "domain/failpoint.h"
#include "engine/accountcontext.h"
#include "engine/backoff.h"
#include "engine/connectionmonitor.h"
#include "engine/sentmatch.h"

#include <algorithm>
#include <array>
#include <span>

namespace textback {

namespace {

using std::chrono::seconds;

// The early ones cost nothing and adopt a text that is there at once; the last one may prove absence.
constexpr std::array<Millis, 3> looksAfterEnd = {seconds(3), seconds(10), seconds(30)};
constexpr std::array<Millis, 4> looksAfterTimeout = {seconds(3), seconds(10), seconds(45), seconds(120)};
constexpr Millis skew = seconds(60);
constexpr Millis checkAgain = seconds(5);
constexpr Millis longestNap = seconds(60);
constexpr Millis personsPatience = std::chrono::minutes(10);

/// When to look, counted from the end of the attempt.
std::span<const Millis> looksFor(UnknownCause cause)
{
    if (cause == UnknownCause::GaveUpWaiting)
        return looksAfterTimeout;
    return looksAfterEnd;
}

} // namespace

OutboxReconciler::OutboxReconciler(AccountContext &context, ConnectionMonitor &monitor, SendRecorder &recorder,
                                   std::function<bool()> mayAsk, std::function<void()> requeued)
    : m_context(context)
    , m_monitor(monitor)
    , m_recorder(recorder)
    , m_mayAsk(std::move(mayAsk))
    , m_requeued(std::move(requeued))
{
}

Millis OutboxReconciler::waitFor(UnknownCause cause)
{
    return looksFor(cause).back();
}

void OutboxReconciler::stop()
{
    m_stopped = true;
    m_timer.cancel();
}

void OutboxReconciler::wakeAfter(Millis delay)
{
    m_timer = m_context.scheduler.callAfter(std::clamp(delay, Millis(0), longestNap), [this] { pump(); });
}

UtcTime OutboxReconciler::nextLook(const OutboxItem &item) const
{
    if (const auto retry = m_retries.find(item.id); retry != m_retries.end())
        return retry->second.at;
    const auto looks = looksFor(item.unknownCause);
    const auto index = std::min(static_cast<size_t>(std::max(item.looks, 0)), looks.size() - 1);
    return item.endedAt.value_or(item.queuedAt) + looks[index];
}

void OutboxReconciler::pump()
{
    if (m_stopped)
        return;
    const auto items = m_context.store.itemsIn(m_context.account, OutboxState::Unknown);
    if (!items) {
        m_monitor.storageFailed(items.error());
        wakeAfter(checkAgain);
        return;
    }
    if (items->empty())
        return;
    if (!m_mayAsk()) {
        wakeAfter(checkAgain);
        return;
    }
    const UtcTime now = m_context.time.now();
    std::optional<UtcTime> next;
    for (const OutboxItem &item : *items) {
        if (m_looking.contains(item.id))
            continue;
        const UtcTime due = nextLook(item);
        if (due <= now)
            look(item);
        else if (!next || due < *next)
            next = due;
    }
    if (next)
        wakeAfter(*next - now);
}

void OutboxReconciler::look(const OutboxItem &item)
{
    m_looking.insert(item.id);
    const UtcTime askedAt = m_context.time.now();
    const UtcTime begin = item.inflightAt.value_or(item.queuedAt);
    SentQuery query; // by recipient alone: a provider may choose the sender later
    query.to = item.to;
    query.since = (item.attempt > 1 ? std::min(begin, item.queuedAt) : begin) - skew;
    m_context.provider.messages().fetchSent(
        query, m_lifetime.guard([this, id = item.id, askedAt](const Result<MessageAnswer> &answer) { judge(id, askedAt, answer); }));
}

void OutboxReconciler::judge(OutboxId id, UtcTime askedAt, const Result<MessageAnswer> &answer)
{
    m_looking.erase(id);
    const auto item = m_context.store.outboxItem(id);
    if (!item || item->state != OutboxState::Unknown) {
        pump();
        return;
    }
    if (!answer) {
        Retry &retry = m_retries[id];
        retry.at = m_context.time.now() + Backoff::delay(++retry.failures, answer.error(), m_context.random);
        if (answer.error().kind == ErrorKind::Unauthorized)
            m_monitor.signedOut(answer.error());
        pump();
        return;
    }
    m_retries.erase(id);
    m_context.noteAnswer(answer->providerTime);
    Result<void> done;
    const auto found = adopt(*item, *answer);
    if (!found)
        done = tl::make_unexpected(found.error());
    else if (!*found)
        // Only a list that was asked for after the wait proves absence.
        done = askedAt >= item->endedAt.value_or(item->queuedAt) + waitFor(item->unknownCause) ? conclude(*item)
                                                                                               : m_recorder.looked(*item, item->looks + 1);
    if (!done) {
        m_monitor.storageFailed(done.error());
        m_retries[id].at = m_context.time.now() + checkAgain;
    }
    pump();
}

Result<bool> OutboxReconciler::adopt(const OutboxItem &item, const MessageAnswer &answer)
{
    const auto uncertain = uncertainItems(m_context);
    if (!uncertain)
        return tl::make_unexpected(uncertain.error());
    for (const ProviderMessage &message : answer.messages) {
        if (!maySameText(message, item))
            continue;
        const auto owned = m_context.store.isOwned(m_context.account, message.providerMessageId);
        if (!owned)
            return tl::make_unexpected(owned.error());
        const auto owner = ownerOf(message, *uncertain);
        if (*owned || !owner || owner->id != item.id)
            continue;
        TEXTBACK_FAILPOINT("before_adopt_commit");
        const auto done = m_recorder.accepted(item, message.providerMessageId, message.status,
                                              message.created.value_or(item.inflightAt.value_or(m_context.time.now())));
        if (!done)
            return tl::make_unexpected(done.error());
        return true;
    }
    return false;
}

Result<void> OutboxReconciler::conclude(const OutboxItem &item)
{
    const UtcTime limit = item.deadline.value_or(item.queuedAt + personsPatience);
    const bool again = m_context.provider.descriptor().resendsOnceWhenAbsent && !item.resent && m_context.time.now() <= limit;
    if (!again)
        return m_recorder.unconfirmed(item);
    TEXTBACK_FAILPOINT("before_resend_commit");
    const auto done = m_recorder.resendOnce(item);
    if (done)
        m_requeued();
    return done;
}

} // namespace textback
