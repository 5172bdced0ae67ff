// SPDX-License-Identifier: MIT
#include "domain/metrics/responsemetrics.h"

#include "domain/hours/opentime.h"
#include "domain/metrics/countedcalls.h"

#include <QHash>

#include <algorithm>

namespace textback {

std::vector<Wait> waitsOf(const std::vector<ExchangeFact> &exchange, const MetricsQuery &query)
{
    const CallSieve sieve(query);
    std::vector<Wait> waits;
    QHash<ConversationId, size_t> open;
    const auto close = [&](const ExchangeFact &fact) {
        const auto found = open.find(fact.conversation);
        if (found == open.end())
            return;
        Wait &wait = waits[*found];
        const bool counts = fact.kind != ExchangeFact::Kind::OptOut && fact.at - wait.since <= givenUp;
        wait.until = counts ? std::optional(fact.at) : std::nullopt;
        wait.byCall = counts && fact.kind == ExchangeFact::Kind::Talk;
        open.erase(found);
    };
    for (const ExchangeFact &fact : exchange) {
        if (fact.kind != ExchangeFact::Kind::Customer) {
            close(fact);
            continue;
        }
        const auto found = open.constFind(fact.conversation);
        const bool waitsAlready = found != open.constEnd() && fact.at - waits[*found].since <= givenUp;
        if (waitsAlready || sieve.exclusionOf(fact.number))
            continue;
        open[fact.conversation] = waits.size();
        waits.push_back({fact.conversation, fact.at, {}, false});
    }
    waits.erase(std::remove_if(waits.begin(), waits.end(), [&query](const Wait &wait) { return !query.window.contains(wait.since); }),
                waits.end());
    return waits;
}

ResponseMetrics responseMetrics(const std::vector<ExchangeFact> &exchange, const MetricsQuery &query)
{
    ResponseMetrics metrics;
    metrics.window = query.window;
    std::vector<Millis> wall;
    std::vector<Millis> open;
    const OpenSpans spans(query.window.from, query.window.until + givenUp, query.hours, query.zone);
    for (const Wait &wait : waitsOf(exchange, query)) {
        if (!wait.until) {
            ++metrics.unanswered;
            continue;
        }
        metrics.byCall += wait.byCall ? 1 : 0;
        wall.push_back(*wait.until - wait.since);
        open.push_back(spans.between(wait.since, *wait.until));
    }
    metrics.wallClock = Durations::of(std::move(wall));
    metrics.openHours = Durations::of(std::move(open));
    return metrics;
}

} // namespace textback
