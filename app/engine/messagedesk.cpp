// SPDX-License-Identifier: MIT
#include "engine/messagedesk.h"

#include "domain/ports/store.h"
#include "engine/accountsession.h"

#include <utility>

namespace textback {

MessageDesk::MessageDesk(Store &store, std::function<AccountSession *()> session, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_session(std::move(session))
{
}

void MessageDesk::attempt(ConversationId conversation, const std::function<Result<void>(PersonalMessages &messages)> &wish)
{
    Error error;
    if (m_stopped) {
        error.kind = ErrorKind::Cancelled;
    } else if (AccountSession *session = m_session(); !session) {
        error.kind = ErrorKind::Unauthorized;
        error.detail = QStringLiteral("no account is set up");
    } else {
        const Result<void> done = wish(session->messages());
        if (done)
            return;
        error = done.error();
        if (error.kind == ErrorKind::Storage)
            session->monitor().storageFailed(error);
    }
    emit actionFailed(conversation, error);
}

ConversationId MessageDesk::conversationOf(MessageId message) const
{
    const auto found = m_store.message(message);
    return found ? found->conversation : ConversationId{};
}

void MessageDesk::send(ConversationId conversation, const QString &body)
{
    m_thread.check("MessageDesk::send");
    attempt(conversation, [&](PersonalMessages &messages) { return messages.send(conversation, body); });
}

void MessageDesk::sendTo(const PhoneNumber &number, const QString &body)
{
    m_thread.check("MessageDesk::sendTo");
    attempt({}, [&](PersonalMessages &messages) { return messages.sendTo(number, body); });
}

void MessageDesk::sendAgain(MessageId message)
{
    m_thread.check("MessageDesk::sendAgain");
    attempt(conversationOf(message), [&](PersonalMessages &messages) { return messages.sendAgain(message); });
}

void MessageDesk::cancelWaiting(MessageId message)
{
    m_thread.check("MessageDesk::cancelWaiting");
    attempt(conversationOf(message), [&](PersonalMessages &messages) { return messages.cancelWaiting(message); });
}

void MessageDesk::sendNow(MessageId message)
{
    m_thread.check("MessageDesk::sendNow");
    attempt(conversationOf(message), [&](PersonalMessages &messages) { return messages.sendNow(message); });
}

void MessageDesk::answerDoubt(ConversationId conversation, bool wantsNoTexts)
{
    m_thread.check("MessageDesk::answerDoubt");
    attempt(conversation, [&](PersonalMessages &messages) { return messages.answerDoubt(conversation, wantsNoTexts); });
}

void MessageDesk::recordConsent(ConversationId conversation, bool optedOut, const QString &channel)
{
    m_thread.check("MessageDesk::recordConsent");
    attempt(conversation, [&](PersonalMessages &messages) { return messages.recordConsent(conversation, optedOut, channel); });
}

void MessageDesk::takeAlert(ConversationId conversation)
{
    m_thread.check("MessageDesk::takeAlert");
    attempt(conversation, [&](PersonalMessages &messages) { return messages.takeAlert(conversation); });
}

void MessageDesk::noteJob(ConversationId conversation, std::optional<UtcTime> bookedFor, std::optional<qint64> amountCents)
{
    m_thread.check("MessageDesk::noteJob");
    attempt(conversation, [&](PersonalMessages &messages) { return messages.noteJob(conversation, bookedFor, amountCents); });
}

void MessageDesk::finishJob(ConversationId conversation)
{
    m_thread.check("MessageDesk::finishJob");
    attempt(conversation, [&](PersonalMessages &messages) { return messages.finishJob(conversation); });
}

} // namespace textback
