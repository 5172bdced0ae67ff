// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/callsreader.h"
#include "storage/readconnection.h"

namespace textback {

/// The list of all calls on SQLite, on a read-only connection of its own that never waits for a lock.
class SqlCallsReader final : public CallsReader {
public:
    explicit SqlCallsReader(const QString &databaseFile)
        : m_db(databaseFile)
    {
    }

    Result<std::vector<CallListRow>> calls(const CallsQuery &query, std::optional<CallKey> after, int limit) override;
    Result<std::vector<CallListRow>> callsWith(ConversationId conversation, const CallsQuery &query, std::optional<CallKey> last,
                                               int limit) override;

    /// What calls() asks, for a look at how SQLite goes about it.
    static QString listStatement(CallFilter filter);
    static QString conversationStatement(CallFilter filter);

private:
    ReadConnection m_db;
};

} // namespace textback
