// SPDX-License-Identifier: MIT
#include "domain/metrics/countedcalls.h"

namespace textback {

CallSieve::CallSieve(const MetricsQuery &query)
    : m_fictionalCount(query.fictionalNumbersCount)
    , m_own(query.ownNumbers.begin(), query.ownNumbers.end())
    , m_blocked(query.people.blocked.begin(), query.people.blocked.end())
{
    for (const StaffMember &member : query.people.staff)
        m_staff.insert(member.number);
}

std::optional<Exclusion> CallSieve::exclusionOf(const PhoneNumber &number) const
{
    if (number.isNull())
        return std::nullopt;
    if (m_own.contains(number))
        return Exclusion::OwnNumber;
    if (m_staff.contains(number))
        return Exclusion::Staff;
    if (!m_fictionalCount && number.isFictional())
        return Exclusion::Test;
    if (m_blocked.contains(number))
        return Exclusion::Spam;
    return std::nullopt;
}

std::optional<Exclusion> CallSieve::exclusionOf(const CallFact &call) const
{
    if (const auto exclusion = exclusionOf(call.number))
        return exclusion;
    if (call.reason == DecisionReason::OwnNumber)
        return Exclusion::OwnNumber;
    if (call.disposition == Disposition::Blocked || call.notMissedBecause == DecisionReason::Screened ||
        call.reason == DecisionReason::Screened)
        return Exclusion::Spam;
    return call.optedOut ? std::optional(Exclusion::OptedOut) : std::nullopt;
}

bool isSuppression(DecisionReason reason)
{
    switch (reason) {
    case DecisionReason::TooOld:
    case DecisionReason::PcAsleep:
    case DecisionReason::HeldQuietHours:
    case DecisionReason::ExpiredInHold:
    case DecisionReason::DailyCap:
    case DecisionReason::HourlyCap:
    case DecisionReason::CostLimit:
    case DecisionReason::AllowanceStop:
    case DecisionReason::NoTemplate:
    case DecisionReason::AccountRefused:
        return false;
    default:
        return true;
    }
}

} // namespace textback
