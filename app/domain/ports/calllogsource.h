// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callrecord.h"
#include "domain/line.h"
#include "domain/result.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace textback {

/// What to ask of a call log.
struct CallLogQuery {
    UtcTime since{}; ///< calls that started at this time or later; provider's clock
    /// Root calls that were still open when last seen: the log is asked for them even if they began before `since`.
    QStringList openCallIds;
};

/// A complete answer: every row of the window (the adapter pages; half an answer is an Error, never a short list).
struct CallLogAnswer {
    std::vector<CallLeg> legs;           ///< in any order, possibly with duplicates
    std::optional<UtcTime> providerTime; ///< from the answer's Date header
    int quarantined = 0;                 ///< rows that could not be read and were left out; each was logged
};

/// Reads one account's call log. Engine thread; at most one fetch at a time; results on the same thread.
class CallLogSource {
public:
    virtual ~CallLogSource() = default;

    virtual void fetchCalls(const CallLogQuery &query, Completion<CallLogAnswer> done) = 0;
    /// Recordings and set-up errors of one root call.
    virtual void fetchDetails(const QString &providerCallId, Completion<CallDetails> done) = 0;
};

} // namespace textback
