// SPDX-License-Identifier: MIT
#pragma once

#include "domain/limits.h"
#include "domain/time.h"

#include <QTimeZone>

#include <optional>

namespace textback {

/// How much of the plan a calendar month of the business has used.
struct Allowance {
    enum class Level {
        Fine,
        Low,    ///< 80 % and more are used
        UsedUp, ///< 100 % and more
    };

    UtcTime monthBegan{};
    UtcTime monthEnds{};
    qint64 segments = 0; ///< of all texts that the provider took, people's own too
    int plan = 0;        ///< 0: no plan
    MicroDollars cost = 0;
    /// What the month comes to if it goes on like this; nothing during its first day.
    std::optional<qint64> projectedSegments;
    std::optional<MicroDollars> projectedCost;

    std::optional<double> percent() const { return plan > 0 ? std::optional(100.0 * double(segments) / plan) : std::nullopt; }
    Level level() const;
    bool operator==(const Allowance &) const = default;
};

/// The calendar month of the business that `now` is in.
struct AllowanceMonth {
    UtcTime began{};
    UtcTime ends{};

    static AllowanceMonth at(UtcTime now, const QTimeZone &zone);
    bool operator==(const AllowanceMonth &) const = default;
};

/// `segments`: taken since the month of `now` began.
Allowance allowanceOf(qint64 segments, UtcTime now, const QTimeZone &zone, const Limits &limits);

} // namespace textback
