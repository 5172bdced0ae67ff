// SPDX-License-Identifier: MIT
#include "domain/metrics/metricsquery.h"

#include "domain/hours/localtime.h"

namespace textback {

MetricsWindow MetricsWindow::ofDays(QDate first, QDate last, const QTimeZone &zone)
{
    return {momentsOf(first, 0, zone).front(), momentsOf(last.addDays(1), 0, zone).front()};
}

MetricsWindow MetricsWindow::lastDays(int days, UtcTime now, const QTimeZone &zone)
{
    const QDate today = wallTimeAt(now, zone).date;
    return ofDays(today.addDays(-days), today.addDays(-1), zone);
}

MetricsQuery MetricsQuery::of(const MetricsWindow &window, const TextBackRules &rules, UtcTime asOf)
{
    MetricsQuery query;
    query.window = window;
    query.asOf = asOf;
    query.zone = rules.timeZone;
    query.hours = rules.hours;
    query.people = rules.people;
    for (const Line &line : rules.lines) {
        query.ownNumbers.push_back(line.number);
        if (!line.textFrom.isNull())
            query.ownNumbers.push_back(line.textFrom);
    }
    query.fictionalNumbersCount = rules.allowFictionalNumbers;
    query.pricePerSegment = rules.limits.pricePerSegment;
    return query;
}

} // namespace textback
