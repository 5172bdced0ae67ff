// SPDX-License-Identifier: MIT
#include "storage/sqlexportreader.h"

#include "storage/messagerepository.h"
#include "storage/sqlstatement.h"
#include "storage/storagenames.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace textback {

SqlExportReader::SqlExportReader(QString databaseFile)
    : m_db(std::move(databaseFile))
{
}

Result<std::vector<ExportedCall>> SqlExportReader::calls(CallId after, int limit)
{
    return m_db.read([&] {
        std::vector<ExportedCall> rows;
        SqlStatement find(*m_db, u"SELECT c.id, c.inbound, c.final, c.missed, c.disposition, c.at, c.ended_at, c.rang, c.talked, "
                                 "c.recordings, c.recording_length, c.our_number, c.party, v.contact_name, "
                                 "d.reason, o.state, o.why, o.after_call_end "
                                 "FROM calls c LEFT JOIN conversations v ON v.id = c.conversation "
                                 "LEFT JOIN decisions d ON d.call = c.id "
                                 "LEFT JOIN outbox o ON o.id = (SELECT max(id) FROM outbox WHERE call = c.id "
                                 "AND purpose IN ('text-back', 'second-call')) "
                                 "WHERE c.id > :after ORDER BY c.id LIMIT :limit"_s);
        find.bind("after"_L1, after.value).bind("limit"_L1, limit);
        while (find.next()) {
            ExportedCall row;
            CallCard &card = row.card;
            card.id = find.id<CallId>(0);
            card.direction = find.flag(1) ? CallDirection::Inbound : CallDirection::Outbound;
            card.open = !find.flag(2);
            card.missed = find.flag(3);
            card.disposition = find.named(4, dispositionFromString).value_or(Disposition::NoAnswer);
            card.at = find.time(5);
            card.endedAt = find.optionalTime(6).value_or(UtcTime());
            card.rang = find.span(7);
            card.talked = find.span(8);
            card.recordings = find.number(9);
            card.recordingLength = find.span(10);
            card.line = find.phone(11);
            row.address = find.text(12);
            row.name = find.text(13);
            row.text = find.named(15, outboxStateFromString);
            if (row.text == OutboxState::Skipped)
                card.skippedLater = find.named(16, decisionReasonFromString);
            else if (const auto reason = find.named(14, decisionReasonFromString); reason && !row.text)
                card.skippedLater = reason;
            if (row.text == OutboxState::Accepted)
                card.textedAfter = find.optionalSpan(17);
            rows.push_back(row);
        }
        return rows;
    });
}

Result<std::vector<ExportedText>> SqlExportReader::texts(MessageId after, int limit)
{
    return m_db.read([&] {
        std::vector<ExportedText> rows;
        SqlStatement find(*m_db, u"SELECT %1, v.address, v.contact_name FROM messages m JOIN conversations v ON v.id = m.conversation "
                                 "WHERE m.id > :after ORDER BY m.id LIMIT :limit"_s.arg(messageColumns(u"m."_s)));
        find.bind("after"_L1, after.value).bind("limit"_L1, limit);
        while (find.next())
            rows.push_back({messageOf(find), find.text(messageColumnCount), find.text(messageColumnCount + 1)});
        return rows;
    });
}

Result<std::vector<ExportedContact>> SqlExportReader::contacts(ConversationId after, int limit)
{
    return m_db.read([&] {
        std::vector<ExportedContact> rows;
        SqlStatement find(*m_db, u"SELECT v.id, v.address, v.contact_name, s.last_activity, s.opted_out FROM conversations v "
                                 "LEFT JOIN conversation_summaries s ON s.conversation = v.id "
                                 "WHERE v.id > :after ORDER BY v.id LIMIT :limit"_s);
        find.bind("after"_L1, after.value).bind("limit"_L1, limit);
        while (find.next())
            rows.push_back({find.id<ConversationId>(0), find.text(1), find.text(2), find.time(3), find.flag(4)});
        return rows;
    });
}

} // namespace textback
