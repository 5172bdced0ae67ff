// SPDX-License-Identifier: MIT
#pragma once

#include "domain/message.h"
#include "domain/ports/store.h"
#include "domain/result.h"
#include "storage/sqlconnection.h"

#include <optional>
#include <vector>

namespace textback {

class ConversationRepository;
class MessageRepository;

/// The newest text of one purpose to a caller.
struct LastText {
    UtcTime at{}; ///< when it was queued or, if later, last sent
    CallId call;
};

/// The ledger of sending: what is to be sent, what was tried. See AccountRepository for the manners.
class OutboxRepository {
public:
    OutboxRepository(SqlConnection &connection, MessageRepository &messages, ConversationRepository &conversations)
        : m_db(connection)
        , m_messages(messages)
        , m_conversations(conversations)
    {
    }

    std::optional<OutboxId> enqueue(const OutboxItem &item, Millis coolDown);
    std::optional<OutboxItem> find(OutboxId id) const;
    std::optional<OutboxItem> findByMessage(MessageId message) const;
    std::vector<OutboxItem> due(AccountId account, UtcTime now, int limit) const;
    std::optional<UtcTime> nextDue(AccountId account) const;
    std::vector<OutboxItem> inState(AccountId account, OutboxState state) const;
    /// `now` by the provider's clock, `told` by our own, as everything in the delivery log.
    Result<OutboxItem> beginAttempt(OutboxId id, UtcTime now, UtcTime told, const QString &inputs = {});
    Result<void> change(OutboxId id, const OutboxChange &change, UtcTime now);
    Result<std::vector<OutboxItem>> skipWaiting(const PhoneNumber &to, DecisionReason why, std::optional<OutboxPurpose> only, UtcTime now);
    bool hasWaiting(const PhoneNumber &to, OutboxPurpose purpose) const;
    /// When the newest review request but `item` was accepted.
    std::optional<UtcTime> lastReview(const PhoneNumber &to, OutboxId item) const;
    bool isOwned(AccountId account, const QString &providerMessageId) const;

    /// Newest text of this purpose to a number that is live, accepted or unconfirmed, for another call than `call`.
    std::optional<LastText> lastText(const PhoneNumber &to, OutboxPurpose purpose, CallId call) const;
    /// When an automatic text that named STOP last went out to a number.
    std::optional<UtcTime> lastHint(const PhoneNumber &to) const;
    /// CallerHistory::textedThisCall.
    bool isTexted(CallId call) const;

private:
    std::optional<LastText> keptText(const PhoneNumber &to, OutboxPurpose purpose) const;
    void save(const OutboxItem &item);
    void appendAttempt(const OutboxItem &item, UtcTime at, const QString &inputs = {});
    Result<void> follow(const OutboxItem &item, const OutboxChange &change, UtcTime now);

    SqlConnection &m_db;
    MessageRepository &m_messages;
    ConversationRepository &m_conversations;
};

} // namespace textback
