// SPDX-License-Identifier: MIT
#include "engine/calllogpoller.h"

#include "engine/accountcontext.h"
#include "engine/connectionmonitor.h"
#include "engine/textbackservice.h"

#include <algorithm>

namespace textback {

namespace {

constexpr Millis overlap = std::chrono::minutes(20);
constexpr Millis longestLookBack = std::chrono::hours(24);
constexpr Millis slowInterval = std::chrono::seconds(10); // providers.md 10: after any 429
constexpr Millis slowFor = std::chrono::minutes(5);
constexpr Millis cursorLag = std::chrono::seconds(60); // far inside the overlap; saves a disk flush at each idle poll

} // namespace

CallLogPoller::CallLogPoller(AccountContext &context, ConnectionMonitor &monitor, TextBackService &service,
                             std::function<void()> beforePoll, std::function<void()> polled)
    : m_context(context)
    , m_monitor(monitor)
    , m_service(service)
    , m_beforePoll(std::move(beforePoll))
    , m_polled(std::move(polled))
    , m_loop(context.clock, context.scheduler, [this] { poll(); })
    , m_backoff(context.random)
    , m_unreadable(context.reports, QStringLiteral("the call log"))
{
}

Result<UtcTime> CallLogPoller::since(UtcTime now)
{
    if (!m_position) {
        const auto stored = m_context.store.cursor(m_context.account, CursorKind::Calls);
        if (!stored)
            return tl::make_unexpected(stored.error());
        if (*stored)
            m_position = m_stored = (*stored)->position;
    }
    // The first poll of an account reads a day, too: it becomes history, from which callers and ring times are known.
    UtcTime earliest = now - longestLookBack;
    // A PC clock that is ahead, before the provider told its time, must not skip what came since the last look.
    if (m_position && !m_context.time.isKnown())
        earliest = std::min(earliest, *m_position - overlap);
    // After a restore every call that the backup does not know gets its record, however old.
    if (m_context.importSince)
        earliest = std::min(earliest, *m_context.importSince - overlap);
    return m_position ? std::max(*m_position - overlap, earliest) : earliest;
}

void CallLogPoller::poll()
{
    m_beforePoll();
    const UtcTime now = m_context.time.now();
    const auto from = since(now);
    const auto open = from ? m_context.store.openProviderCallIds(m_context.account, now) : tl::make_unexpected(from.error());
    if (!open) {
        fail(open.error());
        return;
    }
    m_context.provider.calls().fetchCalls({*from, *open},
                                          m_lifetime.guard([this, now](const Result<CallLogAnswer> &answer) { take(now, answer); }));
}

void CallLogPoller::take(UtcTime askedAt, const Result<CallLogAnswer> &answer)
{
    if (!answer) {
        fail(answer.error());
        return;
    }
    const bool knewTime = m_context.time.isKnown();
    m_context.noteAnswer(answer->providerTime);
    // What happened while the answer was under way belongs to the next round. Without a sure clock the answer's own time must do.
    const UtcTime position = knewTime ? std::min(askedAt, m_context.time.now()) : m_context.time.now();
    const bool mustStore = !m_stored || m_monitor.isStorageBroken() || position - *m_stored >= cursorLag || position < *m_stored;
    const auto stored = m_service.ingest(*answer, Cursor{position, {}}, mustStore);
    if (!stored) {
        fail(stored.error());
        return;
    }
    m_position = position;
    if (*stored) {
        m_stored = position;
        m_monitor.storageWorked();
    }
    m_unreadable.seen(answer->quarantined);
    m_backoff.reset();
    m_monitor.answered(ConnectionMonitor::Source::Calls);
    m_loop.ended(PollLoop::withJitter(interval(), m_context.random));
    m_polled();
}

void CallLogPoller::fail(const Error &error)
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
        m_monitor.failed(ConnectionMonitor::Source::Calls, error, wait);
    m_loop.ended(wait);
}

Millis CallLogPoller::interval() const
{
    const int seconds = std::max(m_context.settings.account.pollSeconds, m_context.provider.descriptor().shortestPollSeconds);
    const Millis usual = std::chrono::seconds(seconds);
    return m_context.clock.monotonicNow() < m_slowUntil ? std::max(usual, slowInterval) : usual;
}

} // namespace textback
