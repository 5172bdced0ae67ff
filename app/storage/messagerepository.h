// SPDX-License-Identifier: MIT
#pragma once

#include "domain/message.h"
#include "domain/result.h"
#include "storage/sqlconnection.h"

#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace textback {

class ConversationRepository;
class SqlStatement;

/// Text messages of both directions, and their place in the search index. See AccountRepository for the manners.
class MessageRepository {
public:
    MessageRepository(SqlConnection &connection, ConversationRepository &conversations)
        : m_db(connection)
        , m_conversations(conversations)
    {
    }

    /// Refuses a known provider id with code "duplicate". Keeps 64 K characters of a body and marks the cut (faults.md F50).
    Result<MessageId> add(const Message &message, UtcTime now);
    std::optional<Message> find(MessageId id) const;
    std::optional<Message> findByProviderId(AccountId account, const QString &providerMessageId) const;
    /// Applies a delivery status by mayBecome. False if that changes nothing.
    Result<bool> report(MessageId id, const DeliveryReport &report, UtcTime now);
    /// Writes status, provider id and error of a message as they stand in `message`; a status other than `before` goes into the delivery log.
    void updateSending(const Message &message, DeliveryStatus before, UtcTime now);
    /// What was reported about a double of a message was about the message.
    void adoptLog(MessageId from, MessageId to);
    /// A held or planned text is about to leave, or was dropped: it belongs where the conversation is now.
    void release(const Message &message, UtcTime at);
    /// Other words for a message that was not sent yet.
    void rewrite(const Message &message, const QString &body, SendRule rule);
    /// Takes a message away whose row turned out to be another one's double.
    void remove(const Message &message);
    /// Takes any number of messages away that nothing else names any more.
    void removeAll(const std::vector<MessageId> &ids);
    /// Automatic texts of an account since then with one of these error codes, by rule.
    std::map<SendRule, int> failed(AccountId account, const QStringList &codes, UtcTime since) const;
    QStringList undeliveredIds(AccountId account, UtcTime since) const;
    /// Puts new messages into the search index: once, at the end of a transaction. Any write with a trigger or a foreign key after an entry of
    /// the index makes FTS5 write out what it has, so that entries made one by one among other writes cost many times as much.
    void indexNew();
    /// The transaction was rolled back: nothing is new any more.
    void forgetNew() { m_unindexed.clear(); }
    /// Newest message to this party that no rule wrote.
    std::optional<UtcTime> lastFromCustomer(ConversationId conversation) const;
    std::optional<UtcTime> lastStaffMessage(ConversationId conversation) const;
    /// Newest message to this party of which only the provider told after a restore (Message::imported).
    std::optional<UtcTime> lastImportedText(ConversationId conversation) const;

private:
    void forgetWords(const Message &message);
    void logDelivery(const Message &message, UtcTime now);
    SqlConnection &m_db;
    ConversationRepository &m_conversations;
    std::map<MessageId, QString> m_unindexed; // bodies
};

/// The columns that messageOf() reads, with a prefix like "m."; what a statement selects behind them begins at messageColumnCount.
inline constexpr int messageColumnCount = 19;
QString messageColumns(const QString &prefix = QString());
/// The message in the current row of a statement that selects messageColumns() first.
Message messageOf(const SqlStatement &row);

} // namespace textback
