// SPDX-License-Identifier: MIT
#include "engine/textbackservice.h"

#include "domain/failpoint.h"
#include "domain/ports/inboxstore.h"
#include "engine/accountcontext.h"
#include "engine/outgoingtext.h"
#include "engine/textcomposer.h"

#include <algorithm>
#include <utility>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype detailsAtOnce = 2;

} // namespace

TextBackService::TextBackService(AccountContext &context, std::function<void()> queued)
    : m_context(context)
    , m_queued(std::move(queued))
    , m_assessor(context)
    , m_sequences(context)
    , m_alerts(context)
{
}

Result<bool> TextBackService::ingest(const CallLogAnswer &answer, const Cursor &cursor, bool mustStore)
{
    m_assessor.beginRound();
    while (true) {
        m_changes.clear();
        m_wanted.clear();
        m_wrote = m_queuedText = false;
        m_lockedNow = CallId{};
        const std::optional<UtcTime> watchedBefore = m_context.watchingSince;
        const auto done = m_context.store.transact([&] { return takeAnswer(answer, cursor, mustStore); });
        if (done)
            return committed(done);
        m_context.watchingSince = watchedBefore;
        if (m_lockedNow.isNull()) {
            m_known.clear();
            return committed(done);
        }
        m_locked.insert(m_lockedNow);
    }
}

Result<void> TextBackService::takeAnswer(const CallLogAnswer &answer, const Cursor &cursor, bool mustStore)
{
    Store &store = m_context.store;
    const bool firstPoll = !m_context.watchingSince;
    if (firstPoll) {
        const UtcTime now = m_context.time.now();
        if (const auto set = store.setWatchingSince(m_context.account, now); !set)
            return set;
        m_context.watchingSince = now;
        m_wrote = true;
    }
    std::vector<CallLeg> fresh;
    QHash<QString, CallLeg> known;
    for (const CallLeg &leg : answer.legs) {
        if (const auto before = m_known.constFind(leg.providerCallId); before == m_known.constEnd() || *before != leg)
            fresh.push_back(leg);
        known.insert(leg.providerCallId, leg);
    }
    QSet<CallId> taken;
    if (!fresh.empty()) {
        const auto roots = store.upsertLegs(m_context.account, fresh);
        if (!roots)
            return tl::make_unexpected(roots.error());
        for (const CallId root : *roots) {
            TEXTBACK_FAILPOINT("inside_ingest");
            m_wrote = true;
            taken.insert(root);
            if (const auto done = takeUp(root, true); !done)
                return done;
        }
    }
    // What an earlier round (or an earlier run of the program) left open.
    const auto undecided = store.undecidedCalls(m_context.account, m_context.time.now());
    if (!undecided)
        return tl::make_unexpected(undecided.error());
    for (const CallId call : *undecided) {
        if (taken.contains(call))
            continue;
        if (const auto done = takeUp(call, false); !done)
            return done;
    }
    if (firstPoll) {
        // What lies before the set-up is no news.
        for (const ConversationId conversation : m_changes.conversations()) {
            if (const auto read = store.inbox().markRead(conversation); !read)
                return read;
        }
    }
    if (m_wrote || mustStore) {
        if (const auto set = store.setCursor(m_context.account, CursorKind::Calls, cursor); !set)
            return set;
        m_wrote = true;
    }
    TEXTBACK_FAILPOINT("inside_ingest_after_cursor");
    m_known = std::move(known);
    return {};
}

