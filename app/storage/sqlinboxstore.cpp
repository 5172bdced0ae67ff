// SPDX-License-Identifier: MIT
#include "storage/sqlinboxstore.h"

#include "storage/conversationrepository.h"
#include "storage/sqlstatement.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace textback {

SqlInboxStore::SqlInboxStore(SqlConnection &connection, ConversationRepository &conversations, Transact transact)
    : StorePart(connection, std::move(transact))
    , m_conversations(conversations)
    , m_jobs(connection)
    , m_people(connection)
{
}

SqlInboxStore::PutAway SqlInboxStore::standing(ConversationId conversation)
{
    PutAway before;
    before.conversation = conversation;
    SqlStatement find(m_db, u"SELECT done, snoozed_until, reminded, unread FROM conversation_summaries WHERE conversation = :id"_s);
    if (find.bind("id"_L1, conversation).next()) {
        before.doneBefore = find.flag(0);
        before.snoozedBefore = find.optionalTime(1);
        before.remindedBefore = find.flag(2);
        before.unread = find.number(3);
    }
    SqlStatement messages(m_db, u"SELECT id FROM messages WHERE conversation = :id AND read = 0"_s);
    messages.bind("id"_L1, conversation);
    while (messages.next())
        before.messages.push_back(messages.id<MessageId>(0));
    SqlStatement calls(m_db, u"SELECT id FROM calls WHERE conversation = :id AND missed = 1 AND seen = 0"_s);
    calls.bind("id"_L1, conversation);
    while (calls.next())
        before.calls.push_back(calls.id<CallId>(0));
    return before;
}

void SqlInboxStore::put(ConversationId conversation, bool done, std::optional<UtcTime> snoozedUntil)
{
    m_last = standing(conversation);
    m_last->done = done;
    m_last->snoozedUntil = snoozedUntil;
    SqlStatement(m_db, u"UPDATE conversation_summaries SET done = :done, snoozed_until = :until, reminded = 0 WHERE conversation = :id"_s)
        .bind("done"_L1, done)
        .bind("until"_L1, snoozedUntil)
        .bind("id"_L1, conversation)
        .exec();
    if (done || snoozedUntil)
        m_conversations.markRead(conversation);
    m_conversations.touch(conversation);
}

Result<void> SqlInboxStore::setDone(ConversationId conversation, bool done)
{
    return write([&] { put(conversation, done, std::nullopt); });
}

Result<void> SqlInboxStore::setSnoozed(ConversationId conversation, std::optional<UtcTime> until)
{
    return write([&] { put(conversation, false, until); });
}

Result<void> SqlInboxStore::undoPutAway(ConversationId conversation)
{
    if (!m_last || m_last->conversation != conversation)
        return {};
    const auto undone = write([&] {
        // Something that came in meanwhile has taken it back already, and ends a snooze that stood before, too.
        SqlStatement(m_db, u"UPDATE conversation_summaries SET done = :doneBefore, snoozed_until = :before, reminded = :reminded "
                           "WHERE conversation = :id AND done = :done AND snoozed_until IS :until"_s)
            .bind("doneBefore"_L1, m_last->doneBefore)
            .bind("before"_L1, m_last->snoozedBefore)
            .bind("reminded"_L1, m_last->remindedBefore)
            .bind("id"_L1, conversation)
            .bind("done"_L1, m_last->done)
            .bind("until"_L1, m_last->snoozedUntil)
            .exec();
        for (const MessageId message : m_last->messages)
            SqlStatement(m_db, u"UPDATE messages SET read = 0 WHERE id = :id"_s).bind("id"_L1, message).exec();
        for (const CallId call : m_last->calls)
            SqlStatement(m_db, u"UPDATE calls SET seen = 0 WHERE id = :id"_s).bind("id"_L1, call).exec();
        SqlStatement(m_db, u"UPDATE conversation_summaries SET unread = unread + :unread WHERE conversation = :id"_s)
            .bind("unread"_L1, m_last->unread)
            .bind("id"_L1, conversation)
            .exec();
        m_conversations.touch(conversation);
    });
    if (undone)
        m_last.reset();
    return undone;
}

Result<void> SqlInboxStore::markRead(ConversationId conversation)
{
    return write([&] { m_conversations.markRead(conversation); });
}

Result<void> SqlInboxStore::renameContact(ConversationId conversation, const QString &name)
{
    return write([&] { m_conversations.rename(conversation, name); });
}

Result<void> SqlInboxStore::markUnread(ConversationId conversation)
{
    return write([&] { m_conversations.markUnread(conversation); });
}

Result<std::vector<ConversationId>> SqlInboxStore::wakeSnoozed(UtcTime now)
{
    std::vector<ConversationId> woken;
    const auto done = write([&] {
        SqlStatement find(m_db, u"SELECT conversation FROM conversation_summaries WHERE snoozed_until <= :now ORDER BY snoozed_until"_s);
        find.bind("now"_L1, now);
        while (find.next())
            woken.push_back(find.id<ConversationId>(0));
        for (const ConversationId conversation : woken) {
            SqlStatement(m_db, u"UPDATE conversation_summaries SET snoozed_until = NULL, reminded = 1 WHERE conversation = :id"_s)
                .bind("id"_L1, conversation)
                .exec();
            m_conversations.markUnread(conversation);
            m_conversations.touch(conversation);
        }
    });
    return done ? Result<std::vector<ConversationId>>(woken) : tl::unexpected(done.error());
}

