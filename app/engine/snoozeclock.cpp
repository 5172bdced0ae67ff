// SPDX-License-Identifier: MIT
#include "engine/snoozeclock.h"

#include "domain/ports/clock.h"
#include "domain/ports/inboxstore.h"
#include "domain/ports/store.h"

#include <algorithm>
#include <utility>

namespace textback {

namespace {

constexpr Millis longestLook = std::chrono::minutes(1);

} // namespace

SnoozeClock::SnoozeClock(Store &store, Clock &clock, Scheduler &scheduler, Woken woken)
    : m_store(store)
    , m_clock(clock)
    , m_scheduler(scheduler)
    , m_woken(std::move(woken))
{
}

void SnoozeClock::look()
{
    const UtcTime now = m_clock.utcNow();
    const auto next = m_store.inbox().nextWake();
    if (next && !*next) {
        m_next.cancel();
        return;
    }
    if (next && **next <= now) {
        if (const auto woken = m_store.inbox().wakeSnoozed(now); woken && !woken->empty())
            m_woken(QList<ConversationId>(woken->begin(), woken->end()));
        // What is left is looked at from the event loop; a database that could not be written is tried again then, too.
        m_next = m_scheduler.callAfter(longestLook, [this] { look(); });
        return;
    }
    const Millis wait = next ? std::min(Millis(**next - now), longestLook) : longestLook;
    m_next = m_scheduler.callAfter(wait, [this] { look(); });
}

} // namespace textback
