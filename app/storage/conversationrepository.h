// SPDX-License-Identifier: MIT
#pragma once

#include "domain/conversation.h"
#include "storage/sqlconnection.h"

#include <optional>
#include <set>

namespace textback {

class SqlStatement;

/// Conversations and the summary rows that the list shows. See AccountRepository for the manners.
///
/// A summary is made anew from a handful of keyed reads (the newest message, the newest call, …), never by going through history. Changes
/// only note the conversation; flush() makes the summaries of all noted ones before the transaction commits. The unread count is the one
/// thing that is carried on instead, by addUnread().
class ConversationRepository {
public:
    explicit ConversationRepository(SqlConnection &connection)
        : m_db(connection)
    {
    }

    ConversationId ensure(const CallerIdentity &party, bool optedOut);
    ConversationId withAddress(const QString &address) const;
    void rename(ConversationId conversation, const QString &name);
    /// The name that somebody gave the party with this address; empty if nobody did.
    QString nameAt(const QString &address) const;
    void markRead(ConversationId conversation);
    /// Counts as one unread entry, if there is none.
    void markUnread(ConversationId conversation);
    void setOptedOut(const PhoneNumber &number, bool optedOut);
    /// The words that raised a doubt about texts to this number; empty: none.
    void setDoubt(const PhoneNumber &number, const QString &words);
    PhoneNumber replyLine(ConversationId conversation) const;
    /// `now` decides whether the newest missed call is recent enough to be told.
    std::optional<ConversationSummary> summary(ConversationId conversation, UtcTime now);

    /// The summary of this conversation may have changed.
    void touch(ConversationId conversation);
    /// Something needs a person: what was done or snoozed is neither any more.
    void reopen(ConversationId conversation);
    /// Something came in that nobody saw, which reopens the conversation; or, with a negative difference, it is none any more.
    void addUnread(ConversationId conversation, int difference);
    /// Makes the summaries of all touched conversations true.
    void flush();
    /// The transaction was rolled back: nothing is touched any more.
    void forgetTouched() { m_touched.clear(); }

private:
    void refresh(ConversationId conversation);
    /// The newest missed call and its text, as columns of the summary.
    struct MissedCall {
        CallId call;
        std::optional<UtcTime> endedAt;
        std::optional<DecisionReason> notTexted;
        std::optional<OutboxState> outbox;
        std::optional<UtcTime> notBefore;
        std::optional<Millis> textedAfter;
        std::optional<DeliveryStatus> delivery;
    };
    MissedCall newestMissedCall(ConversationId conversation) const;

    SqlConnection &m_db;
    std::set<ConversationId> m_touched;
};

/// The columns that summaryOf() reads, from conversation_summaries s JOIN conversations c.
QString summaryColumns();
/// The summary in the current row of a statement that selects summaryColumns() first.
ConversationSummary summaryOf(const SqlStatement &row, UtcTime now);

} // namespace textback
