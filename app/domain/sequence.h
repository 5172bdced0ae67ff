// SPDX-License-Identifier: MIT
#pragma once

#include "domain/decision.h"
#include "domain/message.h"
#include "domain/textbackpolicy.h"
#include "domain/textbackrules.h"

#include <optional>

namespace textback {

/// One text of a sequence that is planned: follow-ups after a text-back, a review request after a job, a holding text while a customer waits.
/// It lies in the outbox, held, until `due`, and is decided anew at its release (decideStep).
struct SequenceStep {
    OutboxPurpose purpose = OutboxPurpose::FollowUp1;
    SendRule rule = SendRule::FollowUp1;
    UtcTime due{};

    bool operator==(const SequenceStep &) const = default;
};

/// What follows a text that the provider accepted: the first follow-up after a text-back, the second after the first (rules.md C17).
std::optional<SequenceStep> stepAfter(OutboxPurpose accepted, UtcTime acceptedAt, const TextBackRules &rules);
/// The review request after a job was marked done (C20); nothing where none are wanted, or where there is no link to leave one.
std::optional<SequenceStep> reviewAfter(UtcTime doneAt, const TextBackRules &rules);
/// The text that a customer gets who wrote and whom nobody answers: after the set time, of which only open hours count.
std::optional<SequenceStep> holdingTextAfter(UtcTime customerWrote, const TextBackRules &rules);

/// What is known about the customer when a step is about to leave. Times are the provider's clock.
struct StepInput {
    OutboxPurpose purpose = OutboxPurpose::FollowUp1;
    PhoneNumber to;
    UtcTime since{}; ///< when that began which it follows: the text before it was queued, the job was done, the customer wrote
    UtcTime due{};   ///< when it was to leave
    UtcTime now{};
    bool optedOut = false;
    bool frozen = false;
    std::optional<NumberCapability> cannotText;
    std::optional<UtcTime> lastCustomerMessage;
    std::optional<UtcTime> lastStaffMessage;
    std::optional<UtcTime> lastTalk;     ///< end of the newest answered call, in either direction
    std::optional<UtcTime> lastBooking;  ///< a job was noted for them
    std::optional<UtcTime> lastTextBack; ///< of whatever call
    std::optional<UtcTime> lastReview;   ///< an earlier request that was accepted
    Usage usage;
    bool viewer = false;
    bool sendNow = false; ///< a person said to send it in spite of quiet hours
};

/// Whether a step still makes sense, and whether it may go at this hour. Pure, like decideTextBack, with the same reasons.
///
/// A follow-up stops for a reply, an opt-out, a booking, an answered call in either direction, a text of the staff, or a newer text-back; a
/// holding text for a text of the staff or an answered call. Follow-ups and review requests are outreach: they wait for the quiet hours of
/// everywhere the number may be (outreachHeldUntil), and for at most longestHold (C25, C28).
Decision decideStep(const StepInput &input, const TextBackRules &rules);

/// One request in so long, whatever was done in between (C20).
inline constexpr Millis reviewEvery = std::chrono::hours(24 * 60);

} // namespace textback
