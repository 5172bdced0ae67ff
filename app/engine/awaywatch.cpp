// SPDX-License-Identifier: MIT
#include "engine/awaywatch.h"

#include "domain/decision.h"
#include "domain/ports/clock.h"
#include "engine/engineevents.h"
#include "engine/notice.h"

namespace textback {

namespace {

constexpr Millis worthTelling = std::chrono::minutes(15);
constexpr Millis onlyAMoment = std::chrono::minutes(2);
constexpr Millis quietFor = std::chrono::seconds(2); // decisions come in bursts: one notice for all

} // namespace

void AwayWatch::noteSleep(const SleepWatch::Gap &gap)
{
    const UtcTime until = m_clock.utcNow();
    const UtcTime from = until - gap.awayFor;
    // Sleeps with nothing but a moment between them are one absence to who comes back.
    const bool goesOn = m_away && from - m_until <= onlyAMoment;
    m_away = goesOn || gap.awayFor > worthTelling;
    if (!m_away)
        return;
    if (!goesOn) {
        m_from = from;
        m_count = 0;
    }
    m_until = until;
}

void AwayWatch::noteEvent(const EngineEvent &event)
{
    if (!m_away || event.kind != EngineEvent::Kind::Decision || !event.missed || event.reason != toString(DecisionReason::PcAsleep))
        return;
    ++m_count;
    m_timer = m_scheduler.callAfter(quietFor, [this] { tell(); });
}

void AwayWatch::tell()
{
    Notice notice;
    notice.kind = Notice::Kind::Away;
    notice.from = m_from;
    notice.until = m_until;
    notice.count = m_count;
    m_notices.raise(notice);
}

} // namespace textback
