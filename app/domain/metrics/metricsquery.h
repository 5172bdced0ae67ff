// SPDX-License-Identifier: MIT
#pragma once

#include "domain/hours/businesshours.h"
#include "domain/limits.h"
#include "domain/people.h"
#include "domain/time.h"

#include <QDate>
#include <QTimeZone>

#include <optional>
#include <vector>

namespace textback {

/// The span that a figure is about: from `from` on, before `until`. Missed calls and texts of the span count, with what follows from them: a
/// reply within 24 hours counts although the span has ended in between.
struct MetricsWindow {
    UtcTime from{};
    UtcTime until{};

    /// Whole days of the business, the last one included.
    static MetricsWindow ofDays(QDate first, QDate last, const QTimeZone &zone);
    /// The last `days` whole days before the day of `now`.
    static MetricsWindow lastDays(int days, UtcTime now, const QTimeZone &zone);

    bool contains(UtcTime time) const { return from <= time && time < until; }
    bool operator==(const MetricsWindow &) const = default;
};

/// What to count, and by which rules.
struct MetricsQuery {
    MetricsWindow window;
    UtcTime asOf{}; ///< now: whose 24 hours are not over then may yet reply (CallerMetrics::unripe)
    QTimeZone zone = QTimeZone::utc();
    BusinessHours hours;
    People people;
    std::vector<PhoneNumber> ownNumbers;
    bool fictionalNumbersCount = false; ///< of a simulated line: elsewhere 555-01xx numbers are tests
    MicroDollars pricePerSegment = 0;
    std::optional<qint64> averageTicketCents; ///< the owner's, for the estimate of revenue
};

} // namespace textback
