// SPDX-License-Identifier: MIT
#pragma once

#include "domain/message.h"
#include "domain/result.h"
#include "domain/textbackpolicy.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace textback {

/// One message as the provider's list shows it.
struct ProviderMessage {
    QString providerMessageId;
    MessageDirection direction = MessageDirection::Incoming;
    QString from;
    QString to;
    QString body;
    DeliveryStatus status = DeliveryStatus::Received;
    std::optional<UtcTime> created;
    std::optional<UtcTime> updated; ///< when its status changed last, provider's clock
    QString errorCode;
    QString errorText;
    int media = 0;
    /// What a failed delivery says about the recipient's number, where the provider's code says it (a landline); the adapter knows the codes.
    std::optional<NumberCapability> recipient;
    /// A failed delivery says that carriers take nothing from our number, because it is not registered.
    bool senderRefused = false;

    bool operator==(const ProviderMessage &) const = default;
};

/// What to ask of a message list.
struct MessageQuery {
    UtcTime since{};      ///< messages created at this time or later, both directions; provider's clock
    QStringList watchIds; ///< messages whose delivery is not final and that began before `since`: asked for one by one
};

struct MessageAnswer {
    std::vector<ProviderMessage> messages; ///< complete, in any order
    std::optional<UtcTime> providerTime;
    int quarantined = 0;
};

/// What to send. The channel sends it once and only once: it never retries by itself.
struct SendRequest {
    PhoneNumber from;
    PhoneNumber to;
    QString body;
    std::optional<Millis> validFor; ///< automatic texts: the provider drops it when it could not send it in this time
    QString idempotencyKey;         ///< used by providers that have such a thing
};

/// How one attempt ended (faults.md 5.2, step 6).
enum class SendEnd {
    Accepted,    ///< the provider has it; providerMessageId is set
    NotAccepted, ///< surely not taken (never left this PC, or 429): may be tried again
    Refused,     ///< a definite no with a reason
    Unknown,     ///< may have been taken: look before anything else
};

struct SendReport {
    SendEnd end = SendEnd::Unknown;
    QString providerMessageId;
    DeliveryStatus status = DeliveryStatus::Sent;
    std::optional<UtcTime> providerTime; ///< Date of the answer
    UnknownCause unknownCause = UnknownCause::None;
    std::optional<Error> error; ///< set unless accepted
    /// Refused: what the provider's code says about the recipient's number; InvalidRecipient without it counts as CannotReceive.
    std::optional<NumberCapability> recipient;
};

/// Where sent texts are looked for.
struct SentQuery {
    PhoneNumber from; ///< may be null: any sender
    PhoneNumber to;
    UtcTime since{}; ///< created at this time or later
};

/// Reads and sends one account's messages. Engine thread; results on the same thread.
class MessageChannel {
public:
    virtual ~MessageChannel() = default;

    virtual void fetchMessages(const MessageQuery &query, Completion<MessageAnswer> done) = 0;
    /// Outgoing messages to one number, for the pre-check and for reconciling; never filtered by sent time (it is empty at first).
    virtual void fetchSent(const SentQuery &query, Completion<MessageAnswer> done) = 0;
    /// Sends exactly one request, at most. The report always comes (an absolute deadline of 30 s).
    virtual void send(const SendRequest &request, std::function<void(const SendReport &)> done) = 0;
    /// Asks for the line type where the setting allows it; nothing = can be texted or not known.
    virtual void lookUpLineType(const PhoneNumber &number, Completion<std::optional<NumberCapability>> done) = 0;
};

} // namespace textback
