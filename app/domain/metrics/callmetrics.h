// SPDX-License-Identifier: MIT
#pragma once

#include "domain/metrics/callfacts.h"
#include "domain/metrics/countedcalls.h"
#include "domain/metrics/metricsquery.h"
#include "domain/metrics/share.h"

#include <array>
#include <vector>

namespace textback {

/// One hour of the week, Monday first.
struct WeekHour {
    int missed = 0;
    int inbound = 0;
    int occurrences = 0; ///< how often the window has this hour; one that was jumped over is missing, one that comes twice counts twice
    int morePeople = 0;  ///< suggested: how many more people to answer would have caught what was missed

    bool operator==(const WeekHour &) const = default;
};

/// Missed by hour and weekday of the business's clock.
using CoverageMap = std::array<std::array<WeekHour, 24>, 7>;

/// What became of the calls from outside.
struct CallMetrics {
    MetricsWindow window;
    Share missed;        ///< missed calls of inbound calls
    Share missedCallers; ///< unique callers that were missed at least once of all unique callers
    Share inHours;       ///< missed of inbound calls that came while it was open
    Share afterHours;
    Share holiday;
    int busy = 0;          ///< missed because the line was busy
    int abandoned = 0;     ///< missed: the caller left first, after enough rings
    int voicemail = 0;     ///< missed: a message was left
    int hungUpEarly = 0;   ///< the caller left so early that nobody could answer: inbound, but not missed
    int withoutNumber = 0; ///< missed calls that withheld it; each counts as a caller of its own
    int running = 0;       ///< not over yet: not counted
    ExclusionCounts excluded;
    CoverageMap map{};

    bool operator==(const CallMetrics &) const = default;
};

CallMetrics callMetrics(const std::vector<CallFact> &calls, const MetricsQuery &query);

/// People that are missing where so many calls are missed in so many of these hours: each takes ten calls an hour, and what happened in one
/// hour alone is chance.
int suggestedPeople(int missed, int occurrences, int occurrencesWithMissed);

} // namespace textback
