// SPDX-License-Identifier: MIT
#pragma once

#include "domain/alert.h"
#include "domain/callrecord.h"
#include "domain/decision.h"
#include "domain/ids.h"
#include "domain/message.h"
#include "domain/phonenumber.h"

#include <QString>

#include <optional>
#include <variant>

namespace textback {

/// How the newest missed call of a conversation stands: what the row's badge is made from.
struct MissedCallOutcome {
    CallId call;
    UtcTime endedAt{};
    std::optional<DecisionReason> notTexted;               ///< set when the decision is Skip
    std::optional<OutboxState> outbox;                     ///< set when there is (or was) a text for it
    std::optional<UtcTime> notBefore;                      ///< of a text that is still waiting
    std::optional<Millis> textedAfter;                     ///< accepted: time from the call's end
    std::optional<DeliveryStatus> delivery = std::nullopt; ///< accepted: the provider's latest word; undelivered and failed want a person

    /// The provider took the text and later said that it did not arrive.
    bool didNotArrive() const { return delivery == DeliveryStatus::Undelivered || delivery == DeliveryStatus::Failed; }

    bool operator==(const MissedCallOutcome &) const = default;
};

/// What the newest entry of a conversation is, for the preview line.
enum class PreviewKind { None, Customer, Automatic, Person, Elsewhere, MissedCall, AnsweredCall, OutgoingCall };

/// One row of the conversation list, read from the summary row that is kept with every change.
struct ConversationSummary {
    ConversationId id;
    QString address;     ///< E.164, "withheld", or the provider's text (CallerIdentity::address)
    PhoneNumber number;  ///< null where the address is no number
    QString contactName; ///< empty if nobody gave one
    PreviewKind previewKind = PreviewKind::None;
    QString preview; ///< newest message's text, at most 160 characters, line breaks as they came
    UtcTime lastActivity{};
    int unread = 0; ///< incoming messages and missed calls that nobody has looked at
    /// Neither done nor snoozed, and: a snooze ended, or the last word is theirs, or a missed call without an accepted text, or one unconfirmed. Never for a mere message of somebody who opted
    /// out: no reply may go to it (a missed call can still be called back). A word of ours that failed or is unconfirmed is none.
    bool needsReply = false;
    bool optedOut = false;
    bool done = false;                   ///< put away by a person; the next thing that comes in takes it back
    std::optional<UtcTime> snoozedUntil; ///< put off until then
    QString draft;                       ///< what stands unsent in the composer, as it was stored last
    /// The words of a message that may mean "no more texts". While there are any, nothing is sent by itself and a person is asked.
    QString doubt;
    std::optional<AlertKind> alert;              ///< the open one: somebody is needed now
    QString alertEvidence;                       ///< what says so (Alert::evidence)
    std::optional<MissedCallOutcome> missedCall; ///< the newest missed call of the last 7 days

    bool operator==(const ConversationSummary &) const = default;
};

/// A call as the thread shows it.
struct CallCard {
    CallId id;
    CallDirection direction = CallDirection::Inbound;
    bool open = false; ///< still ringing or talking
    bool missed = false;
    Disposition disposition = Disposition::Answered;
    UtcTime at{}; ///< start
    UtcTime endedAt{};
    Millis rang{0};
    Millis talked{0};
    int recordings = 0;
    Millis recordingLength{0};
    PhoneNumber line;                           ///< ours
    std::optional<Decision> decision;           ///< of a missed call
    std::optional<DecisionReason> skippedLater; ///< the text was dropped at its last re-check
    std::optional<Millis> textedAfter;          ///< an accepted text-back: time from the call's end

    bool operator==(const CallCard &) const = default;
};

/// A message as the thread shows it: with the state of its sending.
struct MessageBubble {
    Message message;
    std::optional<OutboxState> outbox;   ///< outgoing ones of ours
    UtcTime notBefore{};                 ///< while queued or held
    std::optional<UtcTime> attemptEnded; ///< while unknown: when the attempt ended
    std::optional<DecisionReason> skipped;

    bool operator==(const MessageBubble &) const = default;
};

/// What somebody here wrote into a thread for the people here alone. It is no message: nothing that sends knows of it.
struct ThreadNote {
    NoteId id; ///< null: not stored yet
    UtcTime at{};
    QString body;

    bool operator==(const ThreadNote &) const = default;
};

/// The place of an entry in a thread: the older first, and of one moment by their keys.
struct ThreadKey {
    UtcTime at{};
    QString key; ///< ThreadEntry::key()

    bool operator==(const ThreadKey &) const = default;
    bool operator<(const ThreadKey &other) const { return at != other.at ? at < other.at : key < other.key; }
};

/// One entry of a thread, in the order of their places.
struct ThreadEntry {
    UtcTime at{};
    std::variant<CallCard, MessageBubble, ThreadNote> content;

    /// Unique over calls, messages and notes, stable over updates: "c12", "m34" or "n5".
    QString key() const;
    ThreadKey place() const { return {at, key()}; }
    bool operator==(const ThreadEntry &) const = default;
};

} // namespace textback

Q_DECLARE_METATYPE(textback::ConversationSummary)
Q_DECLARE_METATYPE(textback::ThreadNote)
