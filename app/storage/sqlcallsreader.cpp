// SPDX-License-Identifier: MIT
#include "storage/sqlcallsreader.h"

#include "storage/callcard.h"
#include "storage/sqlstatement.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace textback {

namespace {

constexpr qint64 endOfTime = std::numeric_limits<qint64>::max();

/// Which rows a filter takes, as its index has them (0012_people.sql).
struct Part {
    QString index;
    QString condition;
};

Part partOf(CallFilter filter)
{
    switch (filter) {
    case CallFilter::All:
        return {u"calls_by_time"_s, {}};
    case CallFilter::Missed:
        return {u"calls_missed_by_time"_s, u"c.missed = 1 AND "_s};
    case CallFilter::Texted:
        return {u"calls_texted_by_time"_s, u"c.texted = 1 AND "_s};
    case CallFilter::NotTexted:
        return {u"calls_not_texted_by_time"_s, u"c.missed = 1 AND c.texted = 0 AND "_s};
    case CallFilter::Answered:
        return {u"calls_answered_by_time"_s, u"c.inbound = 1 AND c.answered = 1 AND "_s};
    case CallFilter::Outgoing:
        return {u"calls_outgoing_by_time"_s, u"c.inbound = 0 AND "_s};
    }
    Q_UNREACHABLE();
}

QString statement(const QString &index, const QString &where)
{
    return u"SELECT c.id, l.direction, c.settled, c.final, c.missed, c.disposition, c.at, c.ended_at, c.rang, c.talked, "
           "c.recordings, c.recording_length, l.status, l.duration, "
           "d.verdict, d.rule, d.reason, d.decided_at, d.not_before, d.rule_version, "
           "o.state, o.why, o.after_call_end, c.our_number, v.id, v.contact_name, v.number, v.address "
           "FROM calls c INDEXED BY %1 JOIN conversations v ON v.id = c.conversation "
           "LEFT JOIN call_legs l ON l.account = c.account AND l.provider_call_id = c.provider_call_id "
           "LEFT JOIN decisions d ON d.call = c.id "
           "LEFT JOIN outbox o ON o.id = (SELECT max(id) FROM outbox WHERE call = c.id AND purpose IN ('text-back', 'second-call')) "
           "WHERE %2 ORDER BY c.at DESC, c.id DESC LIMIT :limit"_s.arg(index, where);
}

std::vector<CallListRow> rowsOf(SqlStatement &find)
{
    std::vector<CallListRow> rows;
    while (find.next()) {
        CallListRow row;
        row.card = callCardOf(find);
        row.conversation = find.id<ConversationId>(callCardColumnCount);
        row.name = find.text(callCardColumnCount + 1);
        row.number = find.phone(callCardColumnCount + 2);
        row.address = find.text(callCardColumnCount + 3);
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace

QString SqlCallsReader::listStatement(CallFilter filter)
{
    const Part part = partOf(filter);
    return statement(part.index, part.condition + u"c.at >= :from AND (c.at, c.id) < (:at, :id)"_s);
}

QString SqlCallsReader::conversationStatement(CallFilter filter)
{
    return statement(u"calls_in_conversation"_s,
                     partOf(filter).condition + u"c.conversation = :conversation AND (c.at, c.id) >= (:from, :id) AND c.at < :until"_s);
}

Result<std::vector<CallListRow>> SqlCallsReader::calls(const CallsQuery &query, std::optional<CallKey> after, int limit)
{
    return m_db.read([&] {
        SqlStatement find(*m_db, listStatement(query.filter));
        // The end of the span is a place in the list as well: before the first id of that moment.
        const qint64 until = query.until ? toUnixMillis(*query.until) : endOfTime;
        find.bind("from"_L1, query.from ? toUnixMillis(*query.from) : qint64(0));
        find.bind("at"_L1, after ? toUnixMillis(after->at) : until);
        find.bind("id"_L1, after ? after->id.value : qint64(0)).bind("limit"_L1, limit);
        return rowsOf(find);
    });
}

Result<std::vector<CallListRow>> SqlCallsReader::callsWith(ConversationId conversation, const CallsQuery &query,
                                                           std::optional<CallKey> last, int limit)
{
    return m_db.read([&] {
        SqlStatement find(*m_db, conversationStatement(query.filter));
        const UtcTime from = std::max(query.from.value_or(UtcTime()), last ? last->at : UtcTime());
        find.bind("conversation"_L1, conversation).bind("from"_L1, from);
        find.bind("id"_L1, last && last->at == from ? last->id.value : qint64(0));
        find.bind("until"_L1, query.until ? toUnixMillis(*query.until) : endOfTime).bind("limit"_L1, limit);
        return rowsOf(find);
    });
}

} // namespace textback
