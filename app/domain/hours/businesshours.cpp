// SPDX-License-Identifier: MIT
#include "domain/hours/businesshours.h"

#include "domain/hours/federalholidays.h"
#include "domain/hours/localtime.h"

#include <algorithm>

namespace textback {

namespace {
constexpr int searchedDays = 60;
}

bool BusinessHours::isHoliday(QDate date) const
{
    return std::any_of(holidays.begin(), holidays.end(), [date](const Holiday &holiday) { return holiday.isOn(date); }) ||
           (usFederalHolidays && federalHolidayOn(date));
}

/// Whether an interval that begins on `date` is open at this minute after its midnight (1440 and more: the day after).
bool BusinessHours::isOpenOn(QDate date, int minute) const
{
    const std::vector<OpenInterval> &intervals = (*weekly)[size_t(date.dayOfWeek() - 1)];
    return std::any_of(intervals.begin(), intervals.end(),
                       [minute](const OpenInterval &interval) { return interval.from <= minute && minute < interval.until; }) &&
           !isHoliday(date);
}

OpenState BusinessHours::stateAt(UtcTime time, const QTimeZone &zone) const
{
    const WallTime wall = wallTimeAt(time, zone);
    if (weekly && (isOpenOn(wall.date, wall.minute) || isOpenOn(wall.date.addDays(-1), wall.minute + minutesPerDay)))
        return OpenState::Open;
    if (isHoliday(wall.date))
        return OpenState::Holiday;
    return weekly ? OpenState::Closed : OpenState::Open;
}

std::optional<UtcTime> BusinessHours::nextOpening(UtcTime after, const QTimeZone &zone) const
{
    const QDate today = wallTimeAt(after, zone).date;
    for (int day = 0; day <= searchedDays; ++day) {
        const QDate date = today.addDays(day);
        // It can open where an interval begins, where a holiday ends, and where the clock is set to a minute that is open.
        std::vector<UtcTime> moments = momentsOf(date, 0, zone);
        if (weekly) {
            for (const OpenInterval &interval : (*weekly)[size_t(date.dayOfWeek() - 1)]) {
                const std::vector<UtcTime> begins = momentsOf(date, interval.from, zone);
                moments.insert(moments.end(), begins.begin(), begins.end());
            }
        }
        if (const std::optional<UtcTime> change = clockChangeOn(date, zone))
            moments.push_back(*change);
        std::sort(moments.begin(), moments.end());
        const auto opens = std::find_if(moments.begin(), moments.end(), [&](UtcTime moment) {
            return moment > after && stateAt(moment, zone) == OpenState::Open && stateAt(moment - Millis(1), zone) != OpenState::Open;
        });
        if (opens != moments.end())
            return *opens <= after + std::chrono::days(searchedDays) ? std::optional(*opens) : std::nullopt;
    }
    return std::nullopt;
}

} // namespace textback
