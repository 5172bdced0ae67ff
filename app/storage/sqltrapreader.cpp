// SPDX-License-Identifier: MIT
#include "storage/sqltrapreader.h"

#include "domain/machinetext.h"
#include "storage/calllegrepository.h"
#include "storage/sqlstatement.h"

#include <algorithm>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace textback {

namespace {

constexpr int pageSize = 500;

struct Row {
    CallId id;
    PhoneNumber line;
    ConversationId conversation;
    UtcTime ended{};
    TrapCall call;
};

/// Calls behind one, the newest first. Rows come in about in the order of their times, so that the last month needs no index of its own.
std::vector<Row> page(SqlConnection &db, CallId before)
{
    std::vector<Row> rows;
    SqlStatement find(db, u"SELECT id, our_number, conversation, at, ended_at, inbound, settled, missed, answered, flow_failed FROM calls "
                          "WHERE id < :before ORDER BY id DESC LIMIT :limit"_s);
    find.bind("before"_L1, before.value).bind("limit"_L1, pageSize);
    while (find.next()) {
        Row row;
        row.id = find.id<CallId>(0);
        row.call.at = find.time(3);
        row.ended = find.optionalTime(4).value_or(row.call.at);
        if (find.flag(5) && find.flag(6)) {
            row.line = find.phone(1);
            row.conversation = find.id<ConversationId>(2);
            row.call.missed = find.flag(7);
            row.call.answered = find.flag(8);
            row.call.flowFailed = find.flag(9);
        }
        rows.push_back(row);
    }
    return rows;
}

/// Whether another program texted the caller of a missed call at once. What the PC that sent before this one wrote does not count.
bool isTextedElsewhere(SqlConnection &db, const Row &row)
{
    SqlStatement find(db, u"SELECT 1 FROM messages WHERE conversation = :id AND incoming = 0 AND origin = 'elsewhere' AND at >= :from "
                          "AND at <= :until AND at > (SELECT since FROM device_role WHERE id = 1) LIMIT 1"_s);
    find.bind("id"_L1, row.conversation).bind("from"_L1, row.call.at).bind("until"_L1, row.ended + machinetext::soonAfter);
    return find.next();
}

} // namespace

SqlTrapReader::SqlTrapReader(QString databaseFile)
    : m_db(std::move(databaseFile))
{
}

Result<std::vector<LineFacts>> SqlTrapReader::lines(UtcTime now)
{
    return m_db.read([&] {
        std::vector<LineFacts> lines;
        const auto factsOf = [&lines, now](const PhoneNumber &line) -> LineFacts & {
            const auto known = std::find_if(lines.begin(), lines.end(), [&line](const LineFacts &facts) { return facts.line() == line; });
            return known == lines.end() ? lines.emplace_back(line, now) : *known;
        };
        const CallLegRepository legs(*m_db);
        CallId before{std::numeric_limits<qint64>::max()};
        bool newEnough = true;
        while (newEnough && !m_db->failure()) {
            newEnough = false;
            for (Row &row : page(*m_db, before)) {
                before = row.id;
                if (now - row.call.at > LineFacts::histogramSpan)
                    continue;
                newEnough = true;
                if (row.line.isNull())
                    continue;
                for (StoredLeg &stored : legs.of(row.id)) {
                    if (stored.leg.parentCallId.isEmpty())
                        row.call.root = std::move(stored.leg);
                    else
                        row.call.legs.push_back(std::move(stored.leg));
                }
                if (row.call.missed && !row.conversation.isNull() && now - row.call.at <= LineFacts::weekSpan)
                    row.call.textedElsewhere = isTextedElsewhere(*m_db, row);
                factsOf(row.line).add(row.call);
            }
        }
        return lines;
    });
}

} // namespace textback
