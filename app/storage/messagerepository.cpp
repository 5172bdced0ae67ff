// SPDX-License-Identifier: MIT
#include "storage/messagerepository.h"

#include "domain/messagebody.h"
#include "domain/quotedwords.h"
#include "storage/conversationrepository.h"
#include "storage/sqlstatement.h"
#include "storage/storagenames.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace textback {

namespace {

/// Whether a message counts when the list asks who had the last word: an automatic text once it was accepted, anybody else's unless it
/// failed. One that nobody knows about does not.
bool isWord(const Message &message)
{
    // What staff text to the business line wants no reply, and neither does a tap on a text of ours.
    if (message.direction == MessageDirection::Incoming && (!message.author.isEmpty() || isReaction(message.body)))
        return false;
    switch (message.status) {
    case DeliveryStatus::Received:
    case DeliveryStatus::Sent:
    case DeliveryStatus::Delivered:
        return true;
    case DeliveryStatus::Queued:
    case DeliveryStatus::Sending:
        return message.origin != MessageOrigin::Automatic;
    case DeliveryStatus::Unknown:
    case DeliveryStatus::Undelivered:
    case DeliveryStatus::Failed:
    case DeliveryStatus::Cancelled:
        return false;
    }
    return false;
}

} // namespace

Result<MessageId> MessageRepository::add(const Message &message, UtcTime now)
{
    if (!message.providerMessageId.isEmpty() && findByProviderId(message.account, message.providerMessageId))
        return storage::refused(u"this message is stored already"_s, u"duplicate"_s);
    const QString body = keptBody(message.body);
    const bool incoming = message.direction == MessageDirection::Incoming;
    SqlStatement add(
        m_db,
        u"INSERT INTO messages (id, conversation, account, line, incoming, origin, body, status, at, provider_message_id, "
        "error_code, error_text, rule, call, media, read, word, planned, author, imported) "
        "VALUES (%1, :conversation, :account, :line, :incoming, :origin, :body, :status, :at, :providerId, "
        ":errorCode, :errorText, :rule, :call, :media, :read, :word, :planned, :author, :imported)"_s.arg(storage::freshIdOf(u"messages")));
    add.bind("conversation"_L1, message.conversation).bind("account"_L1, message.account).bind("line"_L1, message.line);
    add.bind("incoming"_L1, incoming).bind("origin"_L1, toString(message.origin)).bind("body"_L1, body);
    add.bind("status"_L1, toString(message.status)).bind("at"_L1, message.at);
    add.bindOrNull("providerId"_L1, message.providerMessageId);
    add.bind("errorCode"_L1, message.errorCode).bind("errorText"_L1, message.errorText);
    add.bindOrNull("rule"_L1, message.rule ? toString(*message.rule) : QString());
    add.bind("call"_L1, message.call).bind("media"_L1, message.media);
    add.bind("read"_L1, message.read || !incoming).bind("word"_L1, isWord(message));
    add.bind("author"_L1, message.author);
    add.bind("planned"_L1, message.planned).bind("imported"_L1, message.imported).exec();
    const MessageId made{m_db.lastInsertId()};
    m_unindexed.emplace(made, body);
    if (!incoming) {
        Message stored = message;
        stored.id = made;
        logDelivery(stored, now);
    }
    if (incoming && !message.read)
        m_conversations.addUnread(message.conversation, 1);
    m_conversations.touch(message.conversation);
    return made;
}

std::optional<Message> MessageRepository::find(MessageId id) const
{
    SqlStatement find(m_db, u"SELECT %1 FROM messages WHERE id = :id"_s.arg(messageColumns()));
    if (!find.bind("id"_L1, id).next())
        return std::nullopt;
    return messageOf(find);
}

std::optional<Message> MessageRepository::findByProviderId(AccountId account, const QString &providerMessageId) const
{
    SqlStatement find(m_db, u"SELECT %1 FROM messages WHERE account = :account AND provider_message_id = :id"_s.arg(messageColumns()));
    if (!find.bind("account"_L1, account).bind("id"_L1, providerMessageId).next())
        return std::nullopt;
    return messageOf(find);
}

