// SPDX-License-Identifier: MIT
#include "domain/people.h"

#include <algorithm>

namespace textback {

namespace {

bool contains(const std::vector<PhoneNumber> &numbers, const PhoneNumber &number)
{
    return std::find(numbers.begin(), numbers.end(), number) != numbers.end();
}

} // namespace

const StaffMember *People::staffMember(const PhoneNumber &number) const
{
    const auto found = std::find_if(staff.begin(), staff.end(), [&number](const StaffMember &member) { return member.number == number; });
    return found == staff.end() ? nullptr : &*found;
}

bool People::isBlocked(const PhoneNumber &number) const
{
    return contains(blocked, number);
}

bool People::isNeverTexted(const PhoneNumber &number) const
{
    return contains(neverText, number);
}

bool People::isVip(const PhoneNumber &number) const
{
    return contains(vip, number);
}

} // namespace textback
