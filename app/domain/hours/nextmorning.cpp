// SPDX-License-Identifier: MIT
#include "domain/hours/nextmorning.h"

#include "domain/hours/localtime.h"

namespace textback {

namespace {

constexpr int nightEnds = 4 * 60;
constexpr int withoutOpening = 6 * 60;
constexpr int noon = 12 * 60;

} // namespace

UtcTime nextMorning(UtcTime now, const BusinessHours &hours, const QTimeZone &zone)
{
    const WallTime wall = wallTimeAt(now, zone);
    const QDate date = wall.minute < nightEnds ? wall.date : wall.date.addDays(1);
    const UtcTime begin = momentsOf(date, nightEnds, zone).front();
    const std::optional<UtcTime> opening = hours.nextOpening(begin - Millis(1), zone);
    return opening && *opening < momentsOf(date, noon, zone).front() ? *opening : momentsOf(date, withoutOpening, zone).front();
}

} // namespace textback
