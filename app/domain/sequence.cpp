// SPDX-License-Identifier: MIT
#include "domain/sequence.h"

namespace textback {

namespace {

using Reason = std::optional<DecisionReason>;

SendRule ruleOf(OutboxPurpose purpose)
{
    switch (purpose) {
    case OutboxPurpose::FollowUp2:
        return SendRule::FollowUp2;
    case OutboxPurpose::Review:
        return SendRule::Review;
    case OutboxPurpose::Holding:
        return SendRule::Holding;
    default:
        return SendRule::FollowUp1;
    }
}

bool after(const std::optional<UtcTime> &time, UtcTime since)
{
    return time && *time > since;
}

Reason mustNot(const StepInput &input, const TextBackRules &rules)
{
    if (input.optedOut)
        return DecisionReason::OptedOut;
    if (input.frozen)
        return DecisionReason::Frozen;
    if (rules.people.staffMember(input.to))
        return DecisionReason::StaffNumber;
    if (rules.people.isBlocked(input.to))
        return DecisionReason::Blocked;
    if (rules.people.isNeverTexted(input.to))
        return DecisionReason::NeverText;
    if (input.cannotText)
        return *input.cannotText == NumberCapability::Landline ? DecisionReason::Landline : DecisionReason::CannotReceive;
    return std::nullopt;
}

/// What happened since the sequence began that ends it.
Reason overtaken(const StepInput &input, const TextBackRules &rules)
{
    const bool followUp = input.purpose == OutboxPurpose::FollowUp1 || input.purpose == OutboxPurpose::FollowUp2;
    if (input.purpose != OutboxPurpose::Review && after(input.lastTalk, input.since))
        return DecisionReason::CalledBack;
    if (input.purpose != OutboxPurpose::Review && after(input.lastStaffMessage, input.since))
        return DecisionReason::StaffInConversation;
    // Whoever asks for a review while people write to each other does not read what they write.
    if (input.purpose == OutboxPurpose::Review && after(input.lastStaffMessage, input.now - rules.humanSilence))
        return DecisionReason::StaffInConversation;
    if (followUp && after(input.lastCustomerMessage, input.since))
        return DecisionReason::Replied;
    if (followUp && after(input.lastBooking, input.since))
        return DecisionReason::Booked;
    if (followUp && after(input.lastTextBack, input.since))
        return DecisionReason::TextedThisCall;
    if (input.purpose == OutboxPurpose::Review && after(input.lastReview, input.now - reviewEvery))
        return DecisionReason::CoolDown;
    return std::nullopt;
}

std::optional<UtcTime> heldUntil(const StepInput &input, const TextBackRules &rules)
{
    if (input.sendNow)
        return std::nullopt;
    if (input.purpose != OutboxPurpose::Holding)
        return outreachHeldUntil({input.to, QString()}, rules.timeZone, input.now);
    if (rules.hours.stateAt(input.now, rules.timeZone) == OpenState::Open)
        return std::nullopt;
    return rules.hours.nextOpening(input.now, rules.timeZone).value_or(input.now + longestHold);
}

} // namespace

std::optional<SequenceStep> stepAfter(OutboxPurpose accepted, UtcTime acceptedAt, const TextBackRules &rules)
{
    const FollowUps &followUps = rules.followUps;
    if (accepted == OutboxPurpose::TextBack && followUps.count >= 1)
        return SequenceStep{OutboxPurpose::FollowUp1, SendRule::FollowUp1, acceptedAt + std::chrono::minutes(followUps.firstAfterMinutes)};
    if (accepted == OutboxPurpose::FollowUp1 && followUps.count >= 2)
        return SequenceStep{OutboxPurpose::FollowUp2, SendRule::FollowUp2, acceptedAt + std::chrono::hours(followUps.secondAfterHours)};
    return std::nullopt;
}

std::optional<SequenceStep> reviewAfter(UtcTime doneAt, const TextBackRules &rules)
{
    if (!rules.reviews.ask || rules.reviewLink.isEmpty())
        return std::nullopt;
    return SequenceStep{OutboxPurpose::Review, SendRule::Review, doneAt + std::chrono::hours(rules.reviews.afterHours)};
}

std::optional<SequenceStep> holdingTextAfter(UtcTime customerWrote, const TextBackRules &rules)
{
    if (!rules.waiting.holdingText || rules.waiting.minutes <= 0)
        return std::nullopt;
    return SequenceStep{OutboxPurpose::Holding, SendRule::Holding, rules.waitedUntil(customerWrote)};
}

Decision decideStep(const StepInput &input, const TextBackRules &rules)
{
    const SendRule rule = ruleOf(input.purpose);
    const auto decided = [&]() -> Decision {
        if (const Reason reason = mustNot(input, rules))
            return Decision::skip(*reason);
        if (input.viewer)
            return Decision::skip(DecisionReason::Viewer);
        if (rules.mode != Mode::On)
            return Decision::skip(rules.mode == Mode::Off ? DecisionReason::ModeOff : DecisionReason::ModeWatch);
        if (rules.isPaused(input.now))
            return Decision::skip(DecisionReason::Paused);
        if (const Reason reason = overtaken(input, rules))
            return Decision::skip(*reason);
        if (expiredInHold(input.due, input.now))
            return Decision::skip(DecisionReason::ExpiredInHold);
        if (const Reason reason = limitReached(input.usage, rules.limits))
            return Decision::skip(*reason);
        if (const auto until = heldUntil(input, rules))
            return Decision::hold(rule, DecisionReason::HeldQuietHours, *until);
        return Decision::send(rule, input.now);
    };
    Decision decision = decided();
    decision.decidedAt = input.now;
    decision.ruleVersion = rules.version();
    return decision;
}

} // namespace textback
