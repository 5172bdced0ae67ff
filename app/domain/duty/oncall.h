// SPDX-License-Identifier: MIT
#pragma once

namespace textback {

/// What goes to the mobile of whoever is on call (People::staff, StaffMember::onCall).
struct OnCall {
    bool urgentAlerts = true; ///< every alert, and each time it climbs
    bool replies = false;     ///< every text of a customer
    int minutesBetween = 2;   ///< at most one text per person and case in so many minutes, 0..60

    bool operator==(const OnCall &) const = default;
};

} // namespace textback
