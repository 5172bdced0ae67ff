// SPDX-License-Identifier: MIT
#include "engine/personalmessages.h"

#include "domain/ports/consentstore.h"
#include "domain/ports/inboxstore.h"
#include "engine/accountcontext.h"
#include "engine/outgoingtext.h"

#include <algorithm>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Error> refusal(ErrorKind kind, const QString &detail)
{
    Error error;
    error.kind = kind;
    error.detail = detail;
    return tl::make_unexpected(error);
}

} // namespace

PersonalMessages::PersonalMessages(AccountContext &context, SendRecorder &recorder, std::function<void()> queued)
    : m_context(context)
    , m_recorder(recorder)
    , m_consents(context)
    , m_sequences(context)
    , m_alerts(context)
    , m_queued(std::move(queued))
{
}

Result<void> PersonalMessages::send(ConversationId id, const QString &body)
{
    const auto conversation = m_context.store.conversation(id);
    if (!conversation)
        return tl::make_unexpected(conversation.error());
    if (!*conversation || (*conversation)->number.isNull())
        return refusal(ErrorKind::InvalidRecipient, u"this conversation has no number"_s);
    const auto from = senderFor(id);
    if (!from)
        return tl::make_unexpected(from.error());
    const auto queued = queue(id, *from, (*conversation)->number, body);
    return queued ? Result<void>() : tl::make_unexpected(queued.error());
}

Result<void> PersonalMessages::sendTo(const PhoneNumber &number, const QString &body)
{
    if (number.isNull())
        return refusal(ErrorKind::InvalidRecipient, u"no number"_s);
    CallerIdentity party;
    party.kind = CallerKind::Number;
    party.number = number;
    party.address = number.e164();
    const auto conversation = m_context.store.ensureConversation(party);
    if (!conversation)
        return tl::make_unexpected(conversation.error());
    return send(*conversation, body);
}

Result<PhoneNumber> PersonalMessages::senderFor(ConversationId conversation)
{
    const auto newest = m_context.store.replyLine(conversation);
    if (!newest)
        return newest;
    if (!newest->isNull()) {
        const Line *line = m_context.rules.lineFor(*newest);
        return line ? line->sender() : *newest;
    }
    if (!m_context.rules.lines.empty())
        return m_context.rules.lines.front().sender();
    if (!m_context.numbers.empty())
        return m_context.numbers.front().sender();
    return refusal(ErrorKind::Rejected, u"the account has no number to send from"_s);
}

Result<MessageId> PersonalMessages::queue(ConversationId conversation, const PhoneNumber &from, const PhoneNumber &to, const QString &body)
{
    if (body.trimmed().isEmpty() || body.size() > m_context.provider.descriptor().maximumTextLength)
        return MessageId{};
    const auto optedOut = m_context.store.consent().isOptedOut(to);
    if (!optedOut)
        return tl::make_unexpected(optedOut.error());
    if (*optedOut)
        return refusal(ErrorKind::OptedOut, u"this number opted out"_s);
    OutgoingText text;
    text.conversation = conversation;
    text.from = from;
    text.to = to;
    text.body = body;
    text.at = text.queuedAt = m_context.time.now();
    // Before the provider's first answer the time is this PC's: one that is set ahead must not keep a person's message waiting for that long.
    text.notBefore = m_context.time.isKnown() ? text.at : UtcTime();
    MessageId message;
    Changes changes;
    const auto done = m_context.store.transact([&]() -> Result<void> {
        const auto queued = queueText(m_context, text);
        if (!queued)
            return tl::make_unexpected(queued.error());
        message = queued->value_or(MessageId());
        // Whoever writes has looked: a question about an earlier message is answered with it.
        if (const auto looked = m_context.store.consent().dismissDoubts(to, text.at); !looked)
            return looked;
        if (const auto ended = m_sequences.inTouch(to, DecisionReason::StaffInConversation, changes); !ended)
            return ended;
        return m_alerts.answered(conversation, text.at, u"person"_s, changes);
    });
    if (!done)
        return tl::make_unexpected(done.error());
    changes.touch(conversation);
    m_context.reports.publish(changes);
    m_queued();
    return message;
}

Result<bool> PersonalMessages::isStillGoing(MessageId message)
{
    const auto item = m_context.store.outboxItemOf(message);
    if (!item)
        return tl::make_unexpected(item.error());
    if (!*item)
        return false;
    const auto stored = m_context.store.message(message);
    if (!stored)
        return tl::make_unexpected(stored.error());
    const OutboxState state = (*item)->state;
    if (state == OutboxState::Accepted)
        return stored->status != DeliveryStatus::Undelivered && stored->status != DeliveryStatus::Failed;
    return state != OutboxState::Failed && state != OutboxState::Skipped && state != OutboxState::Unconfirmed;
}

