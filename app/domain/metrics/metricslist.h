// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ids.h"
#include "domain/metrics/callfacts.h"
#include "domain/metrics/metricsquery.h"
#include "domain/metrics/responsemetrics.h"
#include "domain/metrics/sentmetrics.h"

#include <optional>
#include <vector>

namespace textback {

/// The lists behind the figures.
enum class MetricsList {
    // calls
    MissedCalls,
    MissedInHours,
    MissedAfterHours,
    MissedOnHoliday,
    MissedBusy,
    MissedAbandoned,
    HungUpEarly,
    Excluded,
    SlowTexts, ///< calls whose text took over 30 s
    HeldTexts,
    // unique missed callers, by their first call
    Callers,
    Undecided,
    Eligible,
    Suppressed,
    NotTexted, ///< eligible ones without a text, for whatever reason
    Texted,
    Delivered,
    Replied,
    Recovered,
    NotRecovered, ///< eligible ones
    Booked,
    CalledBack, ///< within 15 minutes
    CalledAgain,
    HeldOut,
    // texts
    NoReceipt,
    NotDelivered, ///< refused ones too
    FollowedUp,
    OptedOut,
    // customers' texts
    Responded,
    Unanswered,
};

/// What a list is narrowed down to; what is not set does not matter.
struct MetricsFilter {
    std::optional<DecisionReason> reason; ///< of Suppressed and NotTexted
    std::optional<Exclusion> exclusion;   ///< of Excluded
    std::optional<int> weekday;           ///< of missed calls, 0 is Monday: with `hour` a cell of the coverage map
    std::optional<int> hour;
    std::optional<QString> errorCode; ///< of NotDelivered
};

/// One line of a list.
struct MetricsItem {
    CallId call; ///< null where it is about a text alone
    ConversationId conversation;
    MessageId message; ///< null where it is about a call
    UtcTime at{};

    bool operator==(const MetricsItem &) const = default;
};

/// Which facts a list is made from.
enum class MetricsSource { Calls, Callers, Texts, Exchange };
MetricsSource sourceOf(MetricsList list);

/// All items of a list, the newest first.
std::vector<MetricsItem> callItems(MetricsList list, const MetricsFilter &filter, const CallHistory &history, const MetricsQuery &query);
std::vector<MetricsItem> callerItems(MetricsList list, const MetricsFilter &filter, const CallHistory &history, const MetricsQuery &query);
std::vector<MetricsItem> textItems(MetricsList list, const MetricsFilter &filter, const SentHistory &history, const MetricsQuery &query);
std::vector<MetricsItem> exchangeItems(MetricsList list, const std::vector<ExchangeFact> &exchange, const MetricsQuery &query);

/// Up to `limit` items behind `after` (nothing: from the newest).
std::vector<MetricsItem> pageOf(const std::vector<MetricsItem> &items, const std::optional<MetricsItem> &after, int limit);

} // namespace textback
