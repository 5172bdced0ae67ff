// SPDX-License-Identifier: MIT
#include "storage/sqlmetricsreader.h"

#include "storage/metricsqueries.h"
#include "storage/sqlstatement.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace textback {

namespace {

constexpr Millis slotLength = std::chrono::minutes(30); // of usage_slots

qint64 slotOf(UtcTime time)
{
    return toUnixMillis(time) / slotLength.count();
}

std::vector<MetricsItem> itemsOf(SqlConnection &db, MetricsList list, const MetricsFilter &filter, const MetricsQuery &query)
{
    switch (sourceOf(list)) {
    case MetricsSource::Calls:
        return callItems(list, filter, {storage::readCalls(db, query, Millis(0)), {}, {}, {}}, query);
    case MetricsSource::Callers:
        return callerItems(list, filter, storage::readCallHistory(db, query), query);
    case MetricsSource::Texts:
        return textItems(list, filter, storage::readSentHistory(db, query), query);
    case MetricsSource::Exchange:
        break;
    }
    return exchangeItems(list, storage::readExchange(db, query), query);
}

} // namespace

SqlMetricsReader::SqlMetricsReader(QString databaseFile)
    : m_db(std::move(databaseFile))
{
}

Result<CallMetrics> SqlMetricsReader::calls(const MetricsQuery &query)
{
    return m_db.read([&] { return callMetrics(storage::readCalls(*m_db, query, Millis(0)), query); });
}

Result<CallerMetrics> SqlMetricsReader::callers(const MetricsQuery &query)
{
    return m_db.read([&] { return callerMetrics(storage::readCallHistory(*m_db, query), query); });
}

Result<SentMetrics> SqlMetricsReader::sent(const MetricsQuery &query)
{
    return m_db.read([&] { return sentMetrics(storage::readSentHistory(*m_db, query), query); });
}

Result<ResponseMetrics> SqlMetricsReader::response(const MetricsQuery &query)
{
    return m_db.read([&] { return responseMetrics(storage::readExchange(*m_db, query), query); });
}

Result<std::vector<MetricsItem>> SqlMetricsReader::list(MetricsList list, const MetricsFilter &filter, const MetricsQuery &query,
                                                        const std::optional<MetricsItem> &after, int limit)
{
    return m_db.read([&] { return pageOf(itemsOf(*m_db, list, filter, query), after, limit); });
}

Result<Allowance> SqlMetricsReader::allowance(UtcTime now, const QTimeZone &zone, const Limits &limits)
{
    return m_db.read([&] {
        const AllowanceMonth month = AllowanceMonth::at(now, zone);
        SqlStatement sum(*m_db, u"SELECT ifnull(sum(u.segments), 0) FROM accounts a CROSS JOIN usage_slots u ON u.account = a.id "
                                "WHERE u.slot >= :first AND u.slot < :end"_s);
        sum.bind("first"_L1, slotOf(month.began)).bind("end"_L1, slotOf(month.ends));
        return allowanceOf(sum.next() ? sum.integer(0) : 0, now, zone, limits);
    });
}

} // namespace textback
