// SPDX-License-Identifier: MIT
#include "engine/messagepoller.h"

#include "engine/accountcontext.h"
#include "engine/connectionmonitor.h"

#include <algorithm>

namespace textback {

namespace {

using std::chrono::seconds;

constexpr Millis usualInterval = seconds(10);
constexpr Millis hurriedInterval = seconds(3);
constexpr Millis slowInterval = seconds(20);
constexpr Millis hurryFor = std::chrono::minutes(2);
constexpr Millis slowFor = std::chrono::minutes(5);
constexpr Millis overlap = std::chrono::minutes(20);
constexpr Millis longestLookBack = std::chrono::hours(24);
constexpr Millis watchFor = std::chrono::hours(24);
constexpr Millis cursorLag = seconds(60);
constexpr Millis importSettles = seconds(30); // as long as the provider may take for a text that was under way (faults.md 5.3)
constexpr qsizetype watchedAtOnce = 3;        // each costs a request of its own: "sent" may be the last word for good

} // namespace

MessagePoller::MessagePoller(AccountContext &context, ConnectionMonitor &monitor, SendRecorder &recorder, std::function<void()> beforePoll,
                             std::function<void()> polled)
    : m_context(context)
    , m_monitor(monitor)
    , m_beforePoll(std::move(beforePoll))
    , m_polled(std::move(polled))
    , m_ingest(context, recorder)
    , m_loop(context.clock, context.scheduler, [this] { poll(); })
    , m_backoff(context.random)
    , m_unreadable(context.reports, QStringLiteral("the message list"))
{
}

void MessagePoller::noteSent()
{
    m_hurryUntil = m_context.clock.monotonicNow() + hurryFor;
    // A round that is already set for later would miss the first seconds; a failing provider is not hurried.
    if (m_backoff.failures() == 0)
        m_loop.sooner(hurriedInterval);
}

void MessagePoller::poll()
{
    m_beforePoll();
    if (m_monitor.isDown()) {
        // One asks for both, so that an outage costs few requests.
        m_loop.ended(usualInterval);
        return;
    }
    const UtcTime now = m_context.time.now();
    const auto query = nextQuery(now);
    if (!query) {
        fail(query.error());
        return;
    }
    const Look look{now, m_context.clock.monotonicNow(), !m_position, m_context.importSince && !m_imported};
    if (look.wholeImport && !m_importFrom)
        m_importFrom = look.monotonicAt;
    m_context.provider.messages().fetchMessages(
        *query, m_lifetime.guard([this, look](const Result<MessageAnswer> &answer) { take(look, answer); }));
}

Result<MessageQuery> MessagePoller::nextQuery(UtcTime now)
{
    if (!m_position) {
        const auto stored = m_context.store.cursor(m_context.account, CursorKind::Messages);
        if (!stored)
            return tl::make_unexpected(stored.error());
        if (*stored)
            m_position = m_stored = (*stored)->position;
    }
    UtcTime earliest = now - longestLookBack;
    // A PC clock that is ahead, before the provider told its time, must not skip what came since the last look.
    if (m_position && !m_context.time.isKnown())
        earliest = std::min(earliest, *m_position - overlap);
    MessageQuery query;
    query.since = m_position ? std::max(*m_position - overlap, earliest) : earliest;
    if (m_context.importSince && !m_imported)
        query.since = std::min({query.since, *m_context.importSince - overlap, now - m_context.rules.coolDown});
    const auto watched = watchList(now, query.since);
    if (!watched)
        return tl::make_unexpected(watched.error());
    query.watchIds = *watched;
    return query;
}

/// The next few of those that the list itself does not show any more.
Result<QStringList> MessagePoller::watchList(UtcTime now, UtcTime since)
{
    auto ids = m_context.store.undeliveredIds(m_context.account, now - watchFor);
    if (!ids)
        return ids;
    std::sort(ids->begin(), ids->end());
    std::rotate(ids->begin(), std::upper_bound(ids->begin(), ids->end(), m_lastWatched), ids->end());
    QStringList chosen;
    for (const QString &id : *ids) {
        const auto message = m_context.store.messageByProviderId(m_context.account, id);
        if (!message)
            return tl::make_unexpected(message.error());
        if (!*message || (*message)->at >= since)
            continue;
        chosen.append(id);
        if (chosen.size() == watchedAtOnce)
            break;
    }
    if (!chosen.isEmpty())
        m_lastWatched = chosen.last();
    return chosen;
}

void MessagePoller::take(const Look &look, const Result<MessageAnswer> &answer)
{
    if (!answer) {
        fail(answer.error());
        return;
    }
    const bool knewTime = m_context.time.isKnown();
    m_context.noteAnswer(answer->providerTime);
    const UtcTime now = m_context.time.now();
    const UtcTime position = knewTime ? std::min(look.askedAt, now) : now;
    MessageIngest::Manner manner;
    manner.firstLook = look.first;
    manner.mustStore = !m_stored || m_monitor.isStorageBroken() || position - *m_stored >= cursorLag || position < *m_stored;
    manner.lastImport =
        m_context.importSince && (m_imported || look.wholeImport) && look.monotonicAt >= m_importFrom.value_or(Millis(0)) + importSettles;
    const auto stored = m_ingest.ingest(*answer, Cursor{position, {}}, manner);
    if (!stored) {
        fail(stored.error());
        return;
    }
    m_context.keywords.forget(now - longestLookBack);
    m_imported = m_imported || look.wholeImport;
    m_position = position;
    if (*stored) {
        m_stored = position;
        m_monitor.storageWorked();
    }
    m_unreadable.seen(answer->quarantined);
    m_backoff.reset();
    m_monitor.answered(ConnectionMonitor::Source::Messages);
    if (const auto &news = m_ingest.senderNews(); news.refusedAt && news.refusedAt > news.arrivedAt)
        m_monitor.deliveriesRefused(news.refusal);
    else if (news.arrivedAt)
        m_monitor.textArrived();
    m_loop.ended(PollLoop::withJitter(interval(), m_context.random));
    m_polled();
}

void MessagePoller::fail(const Error &error)
{
    if (error.kind == ErrorKind::Unauthorized) {
        m_loop.stop();
        m_loop.ended(Millis(0));
        m_monitor.signedOut(error);
        return;
    }
    const Millis wait = m_backoff.next(error);
    if (error.kind == ErrorKind::RateLimited)
        m_slowUntil = m_context.clock.monotonicNow() + slowFor;
    if (error.kind == ErrorKind::Storage)
        m_monitor.storageFailed(error);
    else
        m_monitor.failed(ConnectionMonitor::Source::Messages, error, wait);
    m_loop.ended(wait);
}

Millis MessagePoller::interval() const
{
    const Millis now = m_context.clock.monotonicNow();
    if (now < m_slowUntil)
        return slowInterval;
    return now < m_hurryUntil || m_context.importSince ? hurriedInterval : usualInterval;
}

} // namespace textback
