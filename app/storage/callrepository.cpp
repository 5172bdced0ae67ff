// SPDX-License-Identifier: MIT
#include "storage/callrepository.h"

#include "domain/phonenumber.h"
#include "storage/conversationrepository.h"
#include "storage/sqlstatement.h"
#include "storage/storagenames.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace textback {

namespace {

bool isAnsweredOutgoing(const CallLeg &leg)
{
    return leg.direction == CallDirection::Outbound && leg.status == LegStatus::Completed && leg.answeredBy != AnsweredBy::Machine;
}

/// Before the detector has spoken: whether the tree alone says that a person talked.
bool looksAnswered(const CallRecord &call)
{
    if (!call.isFinal())
        return false;
    if (!call.isInbound())
        return isAnsweredOutgoing(call.root);
    return std::any_of(call.legs.begin(), call.legs.end(),
                       [](const CallLeg &leg) { return leg.status == LegStatus::Completed && leg.answeredBy != AnsweredBy::Machine; });
}

QString numberOf(const QString &text, const QString &country)
{
    return identifyCaller(text, country).number.e164();
}

} // namespace

std::vector<CallId> CallRepository::upsertLegs(AccountId account, const std::vector<CallLeg> &legs, const QString &country, UtcTime now)
{
    std::vector<CallId> changed;
    const auto note = [&changed](CallId call) {
        if (!call.isNull() && std::find(changed.rbegin(), changed.rend(), call) == changed.rend())
            changed.push_back(call);
    };
    // What is decided about a call depends on the calls before it, so the order of the provider's rows must not matter (faults.md I12).
    std::vector<const CallLeg *> ordered;
    ordered.reserve(legs.size());
    for (const CallLeg &leg : legs)
        ordered.push_back(&leg);
    std::stable_sort(ordered.begin(), ordered.end(), [](const CallLeg *a, const CallLeg *b) {
        return std::pair(a->startTime(), a->providerCallId) < std::pair(b->startTime(), b->providerCallId);
    });
    for (const CallLeg *leg : ordered) {
        note(m_legs.upsert(account, *leg));
        if (m_db.failure())
            return {};
    }
    std::vector<std::pair<UtcTime, CallId>> byStart;
    for (const CallId call : changed) {
        refresh(call, country, now);
        byStart.emplace_back(startOf(call).value_or(now), call);
    }
    // A leg that shows late may belong to the oldest call.
    std::stable_sort(byStart.begin(), byStart.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    std::transform(byStart.begin(), byStart.end(), changed.begin(), [](const auto &entry) { return entry.second; });
    return changed;
}

std::optional<CallRecord> CallRepository::find(CallId id) const
{
    CallRecord call;
    SqlStatement find(m_db, u"SELECT account, recordings, recording_id, recording_length, details_flow_failed FROM calls WHERE id = :id"_s);
    if (!find.bind("id"_L1, id).next())
        return std::nullopt;
    call.id = id;
    call.account = find.id<AccountId>(0);
    if (!find.isNull(1))
        call.details = CallDetails{find.number(1), find.text(2), find.span(3), find.flag(4)};
    for (const StoredLeg &stored : m_legs.of(id)) {
        if (stored.leg.parentCallId.isEmpty())
            call.root = stored.leg;
        else
            call.legs.push_back(stored.leg);
    }
    return call;
}

bool CallRepository::exists(CallId id) const
{
    return SqlStatement(m_db, u"SELECT 1 FROM calls WHERE id = :id"_s).bind("id"_L1, id).next();
}

void CallRepository::refresh(CallId id, const QString &country, UtcTime now)
{
    const std::optional<CallRecord> call = find(id);
    if (!call)
        return;
    const bool inbound = call->isInbound();
    const QString &party = inbound ? call->root.from : call->root.to;
    const QString line = numberOf(call->ourNumber(), country);
    const CallLeg &root = call->root;
    const UtcTime at = root.startTime().value_or(root.endTime().value_or(root.updated.value_or(now)));
    const bool answered = looksAnswered(*call);

    // Once the detector has spoken its word about answered stands until it speaks anew.
    SqlStatement save(m_db, u"UPDATE calls SET inbound = :inbound, party = :party, our_number = :line, at = :at, "
                            "ended_at = ifnull(:endedAt, ended_at), final = :final, answered = iif(settled = 1, answered, :answered), "
                            "preview_kind = iif(settled = 1 OR :inbound = 1, preview_kind, 'outgoing-call'), "
                            "word = iif(settled = 1, word, :answered) WHERE id = :id"_s);
    save.bind("inbound"_L1, inbound).bind("party"_L1, identifyCaller(party, country).address).bind("line"_L1, line);
    save.bind("at"_L1, at).bind("endedAt"_L1, root.endTime()).bind("final"_L1, call->isFinal()).bind("answered"_L1, answered);
    save.bind("id"_L1, id).exec();

    for (const StoredLeg &stored : m_legs.of(id)) {
        const CallLeg &leg = stored.leg;
        m_legs.markAnswered(stored, isAnsweredOutgoing(leg) ? numberOf(leg.to, country) : QString(),
                            leg.endTime().value_or(leg.startTime().value_or(at)));
        m_rings.count(stored, inbound ? line : QString());
    }
    m_conversations.touch(conversationOf(id));
}

ConversationId CallRepository::conversationOf(CallId call) const
{
    SqlStatement find(m_db, u"SELECT conversation FROM calls WHERE id = :id"_s);
    return find.bind("id"_L1, call).next() ? find.id<ConversationId>(0) : ConversationId();
}

void CallRepository::countUnread(CallId call, int sign)
{
    SqlStatement find(m_db, u"SELECT conversation FROM calls WHERE id = :id AND missed = 1 AND seen = 0 AND conversation IS NOT NULL"_s);
    if (find.bind("id"_L1, call).next())
        m_conversations.addUnread(find.id<ConversationId>(0), sign);
}

void CallRepository::attach(CallId call, ConversationId conversation)
{
    const ConversationId before = conversationOf(call);
    if (before == conversation)
        return;
    countUnread(call, -1);
    SqlStatement set(m_db, u"UPDATE calls SET conversation = :conversation WHERE id = :id"_s);
    set.bind("conversation"_L1, conversation).bind("id"_L1, call).exec();
    countUnread(call, +1);
    m_conversations.touch(before);
    m_conversations.touch(conversation);
}

void CallRepository::setDetails(CallId call, const CallDetails &details)
{
    SqlStatement set(m_db, u"UPDATE calls SET recordings = :recordings, recording_id = :recordingId, recording_length = :length, "
                           "details_flow_failed = :flowFailed WHERE id = :id"_s);
    set.bind("recordings"_L1, details.recordings).bind("recordingId"_L1, details.recordingId);
    set.bind("length"_L1, details.recordingLength).bind("flowFailed"_L1, details.flowFailed).bind("id"_L1, call).exec();
}

void CallRepository::recordVerdict(CallId call, const CallVerdict &verdict)
{
    SqlStatement find(m_db, u"SELECT inbound, answered FROM calls WHERE id = :id"_s);
    if (!find.bind("id"_L1, call).next())
        return;
    const bool inbound = find.flag(0);
    const bool settled = !verdict.open && !verdict.needsDetails;
    const bool missed = settled && inbound && verdict.missed;
    bool answered = find.flag(1); // as the legs look
    std::optional<PreviewKind> preview;
    if (!inbound)
        preview = PreviewKind::OutgoingCall;
    if (settled && inbound) {
        answered = !missed && verdict.notMissedBecause == DecisionReason::Answered;
        if (missed)
            preview = PreviewKind::MissedCall;
        else if (verdict.disposition == Disposition::Answered)
            preview = PreviewKind::AnsweredCall;
    } else if (settled) {
        answered = verdict.disposition == Disposition::Answered;
    }

    countUnread(call, -1);
    SqlStatement save(m_db, u"UPDATE calls SET settled = :settled, missed = :missed, answered = :answered, disposition = :disposition, "
                            "not_missed_because = :because, flow_failed = :flowFailed, rang = :rang, talked = :talked, "
                            "ended_at = ifnull(:endedAt, ended_at), preview_kind = :preview, word = :word WHERE id = :id"_s);
    save.bind("settled"_L1, settled).bind("missed"_L1, missed).bind("answered"_L1, answered);
    save.bindOrNull("disposition"_L1, settled ? toString(verdict.disposition) : QString());
    save.bindOrNull("because"_L1, settled && verdict.notMissedBecause ? toString(*verdict.notMissedBecause) : QString());
    save.bind("flowFailed"_L1, settled && verdict.flowFailed).bind("rang"_L1, settled ? verdict.rang : Millis(0));
    save.bind("talked"_L1, settled ? verdict.talked : Millis(0));
    save.bind("endedAt"_L1, settled ? std::optional(verdict.endedAt) : std::nullopt);
    save.bindOrNull("preview"_L1, preview ? storage::toString(*preview) : QString());
    save.bind("word"_L1, missed || answered).bind("id"_L1, call).exec();
    countUnread(call, +1);
    m_conversations.touch(conversationOf(call));
}

std::vector<CallId> CallRepository::undecided(AccountId account, UtcTime since) const
{
    std::vector<CallId> calls;
    SqlStatement find(m_db, u"SELECT id FROM calls WHERE account = :account AND inbound = 1 AND decided = 0 AND at >= :since "
                            "ORDER BY at, id"_s);
    find.bind("account"_L1, account).bind("since"_L1, since);
    while (find.next())
        calls.push_back(find.id<CallId>(0));
    return calls;
}

QStringList CallRepository::openProviderCallIds(AccountId account, UtcTime since) const
{
    QStringList ids;
    SqlStatement find(m_db,
                      u"SELECT provider_call_id FROM calls WHERE account = :account AND final = 0 AND at >= :since ORDER BY at, id"_s);
    find.bind("account"_L1, account).bind("since"_L1, since);
    while (find.next())
        ids.append(find.text(0));
    return ids;
}

void CallRepository::recordDecision(CallId call, const Decision &decision)
{
    SqlStatement save(
        m_db, u"INSERT INTO decisions (call, verdict, rule, reason, decided_at, not_before, rule_version, inputs) "
              "VALUES (:call, :verdict, :rule, :reason, :decidedAt, :notBefore, :ruleVersion, :inputs) ON CONFLICT (call) DO UPDATE "
              "SET verdict = excluded.verdict, rule = excluded.rule, reason = excluded.reason, "
              "decided_at = excluded.decided_at, not_before = excluded.not_before, rule_version = excluded.rule_version, "
              "inputs = iif(excluded.inputs = '', inputs, excluded.inputs) "
              "WHERE decisions.verdict <> 'skip'"_s);
    save.bind("call"_L1, call).bind("verdict"_L1, toString(decision.verdict));
    save.bindOrNull("rule"_L1, decision.rule ? toString(*decision.rule) : QString());
    save.bindOrNull("reason"_L1, decision.reason ? toString(*decision.reason) : QString());
    save.bind("decidedAt"_L1, decision.decidedAt).bind("notBefore"_L1, decision.notBefore);
    save.bind("ruleVersion"_L1, decision.ruleVersion).bind("inputs"_L1, decision.inputs).exec();
    SqlStatement(m_db, u"UPDATE calls SET decided = 1 WHERE id = :id AND decided = 0"_s).bind("id"_L1, call).exec();
    m_conversations.touch(conversationOf(call));
}

std::optional<Decision> CallRepository::decision(CallId call) const
{
    SqlStatement find(m_db, u"SELECT verdict, rule, reason, decided_at, not_before, rule_version FROM decisions WHERE call = :call"_s);
    return find.bind("call"_L1, call).next() ? decisionOf(find, 0) : std::nullopt;
}

std::optional<UtcTime> CallRepository::answeredInboundAfter(const PhoneNumber &caller, CallId call, UtcTime began) const
{
    SqlStatement find(m_db, u"SELECT ended_at FROM calls WHERE party = :party AND inbound = 1 AND answered = 1 AND ended_at > :began "
                            "AND id <> :call ORDER BY ended_at DESC LIMIT 1"_s);
    find.bind("party"_L1, caller).bind("began"_L1, began).bind("call"_L1, call.value);
    return find.next() ? std::optional(find.time(0)) : std::nullopt;
}

std::optional<UtcTime> CallRepository::startOf(CallId call) const
{
    SqlStatement find(m_db, u"SELECT at FROM calls WHERE id = :id"_s);
    return find.bind("id"_L1, call).next() ? std::optional(find.time(0)) : std::nullopt;
}

std::optional<UtcTime> CallRepository::endOf(CallId call) const
{
    SqlStatement find(m_db, u"SELECT ended_at FROM calls WHERE id = :id"_s);
    return find.bind("id"_L1, call).next() ? find.optionalTime(0) : std::nullopt;
}

std::optional<Decision> decisionOf(const SqlStatement &row, int first)
{
    const std::optional<Verdict> verdict = row.named(first, verdictFromString);
    if (!verdict)
        return std::nullopt;
    Decision decision;
    decision.verdict = *verdict;
    decision.rule = row.named(first + 1, sendRuleFromString);
    decision.reason = row.named(first + 2, decisionReasonFromString);
    decision.decidedAt = row.time(first + 3);
    decision.notBefore = row.optionalTime(first + 4);
    decision.ruleVersion = row.text(first + 5);
    return decision;
}

} // namespace textback
