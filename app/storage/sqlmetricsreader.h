// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/metricsreader.h"

#include <QString>

#include <memory>

namespace textback {

class SqlConnection;

/// The MetricsReader on SQLite: a read-only connection of the thread that uses it, opened at the first question, which never waits for a lock.
/// While there is no database, or one that is being upgraded, questions give Error::Storage.
class SqlMetricsReader final : public MetricsReader {
public:
    explicit SqlMetricsReader(QString databaseFile);
    ~SqlMetricsReader() override;

    Result<CallMetrics> calls(const MetricsQuery &query) override;
    Result<CallerMetrics> callers(const MetricsQuery &query) override;
    Result<SentMetrics> sent(const MetricsQuery &query) override;
    Result<ResponseMetrics> response(const MetricsQuery &query) override;
    Result<std::vector<MetricsItem>> list(MetricsList list, const MetricsFilter &filter, const MetricsQuery &query,
                                          const std::optional<MetricsItem> &after, int limit) override;
    Result<Allowance> allowance(UtcTime now, const QTimeZone &zone, const Limits &limits) override;

private:
    Result<void> connect();
    /// Runs `work` in one read transaction: several statements see one state.
    template <typename Value, typename Work>
    Result<Value> read(Work work);

    QString m_databaseFile;
    std::unique_ptr<SqlConnection> m_db;
};

} // namespace textback