Result<bool> MessageRepository::report(MessageId id, const DeliveryReport &report, UtcTime now)
{
    std::optional<Message> message = find(id);
    if (!message)
        return storage::refused(u"no such message"_s);
    if (!mayBecome(message->status, report.status))
        return false;
    const DeliveryStatus before = std::exchange(message->status, report.status);
    message->errorCode = report.errorCode;
    message->errorText = report.errorText;
    updateSending(*message, before, now);
    if (report.status == DeliveryStatus::Delivered && report.at) {
        SqlStatement save(m_db, u"UPDATE messages SET delivered_at = :at WHERE id = :id"_s);
        save.bind("at"_L1, *report.at).bind("id"_L1, id).exec();
    }
    return true;
}

void MessageRepository::updateSending(const Message &message, DeliveryStatus before, UtcTime now)
{
    SqlStatement save(m_db, u"UPDATE messages SET status = :status, provider_message_id = :providerId, error_code = :errorCode, "
                            "error_text = :errorText, word = :word WHERE id = :id"_s);
    save.bind("status"_L1, toString(message.status)).bindOrNull("providerId"_L1, message.providerMessageId);
    save.bind("errorCode"_L1, message.errorCode).bind("errorText"_L1, message.errorText).bind("word"_L1, isWord(message));
    save.bind("id"_L1, message.id).exec();
    if (message.status != before)
        logDelivery(message, now);
    if (message.status != before && (message.status == DeliveryStatus::Undelivered || message.status == DeliveryStatus::Failed))
        m_conversations.reopen(message.conversation);
    m_conversations.touch(message.conversation);
}

void MessageRepository::logDelivery(const Message &message, UtcTime now)
{
    SqlStatement append(m_db, u"INSERT INTO delivery_log (message, at, status, error_code) VALUES (:message, :at, :status, :errorCode)"_s);
    append.bind("message"_L1, message.id).bind("at"_L1, now).bind("status"_L1, toString(message.status));
    append.bind("errorCode"_L1, message.errorCode).exec();
}

void MessageRepository::adoptLog(MessageId from, MessageId to)
{
    SqlStatement adopt(m_db, u"UPDATE delivery_log SET message = :to WHERE message = :from"_s);
    adopt.bind("from"_L1, from).bind("to"_L1, to).exec();
    SqlStatement arrived(m_db, u"UPDATE messages SET delivered_at = (SELECT delivered_at FROM messages WHERE id = :from) WHERE id = :to"_s);
    arrived.bind("from"_L1, from).bind("to"_L1, to).exec();
}

/// The index is of foreign content: it must be told the very words that it holds.
void MessageRepository::forgetWords(const Message &message)
{
    if (m_unindexed.erase(message.id) > 0)
        return;
    SqlStatement forget(m_db, u"INSERT INTO message_search (message_search, rowid, body) VALUES ('delete', :id, :body)"_s);
    forget.bind("id"_L1, message.id).bind("body"_L1, message.body).exec();
}

void MessageRepository::release(const Message &message, UtcTime at)
{
    SqlStatement save(m_db, u"UPDATE messages SET at = :at, planned = 0 WHERE id = :id"_s);
    save.bind("at"_L1, at).bind("id"_L1, message.id).exec();
    m_conversations.touch(message.conversation);
}

void MessageRepository::rewrite(const Message &message, const QString &body, SendRule rule)
{
    forgetWords(message);
    SqlStatement save(m_db, u"UPDATE messages SET body = :body, rule = :rule WHERE id = :id"_s);
    save.bind("body"_L1, body).bind("rule"_L1, toString(rule)).bind("id"_L1, message.id).exec();
    m_unindexed.emplace(message.id, body);
    m_conversations.touch(message.conversation);
}

void MessageRepository::remove(const Message &message)
{
    forgetWords(message);
    SqlStatement(m_db, u"DELETE FROM messages WHERE id = :id"_s).bind("id"_L1, message.id).exec();
    m_conversations.touch(message.conversation);
}

void MessageRepository::removeAll(const std::vector<MessageId> &ids)
{
    std::vector<Message> removed;
    for (const MessageId id : ids) {
        if (std::optional<Message> message = find(id))
            removed.push_back(*std::move(message));
        SqlStatement(m_db, u"DELETE FROM messages WHERE id = :id"_s).bind("id"_L1, id).exec();
    }
    // At the end, as in indexNew().
    for (const Message &message : removed)
        forgetWords(message);
}

