// SPDX-License-Identifier: MIT
#pragma once

#include "domain/metrics/callfacts.h"
#include "domain/metrics/metricsquery.h"
#include "domain/metrics/responsemetrics.h"
#include "domain/metrics/sentmetrics.h"
#include "storage/sqlconnection.h"

#include <QSet>

#include <vector>

namespace textback::storage {

// The facts that metrics are made from, read for one window. Each runs inside a read transaction; failures stay with the connection.

CallHistory readCallHistory(SqlConnection &db, const MetricsQuery &query);
/// Calls alone, up to `ahead` after the window.
std::vector<CallFact> readCalls(SqlConnection &db, const MetricsQuery &query, Millis ahead);
SentHistory readSentHistory(SqlConnection &db, const MetricsQuery &query);
std::vector<ExchangeFact> readExchange(SqlConnection &db, const MetricsQuery &query);

/// Customers' texts since `from` that opted out: known by the log of consent, which has their time, or their words where a person said later
/// what they meant.
QSet<MessageId> readOptOutTexts(SqlConnection &db, UtcTime from, UtcTime until);
/// Customers' texts that are none of those.
std::vector<ReplyFact> readReplies(SqlConnection &db, UtcTime from, UtcTime until);

} // namespace textback::storage
