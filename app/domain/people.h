// SPDX-License-Identifier: MIT
#pragma once

#include "domain/hours/openinterval.h"
#include "domain/phonenumber.h"

#include <QString>

#include <optional>
#include <vector>

namespace textback {

/// Somebody who works here: their calls are no customer's.
struct StaffMember {
    QString name; ///< "Ana", for the owner and for customers' threads; may be empty
    PhoneNumber number;
    /// When alerts and replies go to this number (settings: onCall), by the wall clock of the business. Nothing: never.
    std::optional<WeeklyHours> onCall = {};

    bool operator==(const StaffMember &) const = default;
};

/// Whom the rules treat apart from everybody else, by their numbers.
struct People {
    std::vector<StaffMember> staff;
    std::vector<PhoneNumber> blocked;   ///< nuisances: no automatic text
    std::vector<PhoneNumber> neverText; ///< good customers who want none: no automatic text, a call-back task
    std::vector<PhoneNumber> vip;       ///< a text of their own, or none

    const StaffMember *staffMember(const PhoneNumber &number) const;
    bool isBlocked(const PhoneNumber &number) const;
    bool isNeverTexted(const PhoneNumber &number) const;
    bool isVip(const PhoneNumber &number) const;
    bool operator==(const People &) const = default;
};

} // namespace textback
