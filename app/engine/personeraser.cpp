// SPDX-License-Identifier: MIT
#include "engine/personeraser.h"

#include "domain/ports/clock.h"
#include "domain/ports/erasurestore.h"
#include "domain/ports/store.h"
#include "engine/enginelog.h"

namespace textback {

namespace {

constexpr Millis breath = std::chrono::milliseconds(20);
constexpr Millis busyAgain = std::chrono::seconds(10); // a backup reads the file, or the disk is full

} // namespace

PersonEraser::PersonEraser(Store &store, Clock &clock, Scheduler &scheduler)
    : m_store(store)
    , m_clock(clock)
    , m_scheduler(scheduler)
{
}

Result<void> PersonEraser::erase(ConversationId conversation)
{
    const auto erased = m_store.erasure().erase(conversation, m_clock.utcNow());
    if (erased)
        wipeAfter(breath);
    return erased;
}

void PersonEraser::wipeAfter(Millis delay)
{
    m_next = m_scheduler.callAfter(delay, [this] { wipe(); });
}

bool PersonEraser::wipe()
{
    const auto wiped = m_store.erasure().wipeSome();
    if (!wiped)
        qCWarning(engineLog, "deleted words could not be wiped yet: %s", qPrintable(wiped.error().detail));
    if (!wiped || *wiped == ErasureStore::Wipe::Busy)
        wipeAfter(busyAgain);
    else if (*wiped == ErasureStore::Wipe::More)
        wipeAfter(breath);
    return wiped && *wiped != ErasureStore::Wipe::Done;
}

} // namespace textback