Result<std::optional<UtcTime>> SqlInboxStore::nextWake()
{
    return read([&] {
        SqlStatement find(m_db, u"SELECT min(snoozed_until) FROM conversation_summaries WHERE snoozed_until IS NOT NULL"_s);
        return find.next() ? find.optionalTime(0) : std::nullopt;
    });
}

void SqlInboxStore::keepText(const QString &table, ConversationId conversation, const QString &body, UtcTime at)
{
    if (body.trimmed().isEmpty()) {
        SqlStatement(m_db, u"DELETE FROM %1 WHERE conversation = :id"_s.arg(table)).bind("id"_L1, conversation).exec();
        return;
    }
    // Of somebody who was deleted meanwhile nothing is kept.
    SqlStatement(m_db, u"INSERT INTO %1 (conversation, body, changed_at) SELECT id, :body, :at FROM conversations WHERE id = :id "
                       "ON CONFLICT DO UPDATE SET body = excluded.body, changed_at = excluded.changed_at"_s.arg(table))
        .bind("id"_L1, conversation)
        .bind("body"_L1, body)
        .bind("at"_L1, at)
        .exec();
}

Result<void> SqlInboxStore::saveDraft(ConversationId conversation, const QString &body, UtcTime at)
{
    return write([&] { keepText(u"drafts"_s, conversation, body, at); });
}

Result<void> SqlInboxStore::saveNotes(ConversationId conversation, const QString &body, UtcTime at)
{
    return write([&] { keepText(u"contact_notes"_s, conversation, body, at); });
}

Result<NoteId> SqlInboxStore::saveThreadNote(ConversationId conversation, const ThreadNote &note)
{
    return write([&] {
        // The id of one that was removed may be another's by now; its time is not.
        SqlStatement change(m_db, u"UPDATE thread_notes SET body = :body WHERE id = :id AND conversation = :conversation AND at = :at"_s);
        change.bind("body"_L1, note.body).bind("id"_L1, note.id).bind("conversation"_L1, conversation).bind("at"_L1, note.at).exec();
        if (change.changedRows() > 0)
            return note.id;
        // Of somebody who was deleted meanwhile nothing is kept.
        SqlStatement add(
            m_db, u"INSERT INTO thread_notes (conversation, at, body) SELECT id, :at, :body FROM conversations WHERE id = :conversation"_s);
        add.bind("conversation"_L1, conversation).bind("at"_L1, note.at).bind("body"_L1, note.body).exec();
        return add.changedRows() > 0 ? NoteId{m_db.lastInsertId()} : NoteId();
    });
}

Result<void> SqlInboxStore::removeThreadNote(ConversationId conversation, NoteId note)
{
    return write([&] {
        SqlStatement(m_db, u"DELETE FROM thread_notes WHERE id = :id AND conversation = :conversation"_s)
            .bind("id"_L1, note)
            .bind("conversation"_L1, conversation)
            .exec();
    });
}

Result<void> SqlInboxStore::setTags(ConversationId conversation, const QStringList &names)
{
    return write([&] {
        SqlStatement(m_db, u"DELETE FROM conversation_tags WHERE conversation = :id"_s).bind("id"_L1, conversation).exec();
        for (const QString &name : names) {
            SqlStatement(m_db,
                         u"INSERT OR IGNORE INTO conversation_tags (conversation, tag) SELECT id, :tag FROM conversations WHERE id = :id"_s)
                .bind("id"_L1, conversation)
                .bind("tag"_L1, name)
                .exec();
        }
    });
}

Result<void> SqlInboxStore::renameTag(const QString &name, const QString &newName)
{
    return write([&] {
        if (!newName.isEmpty()) {
            SqlStatement(m_db, u"UPDATE OR IGNORE conversation_tags SET tag = :new WHERE tag = :name"_s)
                .bind("new"_L1, newName)
                .bind("name"_L1, name)
                .exec();
        }
        if (name != newName)
            SqlStatement(m_db, u"DELETE FROM conversation_tags WHERE tag = :name"_s).bind("name"_L1, name).exec();
    });
}

Result<void> SqlInboxStore::linkNumbers(ConversationId one, ConversationId other)
{
    return write([&] { m_people.link(one, other); });
}

Result<void> SqlInboxStore::refuseLink(ConversationId one, ConversationId other)
{
    return write([&] { m_people.refuse(one, other); });
}

Result<void> SqlInboxStore::withdrawRefusal(ConversationId one, ConversationId other)
{
    return write([&] { m_people.withdraw(one, other); });
}

Result<void> SqlInboxStore::separateNumber(ConversationId conversation)
{
    return write([&] { m_people.separate(conversation); });
}

Result<std::vector<ConversationId>> SqlInboxStore::numbersOf(ConversationId conversation)
{
    return read([&] { return m_people.numbersOf(conversation); });
}

Result<JobId> SqlInboxStore::addJob(const Job &job)
{
    return write([&] { return m_jobs.add(job); });
}

Result<void> SqlInboxStore::saveJob(const Job &job)
{
    return write([&] { m_jobs.save(job); });
}

Result<std::vector<Job>> SqlInboxStore::jobs(ConversationId conversation)
{
    return read([&] { return m_jobs.of(conversation); });
}

} // namespace textback
