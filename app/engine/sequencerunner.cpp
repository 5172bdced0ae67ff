// SPDX-License-Identifier: MIT
#include "engine/sequencerunner.h"

#include "engine/accountcontext.h"
#include "engine/textcomposer.h"

namespace textback {

Result<void> SequenceRunner::accepted(const OutboxItem &item, UtcTime at)
{
    const auto step = stepAfter(item.purpose, at, m_context.rules);
    if (!step)
        return {};
    const auto planned = plan(*step, {item.conversation, item.call, item.from, item.to, item.queuedAt});
    return planned ? Result<void>() : tl::make_unexpected(planned.error());
}

Result<bool> SequenceRunner::customerWrote(const Message &message, const PhoneNumber &from, Changes &changes)
{
    const auto ended = end(from, {OutboxPurpose::FollowUp1, OutboxPurpose::FollowUp2}, DecisionReason::Replied, changes);
    if (!ended)
        return tl::make_unexpected(ended.error());
    const auto step = holdingTextAfter(message.at, m_context.rules);
    if (!step || m_context.time.now() - message.at > longestHold)
        return false;
    // One who writes three times has waited since the first.
    const auto waits = m_context.store.hasWaiting(from, OutboxPurpose::Holding);
    if (!waits)
        return waits;
    return *waits ? Result<bool>(false) : plan(*step, {message.conversation, CallId(), message.line, from, message.at});
}

Result<void> SequenceRunner::inTouch(const PhoneNumber &with, DecisionReason how, Changes &changes)
{
    return end(with, {OutboxPurpose::FollowUp1, OutboxPurpose::FollowUp2, OutboxPurpose::Holding}, how, changes);
}

Result<void> SequenceRunner::jobNoted(const PhoneNumber &customer, Changes &changes)
{
    return end(customer, {OutboxPurpose::FollowUp1, OutboxPurpose::FollowUp2}, DecisionReason::Booked, changes);
}

Result<bool> SequenceRunner::jobDone(const Job &job, const PhoneNumber &customer, const PhoneNumber &from)
{
    const auto step = reviewAfter(job.doneAt.value_or(m_context.time.now()), m_context.rules);
    if (!step)
        return false;
    return plan(*step, {job.conversation, CallId(), from, customer, m_context.time.now()});
}

Result<bool> SequenceRunner::plan(const SequenceStep &step, const Text &text)
{
    const bool sends = m_context.rules.mode == Mode::On && m_context.role.role == DeviceRole::Sender && !m_context.importSince;
    if (!sends || text.from.isNull() || text.to.isNull())
        return false;
    Line line;
    line.number = text.from;
    if (const Line *known = m_context.rules.lineFor(text.from))
        line = *known;
    const auto recipient = m_context.store.textRecipient(text.to);
    if (!recipient)
        return tl::make_unexpected(recipient.error());
    const auto body = composeText(m_context, step.rule, line, *recipient);
    if (!body)
        return false; // nobody wrote words for it, and there are no plain ones
    Message message;
    message.conversation = text.conversation;
    message.account = m_context.account;
    message.line = text.from;
    message.direction = MessageDirection::Outgoing;
    message.origin = MessageOrigin::Automatic;
    message.body = *body;
    message.status = DeliveryStatus::Queued;
    message.at = step.due;
    message.rule = step.rule;
    message.call = text.call;
    message.planned = true;
    const auto stored = m_context.store.addMessage(message);
    if (!stored)
        return tl::make_unexpected(stored.error());
    OutboxItem item;
    item.message = *stored;
    item.conversation = text.conversation;
    item.account = m_context.account;
    item.call = text.call;
    item.purpose = step.purpose;
    item.from = text.from;
    item.to = text.to;
    item.body = *body;
    item.state = OutboxState::Held;
    item.queuedAt = text.since;
    item.notBefore = step.due;
    item.deadline = step.due + longestHold;
    item.ruleVersion = m_context.rules.version();
    const auto queued = m_context.store.enqueue(item, step.purpose == OutboxPurpose::Review ? reviewEvery : Millis(0));
    if (!queued)
        return tl::make_unexpected(queued.error());
    if (!*queued) // planned before for this call, or asked lately
        return m_context.store.removeMessage(*stored).map([] { return false; });
    return true;
}

Result<void> SequenceRunner::end(const PhoneNumber &to, std::initializer_list<OutboxPurpose> purposes, DecisionReason why, Changes &changes)
{
    if (to.isNull())
        return {};
    for (const OutboxPurpose purpose : purposes) {
        const auto skipped = m_context.store.skipWaiting(to, why, purpose);
        if (!skipped)
            return tl::make_unexpected(skipped.error());
        for (const OutboxItem &item : *skipped)
            changes.touch(item.conversation);
    }
    return {};
}

} // namespace textback
