// SPDX-License-Identifier: MIT
#pragma once

#include "domain/decision.h"
#include "domain/message.h"
#include "domain/result.h"
#include "domain/sequence.h"
#include "engine/callassessor.h"

#include <optional>

namespace textback {

struct AccountContext;

/// The last look before a text leaves: with the rules, the history and the call rows as they are at that moment (faults.md 5.2, step 2).
class ReleaseCheck {
public:
    /// What became of an item at its release.
    struct Outcome {
        enum class Kind {
            Go,
            Wait,  ///< look later: the call runs again (somebody talks to the caller)
            Hold,  ///< quiet hours: decided anew when they end
            Drop,  ///< skipped, for this reason
            Refuse ///< a person's message to somebody who opted out: failed
        };
        Kind kind = Kind::Go;
        DecisionReason reason = DecisionReason::TooOld; ///< of Drop
        std::optional<UtcTime> until;                   ///< of Wait and Hold
        std::optional<Decision> decision;               ///< of Go for a text that is decided by rules
        std::optional<UtcTime> deadline;                ///< of Hold: until when it may be held
        std::optional<QString> body;                    ///< of Go for what was held: the words for this hour, where there are some
        std::optional<UtcTime> callBegan;               ///< of Go for a missed call: where the look for foreign texts starts
        bool firstText = true;                          ///< nobody texted this number before: its line type may be looked up
    };

    explicit ReleaseCheck(AccountContext &context)
        : m_context(context)
        , m_assessor(context)
    {
    }

    Result<Outcome> check(const OutboxItem &item);
    /// The reason of an automatic item that is past its deadline.
    DecisionReason lateReason(const OutboxItem &item) const;

private:
    Result<Outcome> checkAnswer(const OutboxItem &item);
    Result<Outcome> checkReply(const OutboxItem &item);
    Result<Outcome> checkStep(const OutboxItem &item);
    Result<Outcome> checkStaff(const OutboxItem &item);
    Result<void> word(const OutboxItem &item, const Line &line, Outcome &outcome) const;
    void follow(const Decision &decision, Outcome &outcome) const;

    AccountContext &m_context;
    CallAssessor m_assessor;
};

} // namespace textback
