// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/erasurestore.h"
#include "storage/erasedtraces.h"
#include "storage/storepart.h"

#include <QLatin1StringView>

#include <vector>

namespace textback {

class AccountRepository;
class ConversationRepository;
class DecisionFacts;
class DoubtRepository;
class MessageRepository;
class OutboxRepository;

/// ErasureStore on the connection of SqlStore, which owns it.
class SqlErasureStore final : public ErasureStore, private StorePart {
public:
    struct Sources {
        const AccountRepository &accounts;
        ConversationRepository &conversations;
        MessageRepository &messages;
        const OutboxRepository &outbox;
        const DoubtRepository &doubts;
        const DecisionFacts &facts;
    };

    SqlErasureStore(SqlConnection &connection, const Sources &sources, Transact transact);

    Result<void> erase(ConversationId conversation, UtcTime now) override;
    Result<Wipe> wipeSome() override;
    Result<bool> isErased(AccountId account, const QString &providerMessageId) override;
    Result<bool> mayBeErased(const PhoneNumber &to, UtcTime at) override;

private:
    /// The conversation, and the messages about it that stand in other ones: those to and from staff on the road.
    struct Person {
        ConversationId conversation;
        PhoneNumber number;
        std::vector<MessageId> messages;
        std::vector<CallId> calls;
    };

    Result<void> eraseNow(ConversationId conversation, UtcTime now);
    Person find(ConversationId conversation, const PhoneNumber &number) const;
    /// As ErasureStore names them; empty: nothing hinders.
    QString hindrance(const Person &person, UtcTime now) const;
    void dropWaiting(const Person &person);
    void keepTexts(const Person &person, UtcTime now);
    void eraseTexts(const Person &person);
    void eraseCalls(const Person &person);
    /// Legs that wait for their root hold the number as well.
    void eraseWaitingLegs(const PhoneNumber &number);
    void eraseWork(const Person &person);
    void eraseParty(const Person &person);
    void remove(const QString &sql, QLatin1StringView name, qint64 id);

    bool mergeSome(int stage);
    /// Puts the log into the database file and empties it; false while somebody reads it.
    bool emptyLog();

    Sources m_from;
    ErasedTraces m_traces;
};

} // namespace textback
