// SPDX-License-Identifier: MIT
#pragma once

#include "domain/message.h"
#include "domain/missedcalldetector.h"
#include "domain/result.h"
#include "domain/textbackpolicy.h"

#include <QHash>

#include <optional>

namespace textback {

struct AccountContext;

/// What is known about one inbound call at a moment.
struct CallAssessment {
    CallRecord record;
    CallerIdentity caller;
    Line line;            ///< the called one; with defaults where it is not watched
    bool watched = false; ///< the line is one of those in the settings
    CallVerdict verdict;
    bool isHistory = false; ///< ended before the account was set up
};

/// Reads a call from the store and judges it: the same way when it is first decided and when its text is about to leave.
class CallAssessor {
public:
    explicit CallAssessor(AccountContext &context)
        : m_context(context)
    {
    }

    /// Rings learned from earlier calls are read once per line until the next round.
    void beginRound() { m_learned.clear(); }
    Result<CallAssessment> assess(CallId call);
    /// The policy's word, with the caller's history as it is now. `item`: the text that waits to be released, if there is one.
    Result<Decision> decide(const CallAssessment &call, const OutboxItem *item = nullptr);

private:
    const QStringList &ourWords(const Line &line);
    Result<RingStatistics> learned(const PhoneNumber &line);

    AccountContext &m_context;
    QHash<PhoneNumber, RingStatistics> m_learned;
    QHash<PhoneNumber, QStringList> m_ourWords; // of our text-backs, by the called line
    std::optional<UtcTime> m_ourWordsAt;
};

} // namespace textback
