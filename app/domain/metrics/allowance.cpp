// SPDX-License-Identifier: MIT
#include "domain/metrics/allowance.h"

#include "domain/hours/localtime.h"

#include <cmath>

namespace textback {

namespace {

constexpr qint64 warnedAtPercent = 80;

} // namespace

Allowance::Level Allowance::level() const
{
    if (plan <= 0 || segments * 100 < warnedAtPercent * plan)
        return Level::Fine;
    return segments < plan ? Level::Low : Level::UsedUp;
}

AllowanceMonth AllowanceMonth::at(UtcTime now, const QTimeZone &zone)
{
    const QDate today = wallTimeAt(now, zone).date;
    const QDate first(today.year(), today.month(), 1);
    return {momentsOf(first, 0, zone).front(), momentsOf(first.addMonths(1), 0, zone).front()};
}

Allowance allowanceOf(qint64 segments, UtcTime now, const QTimeZone &zone, const Limits &limits)
{
    const AllowanceMonth month = AllowanceMonth::at(now, zone);
    Allowance allowance;
    allowance.monthBegan = month.began;
    allowance.monthEnds = month.ends;
    allowance.segments = segments;
    allowance.plan = limits.monthlyTexts;
    allowance.cost = segments * limits.pricePerSegment;
    const Millis passed = now - month.began;
    if (passed >= std::chrono::hours(24)) {
        const double share = double((month.ends - month.began).count()) / double(passed.count());
        allowance.projectedSegments = std::llround(double(segments) * share);
        allowance.projectedCost = *allowance.projectedSegments * limits.pricePerSegment;
    }
    return allowance;
}

} // namespace textback
