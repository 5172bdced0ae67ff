// SPDX-License-Identifier: MIT
#include "domain/replay/pastverdicts.h"

#include <algorithm>

namespace textback {

namespace {

constexpr Millis learningSpan = std::chrono::hours(24 * 30);

qint64 dayOf(UtcTime time)
{
    return toUnixMillis(time) / Millis(std::chrono::hours(24)).count();
}

} // namespace

CallVerdict PastVerdicts::verdictOf(const ReplayCall &call) const
{
    CallVerdict verdict = call.verdict;
    if (!call.record.isInbound())
        return verdict;
    const Line none;
    const auto lineIn = [&](const TextBackRules &rules) -> const Line & {
        const Line *line = rules.lineFor(call.line);
        return line ? *line : none;
    };
    const Line &before = lineIn(m_then);
    const Line &after = lineIn(m_rules);
    if (call.settled && before.overflow == after.overflow && before.minRings == after.minRings &&
        before.voicemailAfter == after.voicemailAfter && m_then.detector == m_rules.detector)
        return verdict;
    const RingStatistics learned = learnedAt(call.line, verdict.endedAt);
    Line line = after;
    line.number = call.line;
    // Long after its end: nothing is waited for any more.
    const UtcTime now = verdict.endedAt + std::chrono::hours(1);
    CallRecord record = call.record;
    verdict = detectMissedCall(record, line, learned, m_rules.detector, now);
    if (!verdict.open && verdict.needsDetails) {
        record.details = CallDetails{};
        verdict = detectMissedCall(record, line, learned, m_rules.detector, now);
    }
    return verdict.open ? call.verdict : verdict;
}

/// What was known of the line's rings when a call ended. Whole days, so that a month is a short look.
RingStatistics PastVerdicts::learnedAt(const PhoneNumber &line, UtcTime ended) const
{
    RingStatistics learned;
    const auto days = m_rings.constFind(line);
    if (days == m_rings.constEnd())
        return learned;
    for (auto day = days->lower_bound(dayOf(ended - learningSpan)); day != days->end(); ++day) {
        learned.unansweredLegs += day->second.unansweredLegs;
        learned.longestRing = std::max(learned.longestRing, day->second.longestRing);
    }
    return learned;
}

void PastVerdicts::learn(const ReplayCall &call)
{
    for (const CallLeg &leg : call.record.legs) {
        if (!call.record.isInbound() || leg.status != LegStatus::NoAnswer || ringTime(leg) <= Millis(0))
            continue;
        RingStatistics &day = m_rings[call.line][dayOf(call.verdict.endedAt)];
        ++day.unansweredLegs;
        day.longestRing = std::max(day.longestRing, ringTime(leg));
    }
}

} // namespace textback
