// SPDX-License-Identifier: MIT
#include "engine/consenttaker.h"

#include "domain/messagebody.h"
#include "domain/ports/consentstore.h"
#include "domain/ports/store.h"
#include "engine/accountcontext.h"
#include "engine/outgoingtext.h"
#include "engine/textcomposer.h"

#include <algorithm>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr Millis answeredWithin = std::chrono::minutes(5); // rules.md C6
constexpr int confirmationsBeside = 2;                     // in an hour, also to somebody who got as many automatic texts as there may be

} // namespace

Result<ConsentTaker::Outcome> ConsentTaker::take(const Said &said, Changes &changes)
{
    Outcome outcome;
    if (said.party.kind != CallerKind::Number)
        return outcome;
    if (said.reading.doubt) {
        if (const auto frozen = freeze(said, changes, outcome); !frozen)
            return tl::make_unexpected(frozen.error());
        return outcome;
    }
    if (said.reading.word == ConsentWord::None)
        return outcome;
    if (said.reading.word == ConsentWord::Help) {
        if (const auto helped = help(said, outcome); !helped)
            return tl::make_unexpected(helped.error());
        return outcome;
    }
    Store &store = m_context.store;
    const PhoneNumber &number = said.party.number;
    const auto before = store.consent().isOptedOut(number);
    if (!before)
        return tl::make_unexpected(before.error());
    const bool out = said.reading.word == ConsentWord::OptOut;
    if (said.reading.word == ConsentWord::OptInIfOptedOut && !*before)
        return outcome;
    const UtcTime at = said.row.created.value_or(m_context.time.now());
    if (const auto recorded = store.consent().recordConsent({number, out, at, u"text"_s, keptBody(said.row.body)}); !recorded)
        return tl::make_unexpected(recorded.error());
    outcome.wrote = true;
    const auto conversation = store.ensureConversation(said.party);
    if (!conversation)
        return tl::make_unexpected(conversation.error());
    changes.touch(*conversation);
    const auto after = store.consent().isOptedOut(number);
    if (!after)
        return tl::make_unexpected(after.error());
    if (*after != out)
        return outcome; // came late: a newer word is known
    if (*before != out)
        tellOptOut(number, *conversation, out, changes);
    if (out) {
        if (const auto dropped = dropWaiting(number, DecisionReason::OptedOut, changes); !dropped)
            return tl::make_unexpected(dropped.error());
    }
    if (*before == out || said.firstLook || providerAnswers(said))
        return outcome;
    // Whoever says the one and the other in turn is not told each time.
    const auto usage = store.usage(m_context.account, number, UsageSpans::at(m_context.time.now(), m_context.rules.timeZone));
    if (!usage)
        return tl::make_unexpected(usage.error());
    if (usage->automaticToNumberInHour >= mostAutomaticPerHour + confirmationsBeside)
        return outcome;
    const SendRule rule = out ? SendRule::OptOutConfirmation : SendRule::OptedIn;
    if (const auto answered = answer(rule, ourNumber(said), number, *conversation, at, outcome); !answered)
        return tl::make_unexpected(answered.error());
    return outcome;
}

PhoneNumber ConsentTaker::ourNumber(const Said &said) const
{
    return PhoneNumber::parse(said.row.to, m_context.rules.homeRegion).value_or(PhoneNumber());
}

/// HELP changes nothing, and is answered also to whoever opted out (rules.md C11). Two machines that ask each other for help end at the hour's cap.
Result<void> ConsentTaker::help(const Said &said, Outcome &outcome)
{
    if (said.firstLook || providerAnswers(said))
        return {};
    const PhoneNumber &number = said.party.number;
    const auto usage = m_context.store.usage(m_context.account, number, UsageSpans::at(m_context.time.now(), m_context.rules.timeZone));
    if (!usage)
        return tl::make_unexpected(usage.error());
    if (usage->automaticToNumberInHour >= mostAutomaticPerHour)
        return {};
    const auto conversation = m_context.store.ensureConversation(said.party);
    if (!conversation)
        return tl::make_unexpected(conversation.error());
    outcome.wrote = true;
    return answer(SendRule::Help, ourNumber(said), number, *conversation, said.row.created.value_or(m_context.time.now()), outcome);
}

Result<void> ConsentTaker::freeze(const Said &said, Changes &changes, Outcome &outcome)
{
    const PhoneNumber &number = said.party.number;
    const auto optedOut = m_context.store.consent().isOptedOut(number);
    if (!optedOut)
        return tl::make_unexpected(optedOut.error());
    if (*optedOut || said.firstLook)
        return {}; // nothing to ask, or long past
    const auto conversation = m_context.store.ensureConversation(said.party);
    if (!conversation)
        return tl::make_unexpected(conversation.error());
    const UtcTime at = said.row.created.value_or(m_context.time.now());
    const OptOutDoubt doubt{number, at, said.reading.because, keptBody(said.row.body)};
    if (const auto recorded = m_context.store.consent().recordDoubt(doubt); !recorded)
        return recorded;
    const auto open = m_context.store.consent().openDoubt(number);
    if (!open)
        return tl::make_unexpected(open.error());
    outcome.wrote = true;
    outcome.froze = open->has_value();
    changes.touch(*conversation);
    return outcome.froze ? dropWaiting(number, DecisionReason::Frozen, changes) : Result<void>();
}

