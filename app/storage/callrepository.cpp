// SPDX-License-Identifier: MIT
#include "storage/callrepository.h"

#include "domain/phonenumber.h"
#include "storage/conversationrepository.h"
#include "storage/sqlstatement.h"
#include "storage/storagenames.h"

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace textback {

/// A leg as it is in the table.
struct CallRepository::StoredLeg {
    qint64 id = 0;
    CallId call; ///< null while it waits for its root
    CallLeg leg;
    QString answeredNumber;
    QString ringLine;
    std::optional<UtcTime> ringEnd;
    std::optional<Millis> ring;
};

namespace {

constexpr qint64 dayLength = Millis(std::chrono::hours(24)).count();

QString legColumns()
{
    return u"id, call, provider_call_id, parent_call_id, direction, from_text, to_text, status, created, started, ended, updated, "
           u"duration, "
           "answered_by, forwarded_from, answered_number, ring_line, ring_end, ring"_s;
}

/// How far a leg has come. It never goes back.
int progress(LegStatus status)
{
    switch (status) {
    case LegStatus::Queued:
        return 0;
    case LegStatus::Ringing:
        return 1;
    case LegStatus::InProgress:
        return 2;
    case LegStatus::Completed:
    case LegStatus::Busy:
    case LegStatus::Failed:
    case LegStatus::NoAnswer:
    case LegStatus::Canceled:
        return 3;
    }
    return 0;
}

/// Whether `next` says something newer than `known`. Rows may come in any order: the farther one counts, among equals the one that the
/// provider updated later.
bool isNewer(const CallLeg &next, const CallLeg &known)
{
    const int difference = progress(next.status) - progress(known.status);
    if (difference != 0)
        return difference > 0;
    return !next.updated || !known.updated || *next.updated >= *known.updated;
}

/// The newer of two rows of one leg, with the gaps in what never changes filled from the older one.
CallLeg merged(const CallLeg &known, const CallLeg &next)
{
    const bool newer = isNewer(next, known);
    CallLeg leg = newer ? next : known;
    const CallLeg &older = newer ? known : next;
    const auto fill = [](QString &text, const QString &from) {
        if (text.isEmpty())
            text = from;
    };
    fill(leg.from, older.from);
    fill(leg.to, older.to);
    fill(leg.forwardedFrom, older.forwardedFrom);
    if (!leg.created)
        leg.created = older.created;
    if (!leg.started)
        leg.started = older.started;
    if (leg.answeredBy == AnsweredBy::Unknown)
        leg.answeredBy = older.answeredBy;
    leg.parentCallId = known.parentCallId; // its place in the tree is settled when it is first seen
    return leg;
}

bool isAnsweredOutgoing(const CallLeg &leg)
{
    return leg.direction == CallDirection::Outbound && leg.status == LegStatus::Completed && leg.answeredBy != AnsweredBy::Machine;
}

/// Whether a leg tells how long phones of the line ring before the provider gives up.
bool isUnansweredRing(const CallLeg &leg)
{
    return !leg.parentCallId.isEmpty() && leg.status == LegStatus::NoAnswer && ringTime(leg) > Millis(0) && leg.endTime();
}

qint64 dayOf(UtcTime time)
{
    return toUnixMillis(time) / dayLength;
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

void bindLeg(SqlStatement &statement, const CallLeg &leg)
{
    statement.bind("direction"_L1, storage::toString(leg.direction)).bind("from"_L1, leg.from).bind("to"_L1, leg.to);
    statement.bind("status"_L1, toString(leg.status)).bind("created"_L1, leg.created).bind("started"_L1, leg.started);
    statement.bind("ended"_L1, leg.ended).bind("updated"_L1, leg.updated).bind("duration"_L1, leg.duration);
    statement.bind("answeredBy"_L1, storage::toString(leg.answeredBy)).bind("forwardedFrom"_L1, leg.forwardedFrom);
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
    for (const CallLeg *row : ordered) {
        const CallLeg &leg = *row;
        const std::optional<StoredLeg> known = findLeg(account, leg.providerCallId);
        if (m_db.failure())
            return {};
        if (!known) {
            note(place(account, insertLeg(account, leg), leg));
            continue;
        }
        // A poll reads twenty minutes again and again: rows that say nothing new are not written.
        const CallLeg newer = merged(known->leg, leg);
        if (newer == known->leg)
            continue;
        updateLeg(known->id, newer);
        note(known->call);
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

std::optional<CallRepository::StoredLeg> CallRepository::findLeg(AccountId account, const QString &providerCallId) const
{
    SqlStatement find(m_db, u"SELECT %1 FROM call_legs WHERE account = :account AND provider_call_id = :id"_s.arg(legColumns()));
    if (!find.bind("account"_L1, account).bind("id"_L1, providerCallId).next())
        return std::nullopt;
    return legOf(find);
}

CallRepository::StoredLeg CallRepository::legOf(const SqlStatement &row)
{
    StoredLeg stored;
    stored.id = row.integer(0);
    stored.call = row.id<CallId>(1);
    CallLeg &leg = stored.leg;
    leg.providerCallId = row.text(2);
    leg.parentCallId = row.text(3);
    leg.direction = row.named(4, storage::callDirectionFromString).value_or(CallDirection::Inbound);
    leg.from = row.text(5);
    leg.to = row.text(6);
    leg.status = row.named(7, legStatusFromString).value_or(LegStatus::Failed);
    leg.created = row.optionalTime(8);
    leg.started = row.optionalTime(9);
    leg.ended = row.optionalTime(10);
    leg.updated = row.optionalTime(11);
    leg.duration = row.optionalSpan(12);
    leg.answeredBy = row.named(13, storage::answeredByFromString).value_or(AnsweredBy::Unknown);
    leg.forwardedFrom = row.text(14);
    stored.answeredNumber = row.text(15);
    stored.ringLine = row.text(16);
    stored.ringEnd = row.optionalTime(17);
    stored.ring = row.optionalSpan(18);
    return stored;
}

std::vector<CallRepository::StoredLeg> CallRepository::legsOf(CallId call) const
{
    std::vector<StoredLeg> legs;
    // By the provider's id, so that a call reads the same in whatever order its rows came.
    SqlStatement find(m_db, u"SELECT %1 FROM call_legs WHERE call = :call ORDER BY provider_call_id"_s.arg(legColumns()));
    find.bind("call"_L1, call);
    while (find.next())
        legs.push_back(legOf(find));
    return legs;
}

qint64 CallRepository::insertLeg(AccountId account, const CallLeg &leg)
{
    SqlStatement add(m_db,
                     u"INSERT INTO call_legs (account, provider_call_id, parent_call_id, direction, from_text, to_text, status, created, "
                     "started, ended, updated, duration, answered_by, forwarded_from) VALUES (:account, :id, :parent, :direction, "
                     ":from, :to, :status, :created, :started, :ended, :updated, :duration, :answeredBy, :forwardedFrom)"_s);
    bindLeg(add, leg);
    add.bind("account"_L1, account).bind("id"_L1, leg.providerCallId).bind("parent"_L1, leg.parentCallId).exec();
    return m_db.lastInsertId();
}

void CallRepository::updateLeg(qint64 id, const CallLeg &leg)
{
    SqlStatement save(m_db, u"UPDATE call_legs SET direction = :direction, from_text = :from, to_text = :to, status = :status, "
                            "created = :created, started = :started, ended = :ended, updated = :updated, duration = :duration, "
                            "answered_by = :answeredBy, forwarded_from = :forwardedFrom WHERE id = :id"_s);
    bindLeg(save, leg);
    save.bind("id"_L1, id).exec();
}

CallId CallRepository::place(AccountId account, qint64 legId, const CallLeg &leg)
{
    CallId call;
    if (leg.parentCallId.isEmpty()) {
        SqlStatement make(m_db, u"INSERT INTO calls (account, provider_call_id) VALUES (:account, :id)"_s);
        if (make.bind("account"_L1, account).bind("id"_L1, leg.providerCallId).exec())
            call = CallId{m_db.lastInsertId()};
    } else if (const std::optional<StoredLeg> parent = findLeg(account, leg.parentCallId)) {
        call = parent->call;
    }
    if (call.isNull())
        return call;
    setCallOf(legId, call);
    adopt(account, leg.providerCallId, call);
    return call;
}

void CallRepository::adopt(AccountId account, const QString &providerCallId, CallId call)
{
    QStringList parents{providerCallId};
    while (!parents.isEmpty() && !m_db.failure()) {
        const QString parent = parents.takeFirst();
        std::vector<qint64> children;
        SqlStatement find(m_db, u"SELECT id, provider_call_id FROM call_legs WHERE account = :account AND parent_call_id = :parent "
                                "AND call IS NULL"_s);
        find.bind("account"_L1, account).bind("parent"_L1, parent);
        while (find.next()) {
            children.push_back(find.integer(0));
            parents.append(find.text(1));
        }
        for (const qint64 child : children)
            setCallOf(child, call);
    }
}

void CallRepository::setCallOf(qint64 legId, CallId call)
{
    SqlStatement set(m_db, u"UPDATE call_legs SET call = :call WHERE id = :id"_s);
    set.bind("call"_L1, call).bind("id"_L1, legId).exec();
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
    for (const StoredLeg &stored : legsOf(id)) {
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

    for (const StoredLeg &stored : legsOf(id)) {
        const QString answeredNumber = isAnsweredOutgoing(stored.leg) ? numberOf(stored.leg.to, country) : QString();
        SqlStatement mark(m_db, u"UPDATE call_legs SET answered_number = :number, answered_end = :end WHERE id = :id"_s);
        if (answeredNumber != stored.answeredNumber || !answeredNumber.isEmpty()) {
            mark.bindOrNull("number"_L1, answeredNumber).bind("end"_L1, stored.leg.endTime().value_or(stored.leg.startTime().value_or(at)));
            mark.bind("id"_L1, stored.id).exec();
        }
        countRing(stored, inbound ? line : QString());
    }
    m_conversations.touch(conversationOf(id));
}

void CallRepository::countRing(const StoredLeg &stored, const QString &line)
{
    const bool counts = !line.isEmpty() && isUnansweredRing(stored.leg);
    const QString ringLine = counts ? line : QString();
    const std::optional<UtcTime> end = counts ? stored.leg.endTime() : std::nullopt;
    const std::optional<Millis> ring = counts ? std::optional(ringTime(stored.leg)) : std::nullopt;
    if (ringLine == stored.ringLine && end == stored.ringEnd && ring == stored.ring)
        return;
    SqlStatement mark(m_db, u"UPDATE call_legs SET ring_line = :line, ring_end = :end, ring = :ring WHERE id = :id"_s);
    mark.bindOrNull("line"_L1, ringLine).bind("end"_L1, end).bind("ring"_L1, ring).bind("id"_L1, stored.id).exec();
    if (stored.ringEnd) {
        // It was counted with other values: rare, so the day is simply counted anew.
        recountRingDay(stored.ringLine, dayOf(*stored.ringEnd));
        if (counts)
            recountRingDay(ringLine, dayOf(*end));
        return;
    }
    SqlStatement add(m_db, u"INSERT INTO ring_days (line, day, legs, longest) VALUES (:line, :day, 1, :ring) ON CONFLICT (line, day) "
                           "DO UPDATE SET legs = legs + 1, longest = max(longest, excluded.longest)"_s);
    add.bind("line"_L1, ringLine).bind("day"_L1, dayOf(*end)).bind("ring"_L1, ring).exec();
}

void CallRepository::recountRingDay(const QString &line, qint64 day)
{
    SqlStatement count(m_db, u"INSERT INTO ring_days (line, day, legs, longest) SELECT :line, :day, count(*), ifnull(max(ring), 0) "
                             "FROM call_legs WHERE ring_line = :line AND ring_end >= :from AND ring_end < :to "
                             "ON CONFLICT (line, day) DO UPDATE SET legs = excluded.legs, longest = excluded.longest"_s);
    count.bind("line"_L1, line).bind("day"_L1, day).bind("from"_L1, day * dayLength).bind("to"_L1, (day + 1) * dayLength).exec();
}

RingStatistics CallRepository::ringStatistics(const PhoneNumber &line, UtcTime since) const
{
    // Whole days are summed up already; only the day in which `since` lies is read leg by leg.
    const qint64 firstWholeDay = (toUnixMillis(since) + dayLength - 1) / dayLength;
    RingStatistics statistics;
    const auto add = [&statistics](SqlStatement &sum) {
        if (!sum.next())
            return;
        statistics.unansweredLegs += sum.number(0);
        statistics.longestRing = std::max(statistics.longestRing, sum.span(1));
    };
    SqlStatement days(m_db, u"SELECT ifnull(sum(legs), 0), ifnull(max(longest), 0) FROM ring_days WHERE line = :line AND day >= :day"_s);
    days.bind("line"_L1, line).bind("day"_L1, firstWholeDay);
    add(days);
    SqlStatement rest(m_db, u"SELECT count(*), ifnull(max(ring), 0) FROM call_legs "
                            "WHERE ring_line = :line AND ring_end >= :since AND ring_end < :end"_s);
    rest.bind("line"_L1, line).bind("since"_L1, since).bind("end"_L1, firstWholeDay * dayLength);
    add(rest);
    return statistics;
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
    SqlStatement save(m_db, u"INSERT INTO decisions (call, verdict, rule, reason, decided_at, not_before, rule_version) "
                            "VALUES (:call, :verdict, :rule, :reason, :decidedAt, :notBefore, :ruleVersion) ON CONFLICT (call) DO UPDATE "
                            "SET verdict = excluded.verdict, rule = excluded.rule, reason = excluded.reason, "
                            "decided_at = excluded.decided_at, not_before = excluded.not_before, rule_version = excluded.rule_version "
                            "WHERE decisions.verdict <> 'skip'"_s);
    save.bind("call"_L1, call).bind("verdict"_L1, toString(decision.verdict));
    save.bindOrNull("rule"_L1, decision.rule ? toString(*decision.rule) : QString());
    save.bindOrNull("reason"_L1, decision.reason ? toString(*decision.reason) : QString());
    save.bind("decidedAt"_L1, decision.decidedAt).bind("notBefore"_L1, decision.notBefore);
    save.bind("ruleVersion"_L1, decision.ruleVersion).exec();
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

std::optional<UtcTime> CallRepository::answeredOutboundAfter(const PhoneNumber &caller, CallId call, UtcTime began) const
{
    SqlStatement find(m_db, u"SELECT answered_end FROM call_legs WHERE answered_number = :number AND answered_end > :began "
                            "AND call IS NOT :call ORDER BY answered_end DESC LIMIT 1"_s);
    find.bind("number"_L1, caller).bind("began"_L1, began).bind("call"_L1, call.value);
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
