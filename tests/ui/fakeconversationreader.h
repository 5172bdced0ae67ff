// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/conversationreader.h"

#include <QMap>

namespace textback::test {

/// The reader's answers as a test sets them, with a switch for "the database is busy".
class FakeConversationReader final : public ConversationReader {
public:
    Result<std::vector<ConversationSummary>> conversations(ConversationFilter, std::optional<ConversationKey>, int) override
    {
        return std::vector<ConversationSummary>();
    }
    Result<std::optional<ConversationSummary>> conversation(ConversationId id) override
    {
        if (busy)
            return tl::unexpected(Error{ErrorKind::Storage, QStringLiteral("busy"), std::nullopt, 0, QString()});
        return summaries.contains(id.value) ? std::optional(summaries.value(id.value)) : std::nullopt;
    }
    Result<InboxCounts> counts() override
    {
        ++countReads;
        if (busy)
            return tl::unexpected(Error{ErrorKind::Storage, QStringLiteral("busy"), std::nullopt, 0, QString()});
        return inbox;
    }
    Result<std::vector<ThreadEntry>> thread(ConversationId id, std::optional<ThreadKey>, int) override { return threads.value(id.value); }
    Result<std::vector<ThreadEntry>> threadFrom(ConversationId id, const ThreadKey &, int) override { return threads.value(id.value); }
    Result<std::vector<LateCall>> lateCalls(UtcTime, UtcTime, int) override { return std::vector<LateCall>(); }
    Result<std::vector<ConversationSummary>> search(const QString &, int) override { return std::vector<ConversationSummary>(); }

    QMap<qint64, ConversationSummary> summaries;
    QMap<qint64, std::vector<ThreadEntry>> threads;
    InboxCounts inbox;
    int countReads = 0;
    bool busy = false;
};

} // namespace textback::test
