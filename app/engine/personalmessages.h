// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ids.h"
#include "domain/phonenumber.h"
#include "domain/result.h"
#include "engine/alertdesk.h"
#include "engine/consenttaker.h"
#include "engine/sendrecorder.h"
#include "engine/sequencerunner.h"

#include <QHash>

#include <functional>
#include <optional>

namespace textback {

struct AccountContext;

/// What a person asks for: messages of their own, and what becomes of texts that wait or went wrong.
class PersonalMessages {
public:
    /// `queued` is called when something may be due.
    PersonalMessages(AccountContext &context, SendRecorder &recorder, std::function<void()> queued);

    /// Fails with OptedOut, InvalidRecipient (a withheld number), Rejected (no number of ours to send from) or Storage.
    /// Does nothing for an empty text or one that is longer than the provider takes.
    Result<void> send(ConversationId conversation, const QString &body);
    Result<void> sendTo(const PhoneNumber &number, const QString &body);
    /// The same words once more, as a message of its own: the old one may still turn out to have arrived.
    Result<void> sendAgain(MessageId message);
    Result<void> cancelWaiting(MessageId message);
    Result<void> sendNow(MessageId message);
    /// What a message meant that may have been an opt-out: they want no more texts, or it goes on.
    Result<void> answerDoubt(ConversationId conversation, bool wantsNoTexts);

    /// What somebody said otherwise than by text: they want no more texts, or want them again.
    Result<void> recordConsent(ConversationId conversation, bool optedOut, const QString &channel);
    /// Somebody says that they take care of it: the alert ends.
    Result<void> takeAlert(ConversationId conversation);

    /// A job was agreed: follow-ups end.
    Result<void> noteJob(ConversationId conversation, std::optional<UtcTime> bookedFor, std::optional<qint64> amountCents);
    /// The newest open job is done (or one that nobody noted): a review request is planned where the owner wants them.
    Result<void> finishJob(ConversationId conversation);

private:
    Result<MessageId> queue(ConversationId conversation, const PhoneNumber &from, const PhoneNumber &to, const QString &body);
    Result<PhoneNumber> senderFor(ConversationId conversation);
    /// The item of a message while it waits; nothing once it left.
    Result<std::optional<OutboxItem>> waitingItem(MessageId message);
    Result<bool> isStillGoing(MessageId message);

    AccountContext &m_context;
    SendRecorder &m_recorder;
    ConsentTaker m_consents;
    SequenceRunner m_sequences;
    AlertDesk m_alerts;
    std::function<void()> m_queued;
    QHash<MessageId, MessageId> m_again; // what was sent again as what: a second click changes nothing
};

} // namespace textback
