// SPDX-License-Identifier: MIT
#pragma once

#include "domain/metrics/allowance.h"
#include "domain/metrics/callermetrics.h"
#include "domain/metrics/callmetrics.h"
#include "domain/metrics/metricslist.h"
#include "domain/metrics/metricsquery.h"
#include "domain/metrics/responsemetrics.h"
#include "domain/metrics/sentmetrics.h"
#include "domain/result.h"

#include <optional>
#include <vector>

namespace textback {

/// The figures of rules.md 4, each over the window of its question, and the lists behind them. A read never waits for a lock (Error::Storage then:
/// ask again later).
class MetricsReader {
public:
    virtual ~MetricsReader() = default;

    /// Missed rate and its parts, coverage map.
    virtual Result<CallMetrics> calls(const MetricsQuery &query) = 0;
    /// Eligible callers, coverage, time to text, replies, recovery, bookings, revenue, call-backs, urgency, true lift.
    virtual Result<CallerMetrics> callers(const MetricsQuery &query) = 0;
    /// Delivery, follow-up lift, opt-outs per template, failures, segments (costOf() makes costs of them).
    virtual Result<SentMetrics> sent(const MetricsQuery &query) = 0;
    /// How long customers waited for a person.
    virtual Result<ResponseMetrics> response(const MetricsQuery &query) = 0;
    /// The list behind a figure, the newest first: up to `limit` items behind `after` (nothing: from the newest).
    virtual Result<std::vector<MetricsItem>> list(MetricsList list, const MetricsFilter &filter, const MetricsQuery &query,
                                                  const std::optional<MetricsItem> &after, int limit) = 0;
    /// What this calendar month of the business has used, over all accounts.
    virtual Result<Allowance> allowance(UtcTime now, const QTimeZone &zone, const Limits &limits) = 0;
};

} // namespace textback
