// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callrecord.h"
#include "domain/decision.h"
#include "domain/line.h"

#include <compare>
#include <optional>

namespace textback {

/// What was learned about one line from its unanswered calls of the last 30 days (providers.md 3.3: the Dial time-out T).
struct RingStatistics {
    int unansweredLegs = 0;
    Millis longestRing{0};

    /// The learned Dial time-out; nothing until three unanswered legs were seen, nor while all of them were shorter than any time-out that
    /// is in use (8 s): then they were callers who hung up at once, and say nothing about it.
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
    /// Always set when an inbound call was not missed; never on an outbound one. Only `Answered` means that a person talked to the caller:
    /// the disposition of a call that a menu or robot finished is answered, too.
    std::optional<DecisionReason> notMissedBecause;
    bool flowFailed = false; ///< missed, and the business's own call set-up failed or none of its phones could be reached: tell the owner
    Millis rang{0};          ///< from the first phone's first ring to the last one's end; without phones how long the caller waited
    Millis talked{0};        ///< of the longest answered leg
    UtcTime endedAt{};       ///< end of the call, provider's clock; of the last leg where the root stays open

    bool operator==(const CallVerdict &) const = default;
};

/// Decides whether an inbound call was missed, by the tree of its legs (providers.md 3.2 and 3.3). Pure: no I/O, no clock of its own.
/// `now` is the provider's clock; it is used only to stop waiting for a root that stays open 5 minutes after its last leg died.
/// Details are asked for only where a recording or a noted error changes the verdict or tells voicemail from no-answer; whoever cannot get
/// them fills in empty ones. An outbound call is never missed; its disposition says whether the other side answered.
CallVerdict detectMissedCall(const CallRecord &call, const Line &line, const RingStatistics &learned, const DetectorOptions &options,
                             UtcTime now);

/// How long the phone that was answered had rung, and how long the talk was; whole seconds.
struct RingAndTalk {
    int ring = 0;
    int talk = 0;

    friend auto operator<=>(const RingAndTalk &, const RingAndTalk &) = default;
};

/// Read from a leg that was answered, with the 3 s or so until a phone begins to ring; nothing where the provider gives no times. The ring is what
/// the whole leg lasted without the talk, so that it does not matter whether the provider's start is the dialling or the picking up.
std::optional<RingAndTalk> ringAndTalk(const CallLeg &leg);

/// What a cell phone's own voicemail looks like in the call log (rules.md X4): carriers pick up at one and the same second, one or two more or
/// less for dialling and whole seconds at both ends, and a greeting with a message is short.
namespace carriervoicemail {
inline constexpr int steadySpread = 3; ///< seconds
inline constexpr int shortTalk = 60;   ///< seconds
} // namespace carriervoicemail

/// How long a leg rang: end minus start of an unanswered leg (with the fallbacks of CallLeg), zero where the provider gives no times and
/// on answered legs. The 3 s or so until a phone begins to ring are part of it, here as in RingStatistics.
Millis ringTime(const CallLeg &leg);

} // namespace textback
