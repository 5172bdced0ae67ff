// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callrecord.h"
#include "domain/decision.h"
#include "domain/missedcalldetector.h"
#include "domain/phonenumber.h"
#include "domain/textbackrules.h"

#include <optional>

namespace textback {

/// Whether a number can receive texts, learned from the provider's refusals or a look-up; kept 90 days (rules.md C31).
enum class NumberCapability { Landline, CannotReceive };

/// What somebody else (another PC, the provider's auto-reply, a person at the phone app) texted to a caller; times are the provider's.
struct ForeignTexts {
    bool sinceCallBegan = false; ///< a text after this call had begun, whatever it says
    /// Newest one before this call that looks like a text-back: soon after a missed call, or in words that more than one caller got.
    std::optional<UtcTime> lastTextBack;

    bool operator==(const ForeignTexts &) const = default;
};

/// Everything the store knows about a caller that a decision needs, read in the same transaction. Times are the provider's clock.
struct CallerHistory {
    bool optedOut = false;
    std::optional<NumberCapability> cannotText;
    /// Newest text-back to this caller for *another* call that is live, accepted or unconfirmed (an unconfirmed one may have arrived).
    std::optional<UtcTime> lastTextBack;
    /// End of the call that text-back was for: the window for SYS-2ND starts here.
    std::optional<UtcTime> lastTextBackCallEnd;
    std::optional<UtcTime> lastSecondCallText; ///< likewise, for another call
    bool textedThisCall = false;               ///< a text for this very call is accepted or unconfirmed, or on its way with another purpose
    std::optional<UtcTime> lastStaffMessage;   ///< newest outgoing message that this program's rules did not write
    std::optional<UtcTime> answeredInboundAfter;  ///< newest answered call from the caller that ended after this call began
    std::optional<UtcTime> answeredOutboundAfter; ///< newest answered call to the caller likewise
    bool isOwnNumber = false;                     ///< one of the account's numbers
    bool isKnownContact = false;                  ///< somebody gave them a name
    bool frozen = false;                          ///< a message that may have been an opt-out waits for the owner's word
    ForeignTexts foreign;

    bool operator==(const CallerHistory &) const = default;
};

/// Where in its life the decision is taken: ages and modes are judged alike, but a text of this very call is no hindrance at re-check.
struct PolicyInput {
    CallVerdict verdict; ///< from detectMissedCall, neither open nor needing details
    CallerIdentity caller;
    const Line *line = nullptr; ///< null: not a watched line
    CallerHistory history;
    Usage usage;
    UtcTime watchingSince{};   ///< calls that ended before the account was set up are history
    UtcTime now{};             ///< provider's clock
    bool viewer = false;       ///< another PC sends
    bool wasHeld = false;      ///< quiet hours held its text until now: the age limit is longestHold
    bool sendNow = false;      ///< a person said to send it in spite of quiet hours
    bool senderAsleep = false; ///< the PC slept across the call's deadline: a too old call gets PcAsleep instead of TooOld
};

/// Whether this caller is in the comparison group: by a hash of the number alone, so that it is the same on every PC and at every call.
bool isHeldOut(const PhoneNumber &caller, int percent);

/// The one place that decides who gets an automatic text. Pure. The order of its checks is the order in which reasons are preferred:
/// not missed, who cannot, who must not, not now, enough already. Watch mode comes last, so that it tells what would have been sent:
/// that Skip carries the rule, too. Used alike when the call ends and again before the text leaves.
///
/// Boundaries: a call that ended exactly maxAge ago is still texted; a text-back exactly coolDown ago no longer hinders, nor does a staff
/// message exactly humanSilence ago. A second call is one that ended at most secondCallWindow after the call of the newest text-back.
/// Quiet hours come after watch mode: what they hold (Hold, with the rule that chooses the words now) is decided anew at its release.
/// A Send's notBefore is the time of this decision plus sendDelay: at a re-check the caller keeps the first one.
Decision decideTextBack(const PolicyInput &input, const TextBackRules &rules);

} // namespace textback
