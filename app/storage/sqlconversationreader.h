// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/clock.h"
#include "domain/ports/conversationreader.h"
#include "domain/threadaffinity.h"
#include "storage/readconnection.h"

#include <memory>

namespace textback {

class SqlStatement;

/// The ConversationReader on SQLite: a read-only connection of the thread that uses it, which never waits for a lock and leaves no SELECT
/// unfinished. It connects at the first read that finds the database with the schema of this program: until the file is there everything
/// is empty, while it is being made or upgraded reads give Error::Storage ("older-database": read again later).
class SqlConversationReader final : public ConversationReader {
public:
    /// Never fails by itself. `clock` outlives the reader.
    static Result<std::unique_ptr<SqlConversationReader>> open(const QString &databaseFile, const Clock &clock);

    Result<std::vector<ConversationSummary>> conversations(ConversationFilter filter, std::optional<ConversationKey> after,
                                                           int limit) override;
    Result<std::optional<ConversationSummary>> conversation(ConversationId id) override;
    Result<InboxCounts> counts() override;
    Result<std::vector<ThreadEntry>> thread(ConversationId id, std::optional<ThreadKey> before, int limit) override;
    Result<std::vector<ThreadEntry>> threadFrom(ConversationId id, const ThreadKey &from, int limit) override;
    Result<std::vector<LateCall>> lateCalls(UtcTime from, UtcTime until, int limit) override;
    Result<std::vector<ConversationSummary>> search(const QString &text, int limit) override;

private:
    SqlConversationReader(const QString &databaseFile, const Clock &clock);
    /// ReadConnection::read, or an empty value while there is no database.
    template <typename Work>
    Result<std::invoke_result_t<Work>> read(Work work);

    /// A part of a thread: `limit` entries before a place, or from it on.
    struct Page {
        ConversationId conversation;
        qint64 at = 0;
        QString key;
        int limit = 0;
        bool forward = false;
    };

    std::vector<ThreadEntry> page(const Page &page);
    std::vector<ThreadEntry> messages(const Page &page);
    std::vector<ThreadEntry> calls(const Page &page);
    std::vector<ThreadEntry> notes(const Page &page);
    static void bindPage(SqlStatement &find, const Page &page);

    ThreadAffinity m_thread;
    const Clock &m_clock;
    ReadConnection m_db;
};

} // namespace textback
