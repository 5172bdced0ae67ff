// SPDX-License-Identifier: MIT
#pragma once

#include "domain/people.h"
#include "domain/time.h"

#include <QTimeZone>

#include <map>
#include <optional>
#include <vector>

namespace textback {

/// Until when staff members have signed off ("off"), by their numbers.
using DutyOff = std::map<PhoneNumber, UtcTime>;

/// Whether a plan has somebody on duty at `time`, by the wall clock of the business. A shift goes on over midnight; without a plan nobody ever is.
bool isOnDuty(const std::optional<WeeklyHours> &plan, UtcTime time, const QTimeZone &zone);

/// When the next shift begins after `time`; of shifts that follow each other without a gap each is one of its own, so that a plan of whole days
/// has one at each midnight. Nothing for an empty plan.
std::optional<UtcTime> nextShift(const std::optional<WeeklyHours> &plan, UtcTime time, const QTimeZone &zone);

/// Who is on duty at `time`, in the order of the settings: the plan says so, and they have not signed off.
std::vector<StaffMember> onDuty(const People &people, const DutyOff &off, UtcTime time, const QTimeZone &zone);

} // namespace textback
