// SPDX-License-Identifier: MIT
#include "domain/duty/dutyplan.h"

#include "domain/hours/businesshours.h"
#include "domain/hours/localtime.h"

#include <algorithm>

namespace textback {

namespace {

constexpr int daysAhead = 8; // today's weekday once more

} // namespace

bool isOnDuty(const std::optional<WeeklyHours> &plan, UtcTime time, const QTimeZone &zone)
{
    if (!plan)
        return false;
    BusinessHours hours;
    hours.weekly = plan;
    return hours.stateAt(time, zone) == OpenState::Open;
}

std::optional<UtcTime> nextShift(const std::optional<WeeklyHours> &plan, UtcTime time, const QTimeZone &zone)
{
    if (!plan)
        return std::nullopt;
    std::optional<UtcTime> next;
    const QDate today = wallTimeAt(time, zone).date;
    for (int day = 0; day <= daysAhead && !next; ++day) {
        const QDate date = today.addDays(day);
        for (const OpenInterval &shift : plan->at(static_cast<size_t>(date.dayOfWeek() - 1))) {
            // A clock that is set back shows the beginning twice: the shift begins at the first time.
            const std::vector<UtcTime> begins = momentsOf(date, shift.from, zone);
            if (!begins.empty() && begins.front() > time)
                next = next ? std::min(*next, begins.front()) : begins.front();
        }
    }
    return next;
}

std::vector<StaffMember> onDuty(const People &people, const DutyOff &off, UtcTime time, const QTimeZone &zone)
{
    std::vector<StaffMember> members;
    std::copy_if(people.staff.begin(), people.staff.end(), std::back_inserter(members), [&](const StaffMember &member) {
        const auto signedOff = off.find(member.number);
        const bool isOff = signedOff != off.end() && time < signedOff->second;
        return !isOff && !member.number.isNull() && isOnDuty(member.onCall, time, zone);
    });
    return members;
}

} // namespace textback
