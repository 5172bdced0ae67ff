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

} // namespace textback
