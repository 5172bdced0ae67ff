// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/conversationreader.h"

#include <map>

namespace textback::test {

/// An inbox in memory: the tests put in what the window shall show. Answers as the database does (order, pages, filters) and can be told to
/// fail once as a locked one does.
class FakeReader : public ConversationReader {
public:
    Result<std::vector<ConversationSummary>> conversations(ConversationFilter filter, std::optional<ConversationKey> after,
                                                           int limit) override;
    Result<std::optional<ConversationSummary>> conversation(ConversationId id) override;
    Result<InboxCounts> counts() override;
    Result<std::vector<ThreadEntry>> thread(ConversationId id, std::optional<ThreadKey> before, int limit) override;
    Result<std::vector<ThreadEntry>> threadFrom(ConversationId id, const ThreadKey &from, int limit) override;
    Result<std::vector<LateCall>> lateCalls(UtcTime from, UtcTime until, int limit) override;
    Result<std::vector<ConversationSummary>> search(const QString &text, int limit) override;

    /// Adds or replaces.
    void put(const ConversationSummary &summary);
    void remove(ConversationId id) { m_rows.erase(id); }
    ConversationSummary &row(ConversationId id) { return m_rows.at(id); }
    /// Adds or replaces an entry of a thread (by its key).
    void putEntry(ConversationId id, const ThreadEntry &entry);
    void removeEntry(ConversationId id, const QString &key);

    std::vector<LateCall> late; ///< what lateCalls gives for a span that `lateAt` lies in
    UtcTime lateAt{};
    int failures = 0; ///< so many of the next reads fail
    int reads = 0;

private:
    bool fails();

    std::map<ConversationId, ConversationSummary> m_rows;
    std::map<ConversationId, std::vector<ThreadEntry>> m_threads;
};

/// Times of the samples: minutes before the virtual clock's start (Monday, 23 November 2026, 15:00 UTC).
UtcTime minutesAgo(double minutes);
ConversationSummary makeSummary(int id, const QString &name, const QString &e164, double minutesBefore);
ThreadEntry makeMessage(int id, ConversationId conversation, MessageOrigin origin, const QString &body, double minutesBefore,
                        DeliveryStatus status = DeliveryStatus::Received);
ThreadEntry makeNote(int id, const QString &body, double minutesBefore);
ThreadEntry makeMissedCall(int id, double minutesBefore, std::optional<DecisionReason> skipped, std::optional<Millis> textedAfter);

/// The inbox of the drawings: six conversations with every kind of badge, the first with a full thread. Returns the first one's id.
ConversationId fillSample(FakeReader &reader);

} // namespace textback::test
