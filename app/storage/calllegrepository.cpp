// SPDX-License-Identifier: MIT
#include "storage/calllegrepository.h"

#include "storage/erasedtraces.h"
#include "storage/sqlstatement.h"
#include "storage/storagenames.h"

using namespace Qt::StringLiterals;

namespace textback {

namespace {

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

StoredLeg legOf(const SqlStatement &row)
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

void bindLeg(SqlStatement &statement, const CallLeg &leg)
{
    statement.bind("direction"_L1, storage::toString(leg.direction)).bind("from"_L1, leg.from).bind("to"_L1, leg.to);
    statement.bind("status"_L1, toString(leg.status)).bind("created"_L1, leg.created).bind("started"_L1, leg.started);
    statement.bind("ended"_L1, leg.ended).bind("updated"_L1, leg.updated).bind("duration"_L1, leg.duration);
    statement.bind("answeredBy"_L1, storage::toString(leg.answeredBy)).bind("forwardedFrom"_L1, leg.forwardedFrom);
}

} // namespace

CallId CallLegRepository::upsert(AccountId account, const CallLeg &leg)
{
    const std::optional<StoredLeg> known = find(account, leg.providerCallId);
    if (m_db.failure())
        return {};
    if (!known)
        return isErased(account, leg) ? CallId() : place(account, insert(account, leg), leg);
    // A poll reads twenty minutes again and again: rows that say nothing new are not written.
    const CallLeg newer = merged(known->leg, leg);
    if (newer == known->leg)
        return {};
    update(known->id, newer);
    return known->call;
}

/// A leg that shows late is of the deleted call that it belongs to, and so are those that already wait for it.
bool CallLegRepository::isErased(AccountId account, const CallLeg &leg)
{
    ErasedTraces traces(m_db);
    if (traces.isErasedCall(account, leg.providerCallId))
        return true;
    if (leg.parentCallId.isEmpty() || !traces.isErasedCall(account, leg.parentCallId))
        return false;
    QStringList erased{leg.providerCallId};
    while (!erased.isEmpty() && !m_db.failure()) {
        const QString id = erased.takeFirst();
        traces.eraseCall(account, id);
        for (const auto &[child, childId] : waitingFor(account, id)) {
            SqlStatement(m_db, u"DELETE FROM call_legs WHERE id = :id"_s).bind("id"_L1, child).exec();
            erased.append(childId);
        }
    }
    return true;
}

std::optional<StoredLeg> CallLegRepository::find(AccountId account, const QString &providerCallId) const
{
    SqlStatement row(m_db, u"SELECT %1 FROM call_legs WHERE account = :account AND provider_call_id = :id"_s.arg(legColumns()));
    if (!row.bind("account"_L1, account).bind("id"_L1, providerCallId).next())
        return std::nullopt;
    return legOf(row);
}

std::vector<StoredLeg> CallLegRepository::of(CallId call) const
{
    std::vector<StoredLeg> legs;
    // By the provider's id, so that a call reads the same in whatever order its rows came.
    SqlStatement find(m_db, u"SELECT %1 FROM call_legs WHERE call = :call ORDER BY provider_call_id"_s.arg(legColumns()));
    find.bind("call"_L1, call);
    while (find.next())
        legs.push_back(legOf(find));
    return legs;
}

qint64 CallLegRepository::insert(AccountId account, const CallLeg &leg)
{
    SqlStatement add(m_db,
                     u"INSERT INTO call_legs (account, provider_call_id, parent_call_id, direction, from_text, to_text, status, created, "
                     "started, ended, updated, duration, answered_by, forwarded_from) VALUES (:account, :id, :parent, :direction, "
                     ":from, :to, :status, :created, :started, :ended, :updated, :duration, :answeredBy, :forwardedFrom)"_s);
    bindLeg(add, leg);
    add.bind("account"_L1, account).bind("id"_L1, leg.providerCallId).bind("parent"_L1, leg.parentCallId).exec();
    return m_db.lastInsertId();
}

void CallLegRepository::update(qint64 id, const CallLeg &leg)
{
    SqlStatement save(m_db, u"UPDATE call_legs SET direction = :direction, from_text = :from, to_text = :to, status = :status, "
                            "created = :created, started = :started, ended = :ended, updated = :updated, duration = :duration, "
                            "answered_by = :answeredBy, forwarded_from = :forwardedFrom WHERE id = :id"_s);
    bindLeg(save, leg);
    save.bind("id"_L1, id).exec();
}

CallId CallLegRepository::place(AccountId account, qint64 legId, const CallLeg &leg)
{
    CallId call;
    if (leg.parentCallId.isEmpty()) {
        SqlStatement make(
            m_db, u"INSERT INTO calls (id, account, provider_call_id) VALUES (%1, :account, :id)"_s.arg(storage::freshIdOf(u"calls")));
        if (make.bind("account"_L1, account).bind("id"_L1, leg.providerCallId).exec())
            call = CallId{m_db.lastInsertId()};
    } else if (const std::optional<StoredLeg> parent = find(account, leg.parentCallId)) {
        call = parent->call;
    }
    if (call.isNull())
        return call;
    setCallOf(legId, call);
    adopt(account, leg.providerCallId, call);
    return call;
}

void CallLegRepository::adopt(AccountId account, const QString &providerCallId, CallId call)
{
    QStringList parents{providerCallId};
    while (!parents.isEmpty() && !m_db.failure()) {
        const QString parent = parents.takeFirst();
        for (const auto &[child, childId] : waitingFor(account, parent)) {
            setCallOf(child, call);
            parents.append(childId);
        }
    }
}

std::vector<std::pair<qint64, QString>> CallLegRepository::waitingFor(AccountId account, const QString &parent) const
{
    std::vector<std::pair<qint64, QString>> children;
    SqlStatement find(m_db, u"SELECT id, provider_call_id FROM call_legs WHERE account = :account AND parent_call_id = :parent "
                            "AND call IS NULL"_s);
    find.bind("account"_L1, account).bind("parent"_L1, parent);
    while (find.next())
        children.emplace_back(find.integer(0), find.text(1));
    return children;
}

void CallLegRepository::setCallOf(qint64 legId, CallId call)
{
    SqlStatement set(m_db, u"UPDATE call_legs SET call = :call WHERE id = :id"_s);
    set.bind("call"_L1, call).bind("id"_L1, legId).exec();
}

void CallLegRepository::markAnswered(const StoredLeg &stored, const QString &number, UtcTime end)
{
    if (number == stored.answeredNumber && number.isEmpty())
        return;
    SqlStatement mark(m_db, u"UPDATE call_legs SET answered_number = :number, answered_end = :end WHERE id = :id"_s);
    mark.bindOrNull("number"_L1, number).bind("end"_L1, end).bind("id"_L1, stored.id).exec();
}

std::optional<UtcTime> CallLegRepository::answeredAfter(const PhoneNumber &caller, CallId call, UtcTime began) const
{
    SqlStatement find(m_db, u"SELECT answered_end FROM call_legs WHERE answered_number = :number AND answered_end > :began "
                            "AND call IS NOT :call ORDER BY answered_end DESC LIMIT 1"_s);
    find.bind("number"_L1, caller).bind("began"_L1, began).bind("call"_L1, call.value);
    return find.next() ? std::optional(find.time(0)) : std::nullopt;
}

} // namespace textback