Result<void> PersonalMessages::sendAgain(MessageId id)
{
    // Follow the trail: the newest copy is what a second click is about.
    MessageId newest = id;
    while (m_again.contains(newest))
        newest = m_again.value(newest);
    const auto going = isStillGoing(newest);
    if (!going)
        return tl::make_unexpected(going.error());
    const auto item = m_context.store.outboxItemOf(newest);
    if (!item)
        return tl::make_unexpected(item.error());
    if (*going || !*item)
        return {};
    const OutboxItem &old = **item;
    const auto queued = queue(old.conversation, old.from, old.to, old.body);
    if (!queued)
        return tl::make_unexpected(queued.error());
    if (!queued->isNull())
        m_again.insert(newest, *queued);
    return {};
}

Result<std::optional<OutboxItem>> PersonalMessages::waitingItem(MessageId message)
{
    auto item = m_context.store.outboxItemOf(message);
    if (item && *item && (*item)->state != OutboxState::Queued && (*item)->state != OutboxState::Held)
        item->reset();
    return item;
}

Result<void> PersonalMessages::cancelWaiting(MessageId message)
{
    const auto item = waitingItem(message);
    if (!item)
        return tl::make_unexpected(item.error());
    return *item ? m_recorder.skipped(**item, DecisionReason::CancelledByOwner) : Result<void>();
}

Result<void> PersonalMessages::recordConsent(ConversationId conversation, bool optedOut, const QString &channel)
{
    const auto recorded = m_consents.record(conversation, optedOut, channel);
    if (!recorded)
        return tl::make_unexpected(recorded.error());
    if (recorded->queued)
        m_queued();
    return {};
}

Result<void> PersonalMessages::answerDoubt(ConversationId conversation, bool wantsNoTexts)
{
    const auto answered = m_consents.answerDoubt(conversation, wantsNoTexts);
    if (!answered)
        return tl::make_unexpected(answered.error());
    if (answered->queued)
        m_queued();
    return {};
}

Result<void> PersonalMessages::takeAlert(ConversationId conversation)
{
    Changes changes;
    const auto done = m_context.store.transact([&] { return m_alerts.answered(conversation, m_context.time.now(), u"window"_s, changes); });
    if (done && !changes.isEmpty())
        m_context.reports.publish(changes);
    return done;
}

Result<void> PersonalMessages::noteJob(ConversationId conversation, std::optional<UtcTime> bookedFor, std::optional<qint64> amountCents)
{
    Changes changes;
    changes.touch(conversation);
    const auto done = m_context.store.transact([&]() -> Result<void> {
        const auto row = m_context.store.conversation(conversation);
        if (!row || !*row)
            return row ? Result<void>() : tl::make_unexpected(row.error());
        const auto added =
            m_context.store.inbox().addJob({JobId(), conversation, m_context.time.now(), bookedFor, amountCents, std::nullopt});
        if (!added)
            return tl::make_unexpected(added.error());
        return m_sequences.jobNoted((*row)->number, changes);
    });
    if (done)
        m_context.reports.publish(changes);
    return done;
}

Result<void> PersonalMessages::finishJob(ConversationId conversation)
{
    Changes changes;
    changes.touch(conversation);
    bool planned = false;
    const auto done = m_context.store.transact([&]() -> Result<void> {
        const auto row = m_context.store.conversation(conversation);
        if (!row || !*row)
            return row ? Result<void>() : tl::make_unexpected(row.error());
        const auto jobs = m_context.store.inbox().jobs(conversation);
        if (!jobs)
            return tl::make_unexpected(jobs.error());
        const UtcTime now = m_context.time.now();
        const auto open = std::find_if(jobs->begin(), jobs->end(), [](const Job &job) { return !job.doneAt; });
        Job job = open == jobs->end() ? Job{JobId(), conversation, now, {}, {}, {}} : *open;
        job.doneAt = now;
        if (job.id.isNull()) {
            const auto added = m_context.store.inbox().addJob(job);
            if (!added)
                return tl::make_unexpected(added.error());
            job.id = *added;
        } else if (const auto saved = m_context.store.inbox().saveJob(job); !saved) {
            return saved;
        }
        const auto from = senderFor(conversation);
        if (!from || (*row)->number.isNull())
            return {}; // done all the same: there is only nobody to ask
        const auto asked = m_sequences.jobDone(job, (*row)->number, *from);
        planned = asked.value_or(false);
        return asked ? Result<void>() : tl::make_unexpected(asked.error());
    });
    if (!done)
        return done;
    m_context.reports.publish(changes);
    if (planned)
        m_queued();
    return {};
}

Result<void> PersonalMessages::sendNow(MessageId message)
{
    const auto item = waitingItem(message);
    if (!item)
        return tl::make_unexpected(item.error());
    if (!*item)
        return {};
    const auto done = m_recorder.hastened(**item);
    if (done)
        m_queued();
    return done;
}

} // namespace textback
