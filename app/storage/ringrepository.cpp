// SPDX-License-Identifier: MIT
#include "storage/ringrepository.h"

#include "storage/calllegrepository.h"
#include "storage/sqlstatement.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace textback {

namespace {

constexpr qint64 dayLength = Millis(std::chrono::hours(24)).count();

/// Whether a leg tells how long phones of the line ring before the provider gives up.
bool isUnansweredRing(const CallLeg &leg)
{
    return !leg.parentCallId.isEmpty() && leg.status == LegStatus::NoAnswer && ringTime(leg) > Millis(0) && leg.endTime();
}

qint64 dayOf(UtcTime time)
{
    return toUnixMillis(time) / dayLength;
}

} // namespace

void RingRepository::count(const StoredLeg &stored, const QString &line)
{
    const bool counts = !line.isEmpty() && isUnansweredRing(stored.leg);
    const QString ringLine = counts ? line : QString();
    const std::optional<UtcTime> end = counts ? stored.leg.endTime() : std::nullopt;
    const std::optional<Millis> ring = counts ? std::optional(ringTime(stored.leg)) : std::nullopt;
    if (ringLine == stored.ringLine && end == stored.ringEnd && ring == stored.ring)
        return;
    SqlStatement mark(m_db, u"UPDATE call_legs SET ring_line = :line, ring_end = :end, ring = :ring WHERE id = :id"_s);
    mark.bindOrNull("line"_L1, ringLine).bind("end"_L1, end).bind("ring"_L1, ring).bind("id"_L1, stored.id).exec();
    if (stored.ringEnd) {
        // It was counted with other values: rare, so the day is simply counted anew.
        recountDay(stored.ringLine, dayOf(*stored.ringEnd));
        if (counts)
            recountDay(ringLine, dayOf(*end));
        return;
    }
    SqlStatement add(m_db, u"INSERT INTO ring_days (line, day, legs, longest) VALUES (:line, :day, 1, :ring) ON CONFLICT (line, day) "
                           "DO UPDATE SET legs = legs + 1, longest = max(longest, excluded.longest)"_s);
    add.bind("line"_L1, ringLine).bind("day"_L1, dayOf(*end)).bind("ring"_L1, ring).exec();
}

void RingRepository::recountDay(const QString &line, qint64 day)
{
    SqlStatement sum(m_db, u"INSERT INTO ring_days (line, day, legs, longest) SELECT :line, :day, count(*), ifnull(max(ring), 0) "
                           "FROM call_legs WHERE ring_line = :line AND ring_end >= :from AND ring_end < :to "
                           "ON CONFLICT (line, day) DO UPDATE SET legs = excluded.legs, longest = excluded.longest"_s);
    sum.bind("line"_L1, line).bind("day"_L1, day).bind("from"_L1, day * dayLength).bind("to"_L1, (day + 1) * dayLength).exec();
}

RingStatistics RingRepository::statistics(const PhoneNumber &line, UtcTime since) const
{
    // Whole days are summed up already; only the day in which `since` lies is read leg by leg.
    const qint64 firstWholeDay = (toUnixMillis(since) + dayLength - 1) / dayLength;
    RingStatistics statistics;
    const auto add = [&statistics](SqlStatement &sum) {
        if (!sum.next())
            return;
        statistics.unansweredLegs += sum.number(0);
        statistics.longestRing = std::max(statistics.longestRing, sum.span(1));
    };
    SqlStatement days(m_db, u"SELECT ifnull(sum(legs), 0), ifnull(max(longest), 0) FROM ring_days WHERE line = :line AND day >= :day"_s);
    days.bind("line"_L1, line).bind("day"_L1, firstWholeDay);
    add(days);
    SqlStatement rest(m_db, u"SELECT count(*), ifnull(max(ring), 0) FROM call_legs "
                            "WHERE ring_line = :line AND ring_end >= :since AND ring_end < :end"_s);
    rest.bind("line"_L1, line).bind("since"_L1, since).bind("end"_L1, firstWholeDay * dayLength);
    add(rest);
    return statistics;
}

} // namespace textback
