// SPDX-License-Identifier: MIT
#include "domain/metrics/callmetrics.h"

#include "domain/hours/localtime.h"

#include <QHash>
#include <QSet>

namespace textback {

namespace {

constexpr int callsAnHour = 10; // that one person takes

void countHours(CoverageMap &map, const MetricsQuery &query)
{
    // Clocks are set at quarters of an hour at the finest.
    constexpr Millis step = std::chrono::minutes(15);
    constexpr int stepsPerHour = 4;
    std::array<std::array<int, 24>, 7> steps{};
    for (UtcTime time = query.window.from; time < query.window.until; time += step) {
        const WallTime wall = wallTimeAt(time, query.zone);
        ++steps[size_t(wall.date.dayOfWeek() - 1)][size_t(wall.minute / 60)];
    }
    for (size_t day = 0; day < map.size(); ++day) {
        for (size_t hour = 0; hour < map[day].size(); ++hour)
            map[day][hour].occurrences = (steps[day][hour] + stepsPerHour - 1) / stepsPerHour;
    }
}

/// Unique callers, counted call by call in order of time.
class UniqueCallers {
public:
    void take(const CallFact &call)
    {
        if (call.number.isNull()) {
            ++m_count;
            return;
        }
        const auto first = m_first.constFind(call.number);
        if (first != m_first.constEnd() && call.at - *first < uniqueSpan)
            return;
        m_first[call.number] = call.at;
        ++m_count;
    }
    int count() const { return m_count; }

private:
    QHash<PhoneNumber, UtcTime> m_first;
    int m_count = 0;
};

void countMissed(CallMetrics &metrics, const CallFact &call)
{
    switch (call.disposition) {
    case Disposition::Busy:
        ++metrics.busy;
        break;
    case Disposition::Abandoned:
        ++metrics.abandoned;
        break;
    case Disposition::Voicemail:
        ++metrics.voicemail;
        break;
    default:
        break;
    }
    metrics.withoutNumber += call.number.isNull() ? 1 : 0;
}

Share &shareOf(CallMetrics &metrics, OpenState state)
{
    switch (state) {
    case OpenState::Open:
        break;
    case OpenState::Closed:
        return metrics.afterHours;
    case OpenState::Holiday:
        return metrics.holiday;
    }
    return metrics.inHours;
}

} // namespace

int suggestedPeople(int missed, int occurrences, int occurrencesWithMissed)
{
    if (occurrences <= 0 || occurrencesWithMissed < 2)
        return 0;
    const int perPerson = occurrences * callsAnHour;
    return (missed + perPerson - 1) / perPerson;
}

CallMetrics callMetrics(const std::vector<CallFact> &calls, const MetricsQuery &query)
{
    CallMetrics metrics;
    metrics.window = query.window;
    countHours(metrics.map, query);
    const CallSieve sieve(query);
    UniqueCallers all;
    UniqueCallers missed;
    std::array<std::array<QSet<qint64>, 24>, 7> daysWithMissed;
    for (const CallFact &call : calls) {
        if (!call.inbound || !query.window.contains(call.at))
            continue;
        if (const auto exclusion = sieve.exclusionOf(call)) {
            ++metrics.excluded[*exclusion];
            continue;
        }
        if (!call.settled) {
            ++metrics.running;
            continue;
        }
        const WallTime wall = wallTimeAt(call.at, query.zone);
        const size_t day = size_t(wall.date.dayOfWeek() - 1);
        const size_t hour = size_t(wall.minute / 60);
        Share &byHours = shareOf(metrics, query.hours.stateAt(call.at, query.zone));
        ++metrics.missed.whole;
        ++byHours.whole;
        ++metrics.map[day][hour].inbound;
        all.take(call);
        if (!call.missed) {
            metrics.hungUpEarly += call.notMissedBecause == DecisionReason::HungUpEarly ? 1 : 0;
            continue;
        }
        ++metrics.missed.part;
        ++byHours.part;
        ++metrics.map[day][hour].missed;
        daysWithMissed[day][hour].insert(wall.date.toJulianDay());
        missed.take(call);
        countMissed(metrics, call);
    }
    metrics.missedCallers = {missed.count(), all.count()};
    for (size_t day = 0; day < metrics.map.size(); ++day) {
        for (size_t hour = 0; hour < metrics.map[day].size(); ++hour) {
            WeekHour &cell = metrics.map[day][hour];
            cell.morePeople = suggestedPeople(cell.missed, cell.occurrences, int(daysWithMissed[day][hour].size()));
        }
    }
    return metrics;
}

} // namespace textback