Result<void> TextBackService::takeUp(CallId id, bool changed)
{
    const auto assessed = m_assessor.assess(id);
    if (!assessed)
        return tl::make_unexpected(assessed.error());
    const CallAssessment &call = *assessed;
    if (!call.record.isInbound())
        return takeUpOutgoing(call.record);

    Store &store = m_context.store;
    ConversationId conversation;
    const auto isOurs = [&call](const Line &line) { return line.number == call.caller.number; };
    const bool internal = !call.caller.number.isNull() && (std::any_of(m_context.numbers.begin(), m_context.numbers.end(), isOurs) ||
                                                           m_context.rules.lineFor(call.caller.number));
    if (!internal) {
        const auto made = store.ensureConversation(call.caller);
        if (!made)
            return tl::make_unexpected(made.error());
        conversation = *made;
        if (changed) {
            if (const auto attached = store.attachCall(id, conversation); !attached)
                return attached;
            m_changes.touch(conversation);
        }
    }
    if (call.verdict.open) {
        if (changed && !m_toldOpen.contains(id))
            tellCall(call, conversation);
        return {};
    }
    if (call.verdict.needsDetails) {
        m_wanted.push_back({id, call.record.root.providerCallId});
        return {};
    }
    if (const auto recorded = store.recordVerdict(id, call.verdict); !recorded)
        return recorded;
    m_wrote = true;
    m_changes.touch(conversation);
    if (!call.verdict.missed && call.verdict.notMissedBecause == DecisionReason::Answered && !call.isHistory) {
        if (const auto ended = m_sequences.inTouch(call.caller.number, DecisionReason::AnsweredElsewhere, m_changes); !ended)
            return ended;
        if (const auto talked = m_alerts.talked(conversation, call.caller.number, m_changes); !talked)
            return talked;
    }
    const auto decision = store.decision(id);
    if (!decision)
        return tl::make_unexpected(decision.error());
    return *decision ? Result<void>() : decide(call, conversation);
}

/// Our own call to somebody belongs into the conversation with them: "called back" is seen there.
Result<void> TextBackService::takeUpOutgoing(const CallRecord &record)
{
    const CallerIdentity party = identifyCaller(record.root.to, m_context.rules.homeRegion);
    if (party.kind != CallerKind::Number)
        return {};
    const auto conversation = m_context.store.ensureConversation(party);
    if (!conversation)
        return tl::make_unexpected(conversation.error());
    m_changes.touch(*conversation);
    if (const auto attached = m_context.store.attachCall(record.id, *conversation); !attached)
        return attached;
    return m_alerts.talked(*conversation, party.number, m_changes);
}

Result<void> TextBackService::decide(const CallAssessment &call, ConversationId conversation)
{
    auto decided = m_assessor.decide(call);
    if (!decided)
        return tl::make_unexpected(decided.error());
    Decision decision = *decided;
    const auto instead = [&decision](DecisionReason reason) {
        decision.verdict = Verdict::Skip;
        decision.reason = reason;
        decision.notBefore.reset();
    };
    if (decision.verdict != Verdict::Skip && m_locked.contains(call.record.id))
        instead(decision.rule == SendRule::SecondCall ? DecisionReason::SecondCallLimit : DecisionReason::CoolDown);
    if (decision.verdict != Verdict::Skip) {
        const auto recipient = m_context.store.textRecipient(call.caller.number);
        if (!recipient)
            return tl::make_unexpected(recipient.error());
        const auto body = composeText(m_context, *decision.rule, call.line, *recipient);
        if (!body)
            instead(DecisionReason::NoTemplate);
        else if (const auto queued = queue(call, conversation, decision, *body); !queued)
            return queued;
    }
    TEXTBACK_FAILPOINT("inside_ingest_before_decision");
    if (const auto recorded = m_context.store.recordDecision(call.record.id, decision); !recorded)
        return recorded;
    if (!call.isHistory) {
        tellCall(call, conversation);
        tellDecision(call, conversation, decision);
        const auto alerted = m_alerts.callMissed(call, conversation, decision, m_changes);
        if (!alerted)
            return tl::make_unexpected(alerted.error());
        m_queuedText = m_queuedText || *alerted;
    }
    return {};
}

