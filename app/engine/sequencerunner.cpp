// SPDX-License-Identifier: MIT
#include "engine/sequencerunner.h"

#include "domain/ports/alertstore.h"
#include "domain/quotedwords.h"
#include "engine/accountcontext.h"
#include "engine/outgoingtext.h"
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
    if (!step || isReaction(message.body) || m_context.rules.people.staffMember(from) || m_context.time.now() - message.at > longestHold)
        return false;
    const auto told = isToldToHold(message.conversation, from);
    if (!told)
        return told;
    return *told ? Result<bool>(false) : plan(*step, {message.conversation, CallId(), message.line, from, message.at});
}

Result<bool> SequenceRunner::isToldToHold(ConversationId conversation, const PhoneNumber &customer)
{
    // One who writes three times has waited since the first.
    const auto waits = m_context.store.hasWaiting(customer, OutboxPurpose::Holding);
    const auto told = waits ? m_context.store.newestText(customer, OutboxPurpose::Holding) : tl::make_unexpected(waits.error());
    if (!told)
        return tl::make_unexpected(told.error());
    if (*waits || !*told)
        return *waits;
    OutboxItem asked; // whose facts hold the end of the newest talk after `queuedAt`
    asked.conversation = conversation;
    asked.to = customer;
    asked.queuedAt = **told;
    const auto facts = m_context.store.stepFacts(asked);
    const auto taken = facts ? m_context.store.alerts().alertTakenSince(conversation, **told) : tl::make_unexpected(facts.error());
    if (!taken)
        return taken;
    return !*taken && !facts->lastTalk && facts->lastStaffMessage.value_or(**told) <= **told;
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
    if (!m_context.sendsByItself() || text.from.isNull() || text.to.isNull())
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
    OutgoingText planned;
    planned.conversation = text.conversation;
    planned.call = text.call;
    planned.purpose = step.purpose;
    planned.rule = step.rule;
    planned.from = text.from;
    planned.to = text.to;
    planned.body = *body;
    planned.state = OutboxState::Held;
    planned.at = planned.notBefore = step.due;
    planned.queuedAt = text.since;
    planned.deadline = step.due + longestHold;
    planned.coolDown = step.purpose == OutboxPurpose::Review ? reviewEvery : Millis(0);
    planned.planned = true;
    // Nothing where it was planned before for this call, or where they were asked lately.
    return queueText(m_context, planned).map([](const std::optional<MessageId> &message) { return message.has_value(); });
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
