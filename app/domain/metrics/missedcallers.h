// SPDX-License-Identifier: MIT
#pragma once

#include "domain/metrics/callfacts.h"
#include "domain/metrics/countedcalls.h"
#include "domain/metrics/metricsquery.h"

#include <optional>
#include <vector>

namespace textback {

/// One unique missed caller: the missed calls of a number within 24 hours of the first of them, and what followed. A caller without a number
/// cannot be told from another: each such call is a caller of its own.
struct MissedCaller {
    CallId call; ///< the first missed one
    ConversationId conversation;
    PhoneNumber number;
    UtcTime at{};     ///< of the first missed call
    UtcTime missed{}; ///< its end: everything below counts from here

    // What was decided
    bool undecided = false;                   ///< none of the calls is decided yet
    std::optional<DecisionReason> suppressed; ///< why no text was due; else the caller is eligible
    std::optional<DecisionReason> notTexted;  ///< why an eligible one got no text
    bool eligible() const { return !undecided && !suppressed; }
    bool heldOut() const { return suppressed == DecisionReason::HoldOut; }
    bool assigned = false; ///< to be texted: a text was queued, whatever became of it
    QString ruleVersion;   ///< of the decision about the first call

    // What was sent
    bool texted = false; ///< the provider took a text
    DeliveryStatus delivery = DeliveryStatus::Queued;
    std::optional<UtcTime> textedAt; ///< of the delivered text, else of the first that was taken
    bool replied = false;            ///< to a delivered text, within 24 hours of it

    // What followed within 24 hours of the missed call
    bool wrote = false;                  ///< any text but an opt-out
    std::optional<UtcTime> talkedAt;     ///< begin of the first answered call of at least 20 s, in either direction
    std::optional<UtcTime> calledAt;     ///< begin of our first call to them, answered or not
    std::optional<UtcTime> calledBackAt; ///< begin of our first call that reached them
    std::optional<UtcTime> firstContact; ///< the first text from them or answered call
    bool optedOut = false;               ///< at the end of the 24 hours
    bool calledAgain = false;            ///< within 10 minutes of one of the missed calls
    bool ripe = true;                    ///< the 24 hours are over
    bool recovered() const { return (wrote || talkedAt) && !optedOut; }

    // Jobs that were noted for them within 30 days, before their next missed call
    bool booked = false;             ///< one of them has a date
    std::optional<UtcTime> bookedAt; ///< when that was noted
    qint64 amountCents = 0;
    qint64 doneCents = 0; ///< the part of it that is marked done
};

/// The unique missed callers of the window, in order of their first missed call.
std::vector<MissedCaller> missedCallers(const CallHistory &history, const MetricsQuery &query);

} // namespace textback
