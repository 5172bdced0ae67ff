// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ids.h"
#include "domain/time.h"

#include <QString>

#include <optional>
#include <vector>

namespace textback {

enum class LegStatus { Queued, Ringing, InProgress, Completed, Busy, Failed, NoAnswer, Canceled };

enum class CallDirection {
    Inbound,      ///< from outside to one of our numbers
    InboundTrunk, ///< from outside over a SIP trunk to a PBX of the business's own
    Outbound,     ///< placed by us: a child leg of a forwarding, or a call of its own
};

/// Who answered a leg, where the provider knows (answering machine detection); mostly Unknown.
enum class AnsweredBy { Unknown, Human, Machine };

/// One row of a provider's call log in our words. A provider's call is a tree: the caller's leg is the root, each phone that was rung is
/// a child. A status of the root alone never says whether a person answered (providers.md 3.2).
struct CallLeg {
    QString providerCallId;
    QString parentCallId; ///< empty on a root
    CallDirection direction = CallDirection::Inbound;
    QString from; ///< as the provider says it; read it with identifyCaller
    QString to;
    LegStatus status = LegStatus::Queued;
    std::optional<UtcTime> created;
    std::optional<UtcTime> started;
    std::optional<UtcTime> ended; ///< may be missing on calls that did not complete
    std::optional<UtcTime> updated;
    std::optional<Millis> duration; ///< talk time; providers leave it 0, null or empty when unanswered
    AnsweredBy answeredBy = AnsweredBy::Unknown;
    QString forwardedFrom;

    bool isFinal() const;
    /// When the leg ended: `ended`, else `updated` of a final leg, else nothing.
    std::optional<UtcTime> endTime() const;
    /// When it began: `started`, else `created`.
    std::optional<UtcTime> startTime() const;
    bool operator==(const CallLeg &) const = default;
};

/// What the provider keeps beside the call log and is asked for only where the verdict or the card needs it.
struct CallDetails {
    int recordings = 0;  ///< recordings on the root: a voicemail was left
    QString recordingId; ///< the newest one, for playback
    Millis recordingLength{0};
    bool flowFailed = false; ///< the provider noted an error in the business's own call set-up (providers.md 3.2 L)

    bool operator==(const CallDetails &) const = default;
};

/// One call of the log: the root leg with every leg under it.
struct CallRecord {
    CallId id;
    AccountId account;
    CallLeg root;
    std::vector<CallLeg> legs;          ///< children in any order
    std::optional<CallDetails> details; ///< nothing until asked for

    /// Root and every leg ended.
    bool isFinal() const;
    bool isInbound() const { return root.direction != CallDirection::Outbound; }
    /// The number of ours that was called (inbound) or that called (outbound), as the provider spells it.
    const QString &ourNumber() const { return isInbound() ? root.to : root.from; }
    bool operator==(const CallRecord &) const = default;
};

/// What became of a call, over all providers (providers.md 9).
enum class Disposition { Answered, NoAnswer, Busy, Declined, Abandoned, Voicemail, Failed, Blocked };

QString toString(Disposition disposition);
std::optional<Disposition> dispositionFromString(const QString &text);
QString toString(LegStatus status);
std::optional<LegStatus> legStatusFromString(const QString &text);

} // namespace textback
