// SPDX-License-Identifier: MIT
#include "engine/outgoingtext.h"

#include "engine/accountcontext.h"

namespace textback {

Result<std::optional<MessageId>> queueText(AccountContext &context, const OutgoingText &text)
{
    Message message;
    message.conversation = text.conversation;
    message.account = context.account;
    message.line = text.from;
    message.direction = MessageDirection::Outgoing;
    message.origin = text.purpose == OutboxPurpose::Manual ? MessageOrigin::Person : MessageOrigin::Automatic;
    message.author = text.author;
    message.body = text.body;
    message.status = DeliveryStatus::Queued;
    message.at = text.at;
    message.rule = text.rule;
    message.call = text.call;
    message.planned = text.planned;
    const auto stored = context.store.addMessage(message);
    if (!stored)
        return tl::make_unexpected(stored.error());
    OutboxItem item;
    item.message = *stored;
    item.conversation = text.conversation;
    item.account = context.account;
    item.call = text.call;
    item.purpose = text.purpose;
    item.from = text.from;
    item.to = text.to;
    item.body = text.body;
    item.state = text.state;
    item.queuedAt = text.queuedAt;
    item.notBefore = text.notBefore;
    item.deadline = text.deadline;
    if (item.isAutomatic())
        item.ruleVersion = context.rules.version();
    const auto queued = context.store.enqueue(item, text.coolDown);
    if (!queued)
        return tl::make_unexpected(queued.error());
    if (*queued)
        return *stored;
    return context.store.removeMessage(*stored).map([] { return std::optional<MessageId>(); });
}

Result<void> decideAnew(AccountContext &context, const OutboxItem &item, const Decision &decision, Changes &changes)
{
    if (const auto recorded = context.store.recordDecision(item.call, decision); !recorded)
        return recorded;
    EngineEvent &event = changes.add(EngineEvent::Kind::Decision);
    event.conversation = item.conversation;
    event.call = item.call;
    event.message = item.message;
    event.missed = true;
    event.verdict = toString(decision.verdict);
    event.reason = decision.reason ? toString(*decision.reason) : toString(*decision.rule);
    event.lastFour = item.to.lastFour();
    return {};
}

} // namespace textback
