// SPDX-License-Identifier: MIT
#pragma once

#include "domain/decision.h"
#include "domain/ids.h"
#include "domain/limits.h"
#include "domain/phonenumber.h"

#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace textback {

/// What became of one call, or would have.
struct ReplayOutcome {
    bool texted = false;
    bool held = false;                    ///< quiet hours held its text at first
    std::optional<SendRule> rule;         ///< of a text
    std::optional<DecisionReason> reason; ///< of none
    UtcTime at{};                         ///< when the text left, or when it was decided that none does
    QString body;
    int segments = 0;

    bool operator==(const ReplayOutcome &) const = default;
};

enum class ReplayChange {
    None, ///< also where there is another reason for no text
    NewlyTexted,
    NoLongerTexted,
    OtherWords,
    OtherTime, ///< the same words, more than five minutes earlier or later
};

/// One inbound call under the rules of then and under the changed ones.
struct ReplayedCall {
    CallId call;
    QString address; ///< of the caller
    PhoneNumber line;
    UtcTime endedAt{};
    ReplayOutcome before;
    ReplayOutcome after;
    ReplayChange change = ReplayChange::None;

    bool operator==(const ReplayedCall &) const = default;
};

/// Sums over all calls, on one side.
struct ReplayTotals {
    int texted = 0;
    int held = 0; ///< of these texts, so many had to wait for the end of quiet hours
    qint64 segments = 0;
    MicroDollars cost = 0;
    std::map<DecisionReason, int> notTexted; ///< why not, and how often

    bool operator==(const ReplayTotals &) const = default;
};

/// What a replay found: a value that a screen or a terminal shows.
struct ReplayResult {
    UtcTime from{};
    UtcTime until{};
    bool asIfOn = false;             ///< the rules are in watch mode: this is what they would send
    int missed = 0;                  ///< under the changed rules
    std::vector<ReplayedCall> calls; ///< every inbound call, by its end
    ReplayTotals before;
    ReplayTotals after;
    std::map<ReplayChange, int> changes; ///< how many calls of each kind

    int count(ReplayChange change) const;
};

} // namespace textback
