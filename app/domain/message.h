// SPDX-License-Identifier: MIT
#pragma once

#include "domain/decision.h"
#include "domain/ids.h"
#include "domain/phonenumber.h"
#include "domain/time.h"

#include <QString>

#include <optional>

namespace textback {

/// The delivery status of one message. After the provider accepted it, only the provider's word moves it, and only upwards.
enum class DeliveryStatus { Queued, Sending, Unknown, Sent, Delivered, Undelivered, Failed, Cancelled, Received };

QString toString(DeliveryStatus status);
std::optional<DeliveryStatus> deliveryStatusFromString(const QString &text);

/// Whether the provider's report `next` may replace `current`: sent < delivered < undelivered or failed, which are last words.
/// Never backwards, so reports may arrive in any order. Only sent, delivered, undelivered and failed are a provider's words; what was
/// received or cancelled has no delivery and never changes.
bool mayBecome(DeliveryStatus current, DeliveryStatus next);

enum class MessageDirection { Incoming, Outgoing };

/// Who wrote a message.
enum class MessageOrigin {
    Customer,
    Automatic, ///< our rules
    Person,    ///< somebody in this program
    Elsewhere, ///< an outgoing text of the account that this program did not send (a phone app, the provider's own auto-reply)
};

QString toString(MessageOrigin origin);
std::optional<MessageOrigin> messageOriginFromString(const QString &text);

/// One text message of a conversation.
struct Message {
    MessageId id;
    ConversationId conversation;
    AccountId account;
    PhoneNumber line; ///< our number; may be null where the provider has not chosen one yet
    MessageDirection direction = MessageDirection::Incoming;
    MessageOrigin origin = MessageOrigin::Customer;
    QString body;
    DeliveryStatus status = DeliveryStatus::Received;
    UtcTime at{};                 ///< when it was written (outgoing) or reached the provider (incoming); provider's clock
    QString providerMessageId;    ///< empty until accepted
    QString errorCode;            ///< the provider's code of a failure
    QString errorText;            ///< the provider's own words
    std::optional<SendRule> rule; ///< automatic ones: which rule chose the words
    CallId call;                  ///< automatic ones: the missed call it answers
    int media = 0;                ///< number of pictures or files that came with it
    bool read = true;             ///< incoming: a person has seen it
    bool planned = false;         ///< automatic ones that follow another: `at` is when it is due, and it is no news yet
    /// Who of us wrote it, where that is known: the name of a staff member who answered from the road (a Person's), or who texted the business
    /// line (an incoming one, which is then no customer's and asks for no reply).
    QString author = {};
    bool imported = false; ///< outgoing: known from the provider's list only, after a backup was restored; it may be one of our own

    bool operator==(const Message &) const = default;
};

/// What an outbox item is for. One call has at most one item per purpose.
enum class OutboxPurpose {
    TextBack,
    SecondCall,
    FollowUp1,
    FollowUp2,
    Review,
    Holding,
    KeywordAnswer,
    StaffAlert,  ///< to whoever is on call: a customer needs somebody
    StaffAnswer, ///< to a staff member who texted the business line: what came of it
    Manual,
};

QString toString(OutboxPurpose purpose);
std::optional<OutboxPurpose> outboxPurposeFromString(const QString &text);

/// queued or held -> inflight -> accepted, failed, unknown (then accepted or unconfirmed) or skipped. See faults.md 5 and mayMove.
enum class OutboxState { Queued, Held, Inflight, Unknown, Unconfirmed, Accepted, Failed, Skipped };

QString toString(OutboxState state);
std::optional<OutboxState> outboxStateFromString(const QString &text);

/// Whether an item may go from one state to another (staying is no move). inflight back to queued is the sure refusal, unknown back to
/// queued the one resend; inflight to skipped is a sure refusal that came when the text was already too old. What may have been sent
/// (unknown, unconfirmed) is never skipped or failed.
bool mayMove(OutboxState from, OutboxState to);

/// How the latest attempt ended when nobody knows whether the provider took it; decides how long absence from its list must last.
enum class UnknownCause {
    None,
    ConnectionEnded, ///< closed, reset, 5xx, unreadable answer, or we crashed: W = 30 s
    GaveUpWaiting,   ///< our own deadline: W = 120 s
};

QString toString(UnknownCause cause);
std::optional<UnknownCause> unknownCauseFromString(const QString &text);

/// What the provider says about a text of ours.
struct DeliveryReport {
    DeliveryStatus status = DeliveryStatus::Sent;
    QString errorCode = {};
    QString errorText = {};
    std::optional<UtcTime> at = {}; ///< since when it is so, provider's clock
};

/// Whether such a text is the one that the decision about its call is about.
inline bool answersCall(OutboxPurpose purpose)
{
    return purpose == OutboxPurpose::TextBack || purpose == OutboxPurpose::SecondCall;
}
/// Whether it goes to somebody who works here: no customer's, and none of what the rules send.
inline bool isToStaff(OutboxPurpose purpose)
{
    return purpose == OutboxPurpose::StaffAlert || purpose == OutboxPurpose::StaffAnswer;
}

/// The sending of one Message.
struct OutboxItem {
    OutboxId id;
    MessageId message;
    ConversationId conversation;
    AccountId account;
    CallId call; ///< null for Manual
    OutboxPurpose purpose = OutboxPurpose::Manual;
    PhoneNumber from;
    PhoneNumber to;
    QString body;
    OutboxState state = OutboxState::Queued;
    std::optional<DecisionReason> why; ///< of a skipped item
    QString detail;                    ///< technical, redacted
    int attempt = 0;                   ///< attempts begun so far
    bool resent = false;               ///< the one safe resend was used
    bool sendNow = false;              ///< a person said to send it in spite of quiet hours
    UtcTime queuedAt{};
    UtcTime notBefore{};
    std::optional<UtcTime> deadline;   ///< automatic ones: after it the text is too old to send
    std::optional<UtcTime> inflightAt; ///< begin of the latest attempt, provider's clock
    std::optional<UtcTime> endedAt;    ///< end of the latest attempt as far as we know; W counts from here
    UnknownCause unknownCause = UnknownCause::None;
    int looks = 0; ///< looks taken in the provider's list since the latest attempt
    QString providerMessageId;
    QString ruleVersion;
    qint64 roleToken = 1;               ///< under which it was queued (StoredRole::token); set by the store
    std::optional<Millis> afterCallEnd; ///< provider-accepted time minus the call's end, once accepted

    bool isAutomatic() const { return purpose != OutboxPurpose::Manual; }
    /// Whether it goes to somebody who works here.
    bool isToStaff() const { return textback::isToStaff(purpose); }
    bool answersCall() const { return textback::answersCall(purpose); }
    /// What it costs, by its words and the number that it leaves from.
    int segments() const;
    bool operator==(const OutboxItem &) const = default;
};

} // namespace textback

Q_DECLARE_METATYPE(textback::Message)
