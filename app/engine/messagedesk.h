// SPDX-License-Identifier: MIT
#pragma once

#include "domain/error.h"
#include "domain/ids.h"
#include "domain/phonenumber.h"
#include "domain/result.h"
#include "domain/threadaffinity.h"
#include "domain/time.h"

#include <QObject>

#include <functional>
#include <optional>

namespace textback {

class AccountSession;
class PersonalMessages;
class Store;

/// What a person writes to customers and says about them, for as long as there is a session of the account (PersonalMessages does it). Engine thread.
class MessageDesk : public QObject {
    Q_OBJECT

public:
    /// The store outlives it. `session` gives the one in force, or nullptr.
    MessageDesk(Store &store, std::function<AccountSession *()> session, QObject *parent = nullptr);

    /// From now on everything fails with Cancelled.
    void stop() { m_stopped = true; }

public slots:
    /// A person's message: stored and queued at once. Ignored when empty or longer than the provider takes.
    void send(textback::ConversationId conversation, const QString &body);
    /// A person's message to a number that has no conversation yet.
    void sendTo(const textback::PhoneNumber &number, const QString &body);
    /// One more attempt by a person's wish for a failed or unconfirmed message.
    void sendAgain(textback::MessageId message);
    /// Drops a waiting automatic text (reason cancelled-by-owner).
    void cancelWaiting(textback::MessageId message);
    /// Ends the send delay of a waiting automatic text.
    void sendNow(textback::MessageId message);
    /// The owner says what a message meant that may have been an opt-out (ConversationSummary::doubt).
    void answerDoubt(textback::ConversationId conversation, bool wantsNoTexts);
    /// What the other party said by voice, by mail or face to face about getting texts; `channel` is kept as the proof.
    void recordConsent(textback::ConversationId conversation, bool optedOut, const QString &channel);
    /// Somebody here takes care of the customer: the open alert of the conversation ends.
    void takeAlert(textback::ConversationId conversation);
    /// A job was agreed with the other party: follow-ups end.
    void noteJob(textback::ConversationId conversation, std::optional<textback::UtcTime> bookedFor, std::optional<qint64> amountCents);
    /// The newest open job is done, or one that nobody noted.
    void finishJob(textback::ConversationId conversation);

signals:
    /// It did not work: Cancelled, Unauthorized without a session, or what PersonalMessages says. Null where the message is not known.
    void actionFailed(textback::ConversationId conversation, const textback::Error &error);

private:
    /// Runs a person's wish; what goes wrong is told for its conversation.
    void attempt(ConversationId conversation, const std::function<Result<void>(PersonalMessages &messages)> &wish);
    ConversationId conversationOf(MessageId message) const;

    ThreadAffinity m_thread;
    Store &m_store;
    std::function<AccountSession *()> m_session;
    bool m_stopped = false;
};

} // namespace textback
