// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/conversationreader.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>

#include <utility>

namespace textback::test {

/// Fills a database with conversations, the newest with the highest number, straight through SQL: through the store it would take minutes.
inline bool fillInbox(const QString &file, int conversations)
{
    bool done = false;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("biginbox"));
        database.setDatabaseName(file);
        if (database.open()) {
            QSqlQuery query(database);
            const QString numbers = QStringLiteral("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) ");
            done = query.exec(QStringLiteral("BEGIN IMMEDIATE")) &&
                   query.exec(numbers.arg(conversations) +
                              QStringLiteral("INSERT INTO conversations (id, address, number, contact_name) "
                                             "SELECT i, '+1313' || (2230000 + i), '+1313' || (2230000 + i), 'Caller ' || i FROM n")) &&
                   query.exec(numbers.arg(conversations) +
                              QStringLiteral(
                                  "INSERT INTO conversation_summaries (conversation, preview_kind, preview, last_activity, needs_reply) "
                                  "SELECT i, 'customer', 'Are you still open? ' || i, 1790000000000 + i * 20000, 1 FROM n")) &&
                   query.exec(QStringLiteral("COMMIT"));
        }
    }
    QSqlDatabase::removeDatabase(QStringLiteral("biginbox"));
    return done;
}

/// Passes every question on and counts them and the rows that came.
class CountingReader final : public ConversationReader {
public:
    explicit CountingReader(ConversationReader &reader)
        : m_reader(reader)
    {
    }

    Result<std::vector<ConversationSummary>> conversations(ConversationFilter filter, std::optional<ConversationKey> after,
                                                           int limit) override
    {
        return counted(m_reader.conversations(filter, after, limit));
    }
    Result<std::optional<ConversationSummary>> conversation(ConversationId id) override
    {
        ++questions;
        ++rows;
        return m_reader.conversation(id);
    }
    Result<InboxCounts> counts() override { return m_reader.counts(); }
    Result<std::vector<LateCall>> lateCalls(UtcTime from, UtcTime until, int limit) override
    {
        return counted(m_reader.lateCalls(from, until, limit));
    }
    Result<std::vector<ThreadEntry>> thread(ConversationId id, std::optional<ThreadKey> before, int limit) override
    {
        return counted(m_reader.thread(id, std::move(before), limit));
    }
    Result<std::vector<ThreadEntry>> threadFrom(ConversationId id, const ThreadKey &from, int limit) override
    {
        return counted(m_reader.threadFrom(id, from, limit));
    }
    Result<std::vector<ConversationSummary>> search(const QString &text, int limit) override
    {
        return counted(m_reader.search(text, limit));
    }

    void forget() { questions = rows = 0; }

    int questions = 0;
    int rows = 0;

private:
    template <typename Rows>
    Rows counted(Rows answer)
    {
        ++questions;
        if (answer)
            rows += int(answer->size());
        return answer;
    }

    ConversationReader &m_reader;
};

} // namespace textback::test
