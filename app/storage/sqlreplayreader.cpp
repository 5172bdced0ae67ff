// SPDX-License-Identifier: MIT
#include "storage/sqlreplayreader.h"

#include "storage/accountrepository.h"
#include "storage/calllegrepository.h"
#include "storage/callrepository.h"
#include "storage/sqlstatement.h"
#include "storage/storagenames.h"

#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace textback {

namespace {

constexpr Millis capabilityKept = std::chrono::hours(24 * 90); // as long as it is remembered (rules.md C31)

template <typename AnyId>
qint64 orLast(AnyId before)
{
    return before.isNull() ? std::numeric_limits<qint64>::max() : before.value;
}

std::vector<ReplayAccount> accountsIn(SqlConnection &db)
{
    std::vector<ReplayAccount> accounts;
    SqlStatement find(db, u"SELECT id, watching_since FROM accounts WHERE id > 0 ORDER BY id"_s);
    while (find.next())
        accounts.push_back({find.id<AccountId>(0), find.optionalTime(1), {}});
    for (ReplayAccount &account : accounts)
        account.numbers = AccountRepository(db).numbers(account.id);
    return accounts;
}

/// The text in a row whose columns from `first` on are id, call, to_number, purpose, state, why, rule, body, segments, queued_at, inflight_at.
ReplayText textOf(const SqlStatement &row, int first)
{
    ReplayText text;
    text.id = row.id<OutboxId>(first);
    text.call = row.id<CallId>(first + 1);
    text.to = row.phone(first + 2);
    text.purpose = row.named(first + 3, outboxPurposeFromString).value_or(OutboxPurpose::Manual);
    text.state = row.named(first + 4, outboxStateFromString).value_or(OutboxState::Failed);
    text.why = row.named(first + 5, decisionReasonFromString);
    text.rule = row.named(first + 6, sendRuleFromString);
    text.body = row.text(first + 7);
    text.segments = row.number(first + 8);
    text.queuedAt = row.time(first + 9);
    text.leftAt = row.optionalTime(first + 10);
    return text;
}

ReplayCall callOf(const SqlStatement &row)
{
    ReplayCall call;
    call.record.id = row.id<CallId>(0);
    call.record.account = row.id<AccountId>(1);
    call.address = row.text(2);
    call.line = row.phone(3);
    call.at = row.time(4);
    call.settled = row.flag(6);
    call.answered = row.flag(8);
    CallVerdict &verdict = call.verdict;
    verdict.endedAt = row.optionalTime(5).value_or(call.at);
    verdict.missed = row.flag(7);
    verdict.disposition = row.named(9, dispositionFromString).value_or(Disposition::NoAnswer);
    verdict.notMissedBecause = row.named(10, decisionReasonFromString);
    verdict.flowFailed = row.flag(11);
    verdict.rang = row.span(12);
    verdict.talked = row.span(13);
    if (!row.isNull(14))
        call.record.details = CallDetails{row.number(14), {}, row.span(15), row.flag(16)};
    call.decision = decisionOf(row, 17);
    if (!row.isNull(23))
        call.text = textOf(row, 23);
    return call;
}

} // namespace

SqlReplayReader::SqlReplayReader(QString databaseFile)
    : m_db(std::move(databaseFile))
{
}

Result<ReplayBasis> SqlReplayReader::basis()
{
    std::optional<Error> noSettings;
    Result<ReplayBasis> basis = m_db.read([&] {
        ReplayBasis rows;
        if (const Result<Settings> settings = AccountRepository(*m_db).settings())
            rows.settings = *settings;
        else
            noSettings = settings.error();
        rows.accounts = accountsIn(*m_db);
        SqlStatement consents(*m_db, u"SELECT number, at, opted_out FROM consent_log WHERE id > 0 ORDER BY id"_s);
        while (consents.next())
            rows.consents.push_back({consents.phone(0), consents.time(1), consents.flag(2)});
        SqlStatement doubts(*m_db, u"SELECT number, at, answered_at FROM optout_doubts WHERE id > 0 ORDER BY id"_s);
        while (doubts.next())
            rows.doubts.push_back({doubts.phone(0), doubts.time(1), doubts.optionalTime(2)});
        SqlStatement capabilities(*m_db, u"SELECT number, capability, until FROM number_capabilities WHERE number > ''"_s);
        while (capabilities.next()) {
            const UtcTime until = capabilities.time(2);
            if (const auto capability = capabilities.named(1, storage::numberCapabilityFromString))
                rows.capabilities.push_back({capabilities.phone(0), *capability, until - capabilityKept, until});
        }
        SqlStatement names(*m_db, u"SELECT address, contact_name FROM conversations WHERE id > 0 AND contact_name <> ''"_s);
        while (names.next())
            rows.names.insert(names.text(0), names.text(1));
        return rows;
    });
    if (noSettings)
        return tl::unexpected(*noSettings);
    return basis;
}

