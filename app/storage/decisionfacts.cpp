// SPDX-License-Identifier: MIT
#include "storage/decisionfacts.h"

#include "storage/accountrepository.h"
#include "storage/callrepository.h"
#include "storage/consentrepository.h"
#include "storage/conversationrepository.h"
#include "storage/doubtrepository.h"
#include "storage/foreigntextrepository.h"
#include "storage/jobrepository.h"
#include "storage/messagerepository.h"
#include "storage/outboxrepository.h"

#include <algorithm>

namespace textback {

namespace {

/// A text of which only the provider told after a restore may be any of our automatic ones: it counts as each of them.
void countAsOurs(CallerHistory &history, UtcTime imported, UtcTime callBegan)
{
    history.textedThisCall = history.textedThisCall || imported >= callBegan;
    if (!history.lastTextBack || *history.lastTextBack < imported) {
        history.lastTextBack = imported;
        history.lastTextBackCallEnd.reset();
    }
    if (!history.lastSecondCallText || *history.lastSecondCallText < imported)
        history.lastSecondCallText = imported;
}

} // namespace

UtcTime DecisionFacts::beginOf(const CallRecord &call, UtcTime now) const
{
    return call.root.startTime().value_or(m_from.calls.startOf(call.id).value_or(now));
}

CallerHistory DecisionFacts::callerHistory(const PhoneNumber &caller, const CallRecord &call, UtcTime now) const
{
    CallerHistory history;
    history.textedThisCall = m_from.outbox.isTexted(call.id);
    if (caller.isNull())
        return history;
    history.optedOut = m_from.consents.isOptedOut(caller);
    history.frozen = m_from.doubts.open(caller).has_value();
    history.cannotText = m_from.consents.capability(caller, now);
    if (const std::optional<LastText> last = m_from.outbox.lastText(caller, OutboxPurpose::TextBack, call.id)) {
        history.lastTextBack = last->at;
        history.lastTextBackCallEnd = m_from.calls.endOf(last->call);
    }
    if (const std::optional<LastText> last = m_from.outbox.lastText(caller, OutboxPurpose::SecondCall, call.id))
        history.lastSecondCallText = last->at;
    const UtcTime began = beginOf(call, now);
    if (const ConversationId conversation = m_from.conversations.withAddress(caller.e164()); !conversation.isNull()) {
        history.isKnownContact = !m_from.conversations.nameAt(caller.e164()).isEmpty();
        history.lastStaffMessage = m_from.messages.lastStaffMessage(conversation);
        if (const std::optional<UtcTime> imported = m_from.messages.lastImportedText(conversation))
            countAsOurs(history, *imported, began);
    }
    history.answeredInboundAfter = m_from.calls.answeredInboundAfter(caller, call.id, began);
    history.answeredOutboundAfter = m_from.calls.answeredOutboundAfter(caller, call.id, began);
    history.isOwnNumber = m_from.accounts.isNumberOf(call.account, caller);
    return history;
}

ForeignTexts DecisionFacts::foreignTexts(const PhoneNumber &caller, const CallRecord &call, const QStringList &ourWords, UtcTime since,
                                         UtcTime now) const
{
    const ConversationId conversation = m_from.conversations.withAddress(caller.e164());
    if (conversation.isNull())
        return ForeignTexts();
    const UtcTime began = beginOf(call, now);
    return m_from.foreign.textsTo(conversation, began, ourWords, since);
}

StepInput DecisionFacts::stepInput(const OutboxItem &item, UtcTime now) const
{
    StepInput facts;
    facts.purpose = item.purpose;
    facts.to = item.to;
    facts.since = item.queuedAt;
    facts.due = item.deadline.value_or(item.notBefore + longestHold) - longestHold;
    facts.sendNow = item.sendNow;
    facts.optedOut = m_from.consents.isOptedOut(item.to);
    facts.frozen = m_from.doubts.open(item.to).has_value();
    facts.cannotText = m_from.consents.capability(item.to, now);
    facts.lastCustomerMessage = m_from.messages.lastFromCustomer(item.conversation);
    facts.lastStaffMessage = m_from.messages.lastStaffMessage(item.conversation);
    facts.lastTalk = std::max(m_from.calls.answeredInboundAfter(item.to, CallId(), item.queuedAt),
                              m_from.calls.answeredOutboundAfter(item.to, CallId(), item.queuedAt));
    facts.lastBooking = m_from.jobs.lastNoted(item.conversation);
    if (const std::optional<LastText> last = m_from.outbox.lastText(item.to, OutboxPurpose::TextBack, item.call))
        facts.lastTextBack = last->at;
    facts.lastReview = m_from.outbox.lastReview(item.to, item.id);
    return facts;
}

std::optional<UtcTime> DecisionFacts::newestText(const PhoneNumber &to, OutboxPurpose purpose) const
{
    const std::optional<LastText> last = m_from.outbox.lastText(to, purpose, CallId());
    return last ? std::optional(last->at) : std::nullopt;
}

TextRecipient DecisionFacts::textRecipient(const PhoneNumber &number) const
{
    return TextRecipient{m_from.conversations.nameAt(number.e164()), m_from.outbox.lastHint(number)};
}

} // namespace textback
