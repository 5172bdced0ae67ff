// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callrecord.h"
#include "domain/decision.h"
#include "domain/ids.h"
#include "domain/message.h"
#include "domain/phonenumber.h"
#include "domain/time.h"

#include <QString>

#include <optional>
#include <vector>

namespace textback {

/// The automatic text that answers a missed call, as far as metrics ask.
struct AnswerFact {
    OutboxState state = OutboxState::Queued;
    std::optional<DecisionReason> why; ///< of one that was skipped
    bool held = false;                 ///< quiet hours delayed it: how long says nothing about speed
    std::optional<UtcTime> acceptedAt;
    std::optional<Millis> afterCallEnd; ///< until the provider took it
    DeliveryStatus delivery = DeliveryStatus::Queued;
    std::optional<UtcTime> deliveredAt;

    bool wasAccepted() const { return state == OutboxState::Accepted; }
};

/// One call of the log, as far as metrics ask.
struct CallFact {
    CallId id;
    ConversationId conversation;
    PhoneNumber number; ///< of the other party; null where there is none
    bool inbound = true;
    bool settled = true; ///< it is known what became of it
    bool missed = false;
    bool answered = false;
    Disposition disposition = Disposition::NoAnswer;
    std::optional<DecisionReason> notMissedBecause;
    UtcTime at{};
    UtcTime endedAt{};
    Millis talked{0};
    bool optedOut = false; ///< the number had opted out before the call
    std::optional<Verdict> verdict;
    std::optional<DecisionReason> reason;
    QString ruleVersion;
    std::optional<AnswerFact> text;
};

/// A text from a customer that is no opt-out.
struct ReplyFact {
    ConversationId conversation;
    UtcTime at{};
};

/// A change of consent.
struct ConsentFact {
    PhoneNumber number;
    bool optedOut = true;
    UtcTime at{};
};

/// Work that was noted for a customer, later than every missed call of theirs that lies behind the window.
struct JobFact {
    JobId id;
    ConversationId conversation;
    UtcTime notedAt{};
    bool dated = false;
    std::optional<qint64> amountCents;
    bool done = false;
};

/// Everything that the metrics of calls are made from. Each list is in order of time, and reaches beyond the window as far as what follows
/// from a call in it counts.
struct CallHistory {
    std::vector<CallFact> calls;
    std::vector<ReplyFact> replies;
    std::vector<ConsentFact> consents;
    std::vector<JobFact> jobs;
};

/// How long a reply, an answered call or an opt-out counts for the missed call before it.
inline constexpr Millis followingSpan = std::chrono::hours(24);
/// Calls of one number within it, from the first one on, are one caller.
inline constexpr Millis uniqueSpan = std::chrono::hours(24);
/// A job that was noted later is another story.
inline constexpr Millis bookingSpan = std::chrono::days(30);
/// A shorter answered call may be a mailbox: nobody was reached.
inline constexpr Millis shortestContact = std::chrono::seconds(20);
/// Quiet hours may hold a text so long: what follows from it is looked for until then.
inline constexpr Millis lookAhead = std::chrono::hours(48);

} // namespace textback
