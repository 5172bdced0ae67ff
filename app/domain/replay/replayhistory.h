// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callrecord.h"
#include "domain/decision.h"
#include "domain/message.h"
#include "domain/missedcalldetector.h"
#include "domain/ports/store.h"
#include "domain/result.h"
#include "domain/settings.h"
#include "domain/textbackpolicy.h"

#include <QHash>
#include <QString>

#include <optional>
#include <vector>

namespace textback {

class ReplayReader;

/// An automatic or personal text as it was sent, or not.
struct ReplayText {
    OutboxId id;
    CallId call; ///< of one that answers a call
    PhoneNumber to;
    OutboxPurpose purpose = OutboxPurpose::Manual;
    OutboxState state = OutboxState::Accepted;
    std::optional<DecisionReason> why; ///< of a skipped one
    std::optional<SendRule> rule;
    QString body;
    int segments = 0;
    UtcTime queuedAt{};
    std::optional<UtcTime> leftAt; ///< begin of the last attempt, or when it was accepted

    /// Whether it was taken in hand: a refused one was, one that was dropped before it left was not.
    bool wasSent() const { return state != OutboxState::Skipped; }
};

/// A call as stored, with what became of it.
struct ReplayCall {
    CallRecord record;
    QString address;  ///< of the other party
    PhoneNumber line; ///< ours
    UtcTime at{};
    bool settled = false;
    CallVerdict verdict; ///< the detector's word then; of a settled call
    bool answered = false;
    std::optional<Decision> decision;
    std::optional<ReplayText> text; ///< that answered it
};

/// An outgoing text that the rules did not write.
struct ReplayMessage {
    MessageId id;
    QString address;
    UtcTime at{};
    bool elsewhere = false; ///< another program sent it, else a person in this one
    bool imported = false;  ///< known from the provider's list alone: it may be one of our own
    QString body;
};

struct ReplayAccount {
    AccountId id;
    std::optional<UtcTime> watchingSince;
    std::vector<Line> numbers;
};

/// Consent as it was said at a moment.
struct ReplayConsent {
    PhoneNumber number;
    UtcTime at{};
    bool optedOut = false;
};

/// From when to when a number was frozen.
struct ReplayDoubt {
    PhoneNumber number;
    UtcTime at{};
    std::optional<UtcTime> answeredAt;
};

struct ReplayCapability {
    PhoneNumber number;
    NumberCapability capability = NumberCapability::CannotReceive;
    UtcTime from{};
    UtcTime until{};
};

/// What is read at once, because it is little.
struct ReplayBasis {
    Settings settings; ///< as stored
    std::vector<ReplayAccount> accounts;
    std::vector<ReplayConsent> consents; ///< in the order in which they were said
    std::vector<ReplayDoubt> doubts;
    std::vector<ReplayCapability> capabilities;
    QHash<QString, QString> names; ///< of contacts, by address

    /// Every number of every account, once.
    std::vector<Line> numbers() const;
};

/// Everything that a replay goes through.
struct ReplayHistory {
    UtcTime from{};  ///< calls that ended before are there for what follows from them
    UtcTime until{}; ///< when it was read
    ReplayBasis basis;
    std::vector<ReplayCall> calls;       ///< by their end
    std::vector<ReplayText> texts;       ///< that answer no call, by the time at which they were queued
    std::vector<ReplayMessage> messages; ///< by time
};

/// The last `span` before `now`, and a month before it: rings, limits and cool-downs of earlier calls count for those within.
Result<ReplayHistory> readReplayHistory(ReplayReader &reader, UtcTime now, Millis span = std::chrono::hours(24 * 90));

} // namespace textback