void MessageRepository::indexNew()
{
    for (const auto &[id, body] : std::exchange(m_unindexed, {})) {
        SqlStatement add(m_db, u"INSERT INTO message_search (rowid, body) VALUES (:id, :body)"_s);
        add.bind("id"_L1, id).bind("body"_L1, body).exec();
    }
}

std::map<SendRule, int> MessageRepository::failed(AccountId account, const QStringList &codes, UtcTime since) const
{
    SqlStatement find(m_db, u"SELECT rule, error_code FROM messages WHERE account = :account AND at >= :since AND incoming = 0 "
                            "AND error_code <> '' AND rule IS NOT NULL"_s);
    find.bind("account"_L1, account).bind("since"_L1, since);
    std::map<SendRule, int> counts;
    while (find.next()) {
        const std::optional<SendRule> rule = find.named(0, sendRuleFromString);
        if (rule && codes.contains(find.text(1)))
            ++counts[*rule];
    }
    return counts;
}

QStringList MessageRepository::undeliveredIds(AccountId account, UtcTime since) const
{
    QStringList ids;
    SqlStatement find(m_db, u"SELECT provider_message_id FROM messages WHERE account = :account AND at >= :since AND incoming = 0 "
                            "AND provider_message_id IS NOT NULL AND status IN ('queued', 'sending', 'unknown', 'sent') ORDER BY at"_s);
    find.bind("account"_L1, account).bind("since"_L1, since);
    while (find.next())
        ids.append(find.text(0));
    return ids;
}

std::optional<UtcTime> MessageRepository::lastFromCustomer(ConversationId conversation) const
{
    SqlStatement find(m_db, u"SELECT at FROM messages WHERE conversation = :id AND incoming = 1 ORDER BY at DESC LIMIT 1"_s);
    return find.bind("id"_L1, conversation).next() ? std::optional(find.time(0)) : std::nullopt;
}

std::optional<UtcTime> MessageRepository::lastStaffMessage(ConversationId conversation) const
{
    SqlStatement find(m_db, u"SELECT at FROM messages WHERE conversation = :id AND incoming = 0 AND origin IN ('person', 'elsewhere') "
                            "ORDER BY at DESC LIMIT 1"_s);
    return find.bind("id"_L1, conversation).next() ? std::optional(find.time(0)) : std::nullopt;
}

std::optional<UtcTime> MessageRepository::lastImportedText(ConversationId conversation) const
{
    SqlStatement find(m_db, u"SELECT at FROM messages WHERE conversation = :id AND imported = 1 ORDER BY at DESC LIMIT 1"_s);
    return find.bind("id"_L1, conversation).next() ? std::optional(find.time(0)) : std::nullopt;
}

QString messageColumns(const QString &prefix)
{
    return u"%1id, %1conversation, %1account, %1line, %1incoming, %1origin, %1body, %1status, %1at, %1provider_message_id, "
           "%1error_code, %1error_text, %1rule, %1call, %1media, %1read, %1imported, %1planned, %1author"_s.arg(prefix);
}

Message messageOf(const SqlStatement &row)
{
    Message message;
    message.id = row.id<MessageId>(0);
    message.conversation = row.id<ConversationId>(1);
    message.account = row.id<AccountId>(2);
    message.line = row.phone(3);
    message.direction = row.flag(4) ? MessageDirection::Incoming : MessageDirection::Outgoing;
    message.origin = row.named(5, messageOriginFromString).value_or(MessageOrigin::Customer);
    message.body = row.text(6);
    message.status = row.named(7, deliveryStatusFromString).value_or(DeliveryStatus::Unknown);
    message.at = row.time(8);
    message.providerMessageId = row.text(9);
    message.errorCode = row.text(10);
    message.errorText = row.text(11);
    message.rule = row.named(12, sendRuleFromString);
    message.call = row.id<CallId>(13);
    message.media = row.number(14);
    message.read = row.flag(15);
    message.imported = row.flag(16);
    message.planned = row.flag(17);
    message.author = row.text(18);
    return message;
}

} // namespace textback
