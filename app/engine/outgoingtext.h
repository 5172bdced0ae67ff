// SPDX-License-Identifier: MIT
#pragma once

#include "domain/message.h"
#include "domain/result.h"
#include "engine/changes.h"

#include <optional>

namespace textback {

struct AccountContext;
struct Decision;

/// A text as it is stored and put into the outbox: whoever has something to send says so with this.
struct OutgoingText {
    ConversationId conversation;
    CallId call; ///< that it is about; null for none
    OutboxPurpose purpose = OutboxPurpose::Manual;
    std::optional<SendRule> rule; ///< that chose the words; nothing for a person's own
    PhoneNumber from;
    PhoneNumber to;
    QString body;
    QString author = {}; ///< of a person's own: who of us wrote it, where that is known (Message::author)
    OutboxState state = OutboxState::Queued;
    UtcTime at{};       ///< its place in the conversation
    UtcTime queuedAt{}; ///< what cool-downs and sequences count from
    UtcTime notBefore{};
    std::optional<UtcTime> deadline;
    Millis coolDown{0}; ///< Store::enqueue
    bool planned = false;
};

/// Stores the message and its outbox item. Inside the caller's transaction. Nothing, and no message, where the outbox refuses it: a text of
/// this purpose for the call is there, or one to the number lies within the cool-down.
Result<std::optional<MessageId>> queueText(AccountContext &context, const OutgoingText &text);

/// What was decided about the call that an item answers is decided anew: stored, and told with `changes`. Inside the caller's transaction.
Result<void> decideAnew(AccountContext &context, const OutboxItem &item, const Decision &decision, Changes &changes);

} // namespace textback
