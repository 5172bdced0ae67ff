// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/metricsreader.h"
#include "storage/readconnection.h"

#include <QString>

namespace textback {

/// The MetricsReader on SQLite: a read-only connection of the thread that uses it, opened at the first question, which never waits for a lock.
/// While there is no database, or one that is being upgraded, questions give Error::Storage.
class SqlMetricsReader final : public MetricsReader {
public:
    explicit SqlMetricsReader(QString databaseFile);

    Result<CallMetrics> calls(const MetricsQuery &query) override;
    Result<CallerMetrics> callers(const MetricsQuery &query) override;
    Result<SentMetrics> sent(const MetricsQuery &query) override;
    Result<ResponseMetrics> response(const MetricsQuery &query) override;
    Result<std::vector<MetricsItem>> list(MetricsList list, const MetricsFilter &filter, const MetricsQuery &query,
                                          const std::optional<MetricsItem> &after, int limit) override;
    Result<Allowance> allowance(UtcTime now, const QTimeZone &zone, const Limits &limits) override;

private:
    ReadConnection m_db;
};

} // namespace textback