Result<void> TextBackService::queue(const CallAssessment &call, ConversationId conversation, const Decision &decision, const QString &body)
{
    const UtcTime now = m_context.time.now();
    OutgoingText text;
    text.conversation = conversation;
    text.call = call.record.id;
    text.purpose = decision.rule == SendRule::SecondCall ? OutboxPurpose::SecondCall : OutboxPurpose::TextBack;
    text.rule = decision.rule;
    text.from = call.line.sender();
    text.to = call.caller.number;
    text.body = body;
    text.state = decision.verdict == Verdict::Hold ? OutboxState::Held : OutboxState::Queued;
    text.at = text.queuedAt = now;
    text.notBefore = decision.notBefore.value_or(now);
    text.deadline = call.verdict.endedAt + (decision.verdict == Verdict::Hold ? longestHold : m_context.rules.maxAge);
    text.coolDown = m_context.rules.coolDown;
    TEXTBACK_FAILPOINT("inside_ingest_before_outbox");
    const auto queued = queueText(m_context, text);
    if (!queued)
        return tl::make_unexpected(queued.error());
    if (!*queued) {
        // The lock behind the policy: roll back, and run again with this call decided otherwise.
        m_lockedNow = call.record.id;
        Error error;
        error.kind = ErrorKind::Storage;
        error.detail = u"another text-back lies within the cool-down"_s;
        return tl::make_unexpected(error);
    }
    m_queuedText = true;
    return {};
}

void TextBackService::tellCall(const CallAssessment &call, ConversationId conversation)
{
    if (call.isHistory)
        return;
    EngineEvent &event = m_changes.add(EngineEvent::Kind::Call);
    event.conversation = conversation;
    event.call = call.record.id;
    event.missed = !call.verdict.open && call.verdict.missed;
    event.reason = call.verdict.open ? u"ringing"_s : toString(call.verdict.disposition);
    event.lastFour = call.caller.number.lastFour();
}

void TextBackService::tellDecision(const CallAssessment &call, ConversationId conversation, const Decision &decision)
{
    // An answered call asks no question; every other one gets its answer told.
    if (!call.verdict.missed && decision.reason == DecisionReason::Answered)
        return;
    EngineEvent &event = m_changes.add(EngineEvent::Kind::Decision);
    event.conversation = conversation;
    event.call = call.record.id;
    event.missed = call.verdict.missed;
    event.verdict = toString(decision.verdict);
    event.reason = decision.reason ? toString(*decision.reason) : toString(*decision.rule);
    event.lastFour = call.caller.number.lastFour();
}

Result<bool> TextBackService::committed(const Result<void> &outcome)
{
    if (!outcome) {
        m_changes.clear();
        return tl::make_unexpected(outcome.error());
    }
    for (const EngineEvent &event : m_changes.events()) {
        if (event.kind == EngineEvent::Kind::Call && event.reason == "ringing"_L1)
            m_toldOpen.insert(event.call);
        else
            m_toldOpen.remove(event.call);
    }
    const Changes changes = std::exchange(m_changes, Changes());
    const bool queuedText = m_queuedText;
    const bool wrote = m_wrote;
    fetchDetails();
    if (!changes.isEmpty())
        m_context.reports.publish(changes);
    if (queuedText)
        m_queued();
    return wrote;
}

void TextBackService::fetchDetails()
{
    // What finds no place now is wanted again at the next poll: undecided calls are taken up each time.
    for (const Wanted &wanted : m_wanted) {
        if (m_asking.size() >= detailsAtOnce)
            break;
        if (m_asking.contains(wanted.call))
            continue;
        m_asking.insert(wanted.call);
        const CallId call = wanted.call;
        m_context.provider.calls().fetchDetails(
            wanted.providerCallId, m_lifetime.guard([this, call](const Result<CallDetails> &details) { takeDetails(call, details); }));
    }
    m_wanted.clear();
}

void TextBackService::takeDetails(CallId call, const Result<CallDetails> &details)
{
    m_asking.remove(call);
    if (!details)
        return; // asked again at the next poll, until the call is too old for a text and decided without
    m_assessor.beginRound();
    m_changes.clear();
    m_wanted.clear();
    m_wrote = m_queuedText = false;
    m_lockedNow = CallId{};
    const auto done = m_context.store.transact([&]() -> Result<void> {
        if (const auto set = m_context.store.setCallDetails(call, *details); !set)
            return set;
        return takeUp(call, true);
    });
    if (!m_lockedNow.isNull())
        m_locked.insert(m_lockedNow); // details are lost with the transaction and asked for again
    (void)committed(done);
}

} // namespace textback
