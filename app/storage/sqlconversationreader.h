// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/clock.h"
#include "domain/ports/conversationreader.h"
#include "domain/threadaffinity.h"
#include "storage/readconnection.h"

#include <memory>

namespace textback {

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
    Result<std::vector<LateCall>> lateCalls(UtcTime from, UtcTime until, int limit) override;
    Result<std::vector<ConversationSummary>> search(const QString &text, int limit) override;

private:
    SqlConversationReader(const QString &databaseFile, const Clock &clock);
    /// ReadConnection::read, or an empty value while there is no database.
    template <typename Work>
    Result<std::invoke_result_t<Work>> read(Work work);

    std::vector<ThreadEntry> messagesBefore(ConversationId id, const std::optional<ThreadKey> &before, int limit);
    std::vector<ThreadEntry> callsBefore(ConversationId id, const std::optional<ThreadKey> &before, int limit);

    ThreadAffinity m_thread;
    const Clock &m_clock;
    ReadConnection m_db;
};

} // namespace textback
