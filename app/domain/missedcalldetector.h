// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callrecord.h"
#include "domain/decision.h"
#include "domain/line.h"

#include <optional>

namespace textback {

/// What was learned about one line from its unanswered calls of the last 30 days (providers.md 3.3: the Dial time-out T).
struct RingStatistics {
    int unansweredLegs = 0;
    Millis longestRing{0};

    /// The learned Dial time-out; nothing until three unanswered legs were seen.
    std::optional<Millis> dialTimeout() const;
    bool operator==(const RingStatistics &) const = default;
};

/// Options of the detector that are not a line's own.
struct DetectorOptions {
    bool robotCallsAreMissed = false; ///< a call that no phone ever rang for (menu, robot, after-hours message) counts as missed
    Millis shortestTalk{0};           ///< answered calls shorter than this count as missed, possibly a carrier's voicemail
    bool operator==(const DetectorOptions &) const = default;
};

/// What the detector says about a call.
struct CallVerdict {
    bool open = false;         ///< still running: ask again later; nothing below counts
    bool needsDetails = false; ///< cannot say before CallRecord::details is filled; nothing below counts
    bool missed = false;
    Disposition disposition = Disposition::Answered;
    std::optional<DecisionReason> notMissedBecause; ///< always set when not missed
    bool flowFailed = false;                        ///< missed because the business's own call set-up failed: tell the owner
    Millis rang{0};
    Millis talked{0};
    UtcTime endedAt{}; ///< end of the call, provider's clock

    bool operator==(const CallVerdict &) const = default;
};

/// Decides whether an inbound call was missed, by the tree of its legs (providers.md 3.2 and 3.3). Pure: no I/O, no clock of its own.
/// `now` is the provider's clock; it is used only to stop waiting for a root that stays open 5 minutes after its last leg died.
CallVerdict detectMissedCall(const CallRecord &call, const Line &line, const RingStatistics &learned, const DetectorOptions &options,
                             UtcTime now);

/// How long a leg rang: end minus start of an unanswered leg, zero where the provider gives no times.
Millis ringTime(const CallLeg &leg);

} // namespace textback