Result<ConsentTaker::Outcome> ConsentTaker::answerDoubt(ConversationId id, bool wantsNoTexts)
{
    return byHand(id, [&](const PhoneNumber &number, Outcome &outcome, Changes &changes) -> Result<void> {
        const auto doubt = m_context.store.consent().openDoubt(number);
        if (!doubt)
            return tl::make_unexpected(doubt.error());
        if (!*doubt)
            return {};
        // By the provider's clock; one that was set back must not leave the question open.
        const UtcTime at = std::max(m_context.time.now(), (*doubt)->at);
        outcome.wrote = true;
        return wantsNoTexts ? optOut(id, {number, true, at, u"manual"_s, (*doubt)->evidence}, outcome, changes)
                            : m_context.store.consent().dismissDoubts(number, at);
    });
}

Result<ConsentTaker::Outcome> ConsentTaker::record(ConversationId id, bool optedOut, const QString &channel)
{
    return byHand(id, [&](const PhoneNumber &number, Outcome &outcome, Changes &changes) -> Result<void> {
        const auto before = m_context.store.consent().isOptedOut(number);
        if (!before)
            return tl::make_unexpected(before.error());
        if (*before == optedOut)
            return {};
        outcome.wrote = true;
        const ConsentChange change{number, optedOut, m_context.time.now(), u"manual"_s, channel};
        if (optedOut)
            return optOut(id, change, outcome, changes);
        tellOptOut(number, id, false, changes);
        return m_context.store.consent().recordConsent(change);
    });
}

/// What a person says in a customer's place, in a transaction of its own.
Result<ConsentTaker::Outcome> ConsentTaker::byHand(ConversationId id,
                                                   const std::function<Result<void>(const PhoneNumber &, Outcome &, Changes &)> &work)
{
    Outcome outcome;
    Changes changes;
    const auto done = m_context.store.transact([&]() -> Result<void> {
        const auto conversation = m_context.store.conversation(id);
        if (!conversation)
            return tl::make_unexpected(conversation.error());
        if (!*conversation || (*conversation)->number.isNull())
            return {};
        changes.touch(id);
        return work((*conversation)->number, outcome, changes);
    });
    if (!done)
        return tl::make_unexpected(done.error());
    if (outcome.wrote)
        m_context.reports.publish(changes);
    return outcome;
}

Result<void> ConsentTaker::optOut(ConversationId id, const ConsentChange &change, Outcome &outcome, Changes &changes)
{
    if (const auto recorded = m_context.store.consent().recordConsent(change); !recorded)
        return recorded;
    tellOptOut(change.number, id, true, changes);
    if (const auto dropped = dropWaiting(change.number, DecisionReason::OptedOut, changes); !dropped)
        return dropped;
    const auto from = m_context.store.replyLine(id);
    if (!from)
        return tl::make_unexpected(from.error());
    return answer(SendRule::OptOutConfirmation, *from, change.number, id, m_context.time.now(), outcome);
}

/// Whatever waits to be sent to a number by itself is dropped, and the decisions about its calls take the reason.
Result<void> ConsentTaker::dropWaiting(const PhoneNumber &number, DecisionReason reason, Changes &changes)
{
    const auto skipped = m_context.store.skipWaiting(number, reason);
    if (!skipped)
        return tl::make_unexpected(skipped.error());
    for (const OutboxItem &item : *skipped) {
        changes.touch(item.conversation);
        if (!item.answersCall())
            continue;
        Decision decision = Decision::skip(reason);
        decision.decidedAt = m_context.time.now();
        decision.ruleVersion = m_context.rules.version();
        if (const auto recorded = decideAnew(m_context, item, decision, changes); !recorded)
            return recorded;
    }
    return {};
}

/// A provider that answers STOP, START and HELP knows only its own few words: what else means STOP is confirmed by nobody but us.
bool ConsentTaker::providerAnswers(const Said &said) const
{
    const ProviderDescriptor &provider = m_context.provider.descriptor();
    if (!provider.answersStopItself)
        return false;
    const QString word = said.row.body.trimmed();
    if (said.reading.word != ConsentWord::OptOut) // nobody but us understands "HELP!"
        return said.reading.byKeyword && std::all_of(word.begin(), word.end(), [](QChar c) { return c.isLetter(); });
    if (provider.stopWords.isEmpty())
        return said.reading.byKeyword;
    return provider.stopWords.contains(word.toLower());
}

/// Nothing but the one text, at once, and only by the PC that sends; an answer that is late is none.
Result<void> ConsentTaker::answer(SendRule rule, const PhoneNumber &from, const PhoneNumber &to, ConversationId conversation,
                                  UtcTime saidAt, Outcome &outcome)
{
    const UtcTime now = m_context.time.now();
    if (!m_context.sendsByItself() || from.isNull() || now - saidAt > answeredWithin)
        return {};
    Line line;
    line.number = from;
    const auto recipient = m_context.store.textRecipient(to);
    if (!recipient)
        return tl::make_unexpected(recipient.error());
    const auto body = composeText(m_context, rule, line, *recipient);
    if (!body)
        return {}; // no words for it: what the customer said holds all the same
    OutgoingText text;
    text.conversation = conversation;
    text.purpose = OutboxPurpose::KeywordAnswer;
    text.rule = rule;
    text.from = from;
    text.to = to;
    text.body = *body;
    text.at = text.queuedAt = text.notBefore = now;
    text.deadline = saidAt + answeredWithin;
    const auto queued = queueText(m_context, text);
    if (!queued)
        return tl::make_unexpected(queued.error());
    outcome.queued = queued->has_value();
    return {};
}

void ConsentTaker::tellOptOut(const PhoneNumber &number, ConversationId conversation, bool out, Changes &changes) const
{
    EngineEvent &event = changes.add(EngineEvent::Kind::OptOut);
    event.conversation = conversation;
    event.optedOut = out;
    event.lastFour = number.lastFour();
}

} // namespace textback