Result<std::vector<ReplayCall>> SqlReplayReader::calls(CallId before, int limit)
{
    return m_db.read([&] {
        std::vector<ReplayCall> rows;
        const CallLegRepository legs(*m_db);
        SqlStatement find(*m_db, u"SELECT c.id, c.account, c.party, c.our_number, c.at, c.ended_at, c.settled, c.missed, c.answered, "
                                 "c.disposition, c.not_missed_because, c.flow_failed, c.rang, c.talked, c.recordings, c.recording_length, "
                                 "c.details_flow_failed, d.verdict, d.rule, d.reason, d.decided_at, d.not_before, d.rule_version, "
                                 "o.id, o.call, o.to_number, o.purpose, o.state, o.why, m.rule, o.body, o.segments, o.queued_at, "
                                 "ifnull(o.inflight_at, o.ended_at) "
                                 "FROM calls c LEFT JOIN decisions d ON d.call = c.id "
                                 "LEFT JOIN outbox o ON o.id = (SELECT max(id) FROM outbox WHERE call = c.id "
                                 "AND purpose IN ('text-back', 'second-call')) "
                                 "LEFT JOIN messages m ON m.id = o.message "
                                 "WHERE c.id < :before AND c.final = 1 ORDER BY c.id DESC LIMIT :limit"_s);
        find.bind("before"_L1, orLast(before)).bind("limit"_L1, limit);
        while (find.next()) {
            ReplayCall call = callOf(find);
            for (StoredLeg &stored : legs.of(call.record.id)) {
                if (stored.leg.parentCallId.isEmpty())
                    call.record.root = std::move(stored.leg);
                else
                    call.record.legs.push_back(std::move(stored.leg));
            }
            rows.push_back(std::move(call));
        }
        return rows;
    });
}

Result<std::vector<ReplayText>> SqlReplayReader::texts(OutboxId before, int limit)
{
    return m_db.read([&] {
        std::vector<ReplayText> rows;
        SqlStatement find(*m_db,
                          u"SELECT o.id, o.call, o.to_number, o.purpose, o.state, o.why, m.rule, o.body, o.segments, o.queued_at, "
                          "ifnull(o.ended_at, o.inflight_at) FROM outbox o LEFT JOIN messages m ON m.id = o.message "
                          "WHERE o.id < :before AND o.purpose NOT IN ('text-back', 'second-call') ORDER BY o.id DESC LIMIT :limit"_s);
        find.bind("before"_L1, orLast(before)).bind("limit"_L1, limit);
        while (find.next())
            rows.push_back(textOf(find, 0));
        return rows;
    });
}

Result<std::vector<ReplayMessage>> SqlReplayReader::messages(MessageId before, int limit)
{
    return m_db.read([&] {
        std::vector<ReplayMessage> rows;
        SqlStatement find(*m_db, u"SELECT m.id, v.address, m.at, m.origin, m.imported, m.body FROM messages m "
                                 "JOIN conversations v ON v.id = m.conversation WHERE m.id < :before AND m.incoming = 0 "
                                 "AND m.origin IN ('person', 'elsewhere') ORDER BY m.id DESC LIMIT :limit"_s);
        find.bind("before"_L1, orLast(before)).bind("limit"_L1, limit);
        while (find.next()) {
            ReplayMessage message;
            message.id = find.id<MessageId>(0);
            message.address = find.text(1);
            message.at = find.time(2);
            message.elsewhere = find.text(3) == "elsewhere"_L1;
            message.imported = find.flag(4);
            message.body = find.text(5);
            rows.push_back(std::move(message));
        }
        return rows;
    });
}

} // namespace textback
