// SPDX-License-Identifier: MIT
#pragma once

#include "domain/phonenumber.h"

#include <QString>

#include <vector>

namespace textback {

/// Somebody who works here: their calls are no customer's.
struct StaffMember {
    QString name; ///< "Ana", for the owner and for customers' threads; may be empty
    PhoneNumber number;

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
