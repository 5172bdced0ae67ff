// SPDX-License-Identifier: MIT
#include "storage/sqlalertstore.h"

#include "domain/machinetext.h"
#include "storage/sqlstatement.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace textback {

namespace {

QString alertColumns()
{
    return u"id, conversation, kind, evidence, words, since, raised_at, told_at, level, climbs_at, taken_at, taken_by"_s;
}

Alert alertOf(const SqlStatement &row)
{
    Alert alert;
    alert.id = row.id<AlertId>(0);
    alert.conversation = row.id<ConversationId>(1);
    alert.kind = row.named(2, alertKindFromString).value_or(AlertKind::Waiting);
    alert.evidence = row.text(3);
    alert.words = row.text(4);
    alert.since = row.time(5);
    alert.raisedAt = row.time(6);
    alert.toldAt = row.time(7);
    alert.level = row.number(8);
    alert.climbsAt = row.optionalTime(9);
    alert.takenAt = row.optionalTime(10);
    alert.takenBy = row.text(11);
    return alert;
}

QString caseColumns()
{
    return u"id, tag, conversation, opened_at, used_at, closed_at"_s;
}

DutyCase caseOf(const SqlStatement &row)
{
    DutyCase dutyCase;
    dutyCase.id = row.id<DutyCaseId>(0);
    dutyCase.tag = row.number(1);
    dutyCase.conversation = row.id<ConversationId>(2);
    dutyCase.openedAt = row.time(3);
    dutyCase.usedAt = row.time(4);
    dutyCase.closedAt = row.optionalTime(5);
    return dutyCase;
}

std::vector<WaitingCustomer> customersOf(SqlStatement &find)
{
    std::vector<WaitingCustomer> customers;
    while (find.next())
        customers.push_back({find.id<ConversationId>(0), find.time(1), find.time(2), find.text(3)});
    return customers;
}

std::optional<DutyText> textOf(SqlStatement &find)
{
    if (!find.next())
        return std::nullopt;
    return DutyText{find.id<MessageId>(0), find.id<DutyCaseId>(1), find.phone(2), find.time(3)};
}

} // namespace

SqlAlertStore::SqlAlertStore(SqlConnection &connection, Transact transact)
    : StorePart(connection, std::move(transact))
{
}

Result<std::optional<Alert>> SqlAlertStore::openAlert(ConversationId conversation)
{
    return read([&] {
        SqlStatement find(m_db, u"SELECT %1 FROM alerts WHERE conversation = :conversation AND taken_at IS NULL"_s.arg(alertColumns()));
        return find.bind("conversation"_L1, conversation).next() ? std::optional(alertOf(find)) : std::nullopt;
    });
}

Result<bool> SqlAlertStore::alertTakenSince(ConversationId conversation, UtcTime since)
{
    return read([&] {
        SqlStatement find(m_db, u"SELECT 1 FROM alerts WHERE conversation = :conversation AND taken_at > :since LIMIT 1"_s);
        return find.bind("conversation"_L1, conversation).bind("since"_L1, since).next();
    });
}

Result<Alert> SqlAlertStore::writeAlert(const Alert &given, AlertStep step)
{
    Alert alert = given;
    const auto written = write([&] {
        SqlStatement save(m_db,
                          alert.id.isNull()
                              ? u"INSERT INTO alerts (conversation, kind, evidence, words, since, raised_at, told_at, level, climbs_at, "
                                "taken_at, taken_by) VALUES (:conversation, :kind, :evidence, :words, :since, :raisedAt, :toldAt, "
                                ":level, :climbsAt, :takenAt, :takenBy)"_s
                              : u"UPDATE alerts SET conversation = :conversation, kind = :kind, evidence = :evidence, words = :words, "
                                "since = :since, raised_at = :raisedAt, told_at = :toldAt, level = :level, climbs_at = :climbsAt, "
                                "taken_at = :takenAt, taken_by = :takenBy WHERE id = :id"_s);
        save.bind("conversation"_L1, alert.conversation).bind("kind"_L1, toString(alert.kind)).bind("evidence"_L1, alert.evidence);
        save.bind("words"_L1, alert.words).bind("since"_L1, alert.since).bind("raisedAt"_L1, alert.raisedAt);
        save.bind("toldAt"_L1, alert.toldAt).bind("level"_L1, alert.level).bind("climbsAt"_L1, alert.climbsAt);
        save.bind("takenAt"_L1, alert.takenAt).bind("takenBy"_L1, alert.takenBy);
        if (!alert.id.isNull())
            save.bind("id"_L1, alert.id);
        save.exec();
        if (alert.id.isNull())
            alert.id = AlertId{m_db.lastInsertId()};
        const bool taken = step == AlertStep::Taken;
        SqlStatement log(m_db, u"INSERT INTO alert_log (alert, at, step, kind, level, note) "
                               "VALUES (:alert, :at, :step, :kind, :level, :note)"_s);
        log.bind("alert"_L1, alert.id).bind("at"_L1, taken ? alert.takenAt.value_or(alert.toldAt) : alert.toldAt);
        log.bind("step"_L1, toString(step)).bind("kind"_L1, toString(alert.kind)).bind("level"_L1, alert.level);
        log.bind("note"_L1, taken ? alert.takenBy : alert.evidence).exec();
        SqlStatement show(
            m_db, u"UPDATE conversation_summaries SET alert = :alert, alert_evidence = :evidence WHERE conversation = :conversation"_s);
        show.bind("alert"_L1, alert.isOpen() ? toString(alert.kind) : QString());
        show.bind("evidence"_L1, alert.isOpen() ? alert.evidence : QString()).bind("conversation"_L1, alert.conversation).exec();
    });
    return written ? Result<Alert>(alert) : tl::unexpected(written.error());
}

Result<std::vector<Alert>> SqlAlertStore::climbingAlerts(UtcTime now)
{
    return read([&] {
        SqlStatement find(
            m_db, u"SELECT %1 FROM alerts WHERE climbs_at IS NOT NULL AND climbs_at <= :now ORDER BY climbs_at, id"_s.arg(alertColumns()));
        find.bind("now"_L1, now);
        std::vector<Alert> alerts;
        while (find.next())
            alerts.push_back(alertOf(find));
        return alerts;
    });
}

Result<std::optional<UtcTime>> SqlAlertStore::nextAlertDue()
{
    return read([&]() -> std::optional<UtcTime> {
        std::optional<UtcTime> next;
        for (const QString &question :
             {u"SELECT min(climbs_at) FROM alerts WHERE climbs_at IS NOT NULL"_s, u"SELECT min(due) FROM waiting_customers"_s}) {
            SqlStatement find(m_db, question);
            const std::optional<UtcTime> due = find.next() ? find.optionalTime(0) : std::nullopt;
            if (due && (!next || *due < *next))
                next = due;
        }
        return next;
    });
}

Result<int> SqlAlertStore::missedCalls(ConversationId conversation, UtcTime since, CallId except)
{
    return read([&] {
        SqlStatement find(m_db, u"SELECT count(*) FROM calls WHERE conversation = :conversation AND missed = 1 AND inbound = 1 "
                                "AND at >= :began AND coalesce(ended_at, at) >= :since AND id <> :except"_s);
        find.bind("conversation"_L1, conversation).bind("began"_L1, since - machinetext::longestRing).bind("since"_L1, since);
        return find.bind("except"_L1, except.value).next() ? find.number(0) : 0;
    });
}

Result<void> SqlAlertStore::startWaiting(const WaitingCustomer &customer)
{
    return write([&] {
        SqlStatement add(m_db,
                         u"INSERT INTO waiting_customers (conversation, since, due, words) VALUES (:conversation, :since, :due, :words) "
                         "ON CONFLICT DO UPDATE SET words = excluded.words WHERE words = ''"_s);
        add.bind("conversation"_L1, customer.conversation).bind("since"_L1, customer.since).bind("due"_L1, customer.due);
        add.bind("words"_L1, customer.words).exec();
    });
}

Result<void> SqlAlertStore::endWaiting(ConversationId conversation, UtcTime at)
{
    return write([&] {
        SqlStatement end(m_db, u"DELETE FROM waiting_customers WHERE conversation = :conversation AND since <= :at"_s);
        end.bind("conversation"_L1, conversation).bind("at"_L1, at).exec();
    });
}

Result<std::optional<MessageId>> SqlAlertStore::wroteAfter(ConversationId conversation, UtcTime at)
{
    return read([&]() -> std::optional<MessageId> {
        SqlStatement find(
            m_db, u"SELECT id FROM messages WHERE conversation = :conversation AND incoming = 1 AND at > :at ORDER BY at LIMIT 1"_s);
        find.bind("conversation"_L1, conversation).bind("at"_L1, at);
        return find.next() ? std::optional(find.id<MessageId>(0)) : std::nullopt;
    });
}

Result<std::optional<UtcTime>> SqlAlertStore::waitingSince(ConversationId conversation)
{
    return read([&]() -> std::optional<UtcTime> {
        SqlStatement find(m_db, u"SELECT since FROM waiting_customers WHERE conversation = :conversation"_s);
        return find.bind("conversation"_L1, conversation).next() ? std::optional(find.time(0)) : std::nullopt;
    });
}

Result<std::vector<WaitingCustomer>> SqlAlertStore::waitingCustomers()
{
    return read([&] {
        SqlStatement find(m_db, u"SELECT conversation, since, due, words FROM waiting_customers ORDER BY due, conversation"_s);
        return customersOf(find);
    });
}

Result<std::vector<WaitingCustomer>> SqlAlertStore::overdueCustomers(UtcTime now)
{
    return read([&] {
        SqlStatement find(m_db,
                          u"SELECT conversation, since, due, words FROM waiting_customers WHERE due <= :now ORDER BY due, conversation"_s);
        find.bind("now"_L1, now);
        return customersOf(find);
    });
}

Result<void> SqlAlertStore::setWaitingDue(ConversationId conversation, UtcTime due)
{
    return write([&] {
        SqlStatement save(m_db, u"UPDATE waiting_customers SET due = :due WHERE conversation = :conversation"_s);
        save.bind("due"_L1, due).bind("conversation"_L1, conversation).exec();
    });
}

Result<std::optional<DutyCase>> SqlAlertStore::openCase(ConversationId conversation)
{
    return read([&] {
        SqlStatement find(m_db, u"SELECT %1 FROM duty_cases WHERE conversation = :conversation AND closed_at IS NULL"_s.arg(caseColumns()));
        return find.bind("conversation"_L1, conversation).next() ? std::optional(caseOf(find)) : std::nullopt;
    });
}

Result<std::optional<DutyCase>> SqlAlertStore::dutyCase(DutyCaseId id)
{
    return read([&] {
        SqlStatement find(m_db, u"SELECT %1 FROM duty_cases WHERE id = :id"_s.arg(caseColumns()));
        return find.bind("id"_L1, id).next() ? std::optional(caseOf(find)) : std::nullopt;
    });
}

Result<std::vector<DutyCase>> SqlAlertStore::openCases()
{
    return read([&] {
        SqlStatement find(m_db, u"SELECT %1 FROM duty_cases WHERE closed_at IS NULL ORDER BY tag"_s.arg(caseColumns()));
        std::vector<DutyCase> cases;
        while (find.next())
            cases.push_back(caseOf(find));
        return cases;
    });
}

Result<int> SqlAlertStore::newestTag()
{
    return read([&] {
        SqlStatement find(m_db, u"SELECT tag FROM duty_cases ORDER BY id DESC LIMIT 1"_s);
        return find.next() ? find.number(0) : 0;
    });
}

Result<DutyCase> SqlAlertStore::saveCase(const DutyCase &given)
{
    DutyCase dutyCase = given;
    const auto written = write([&] {
        SqlStatement save(m_db, dutyCase.id.isNull()
                                    ? u"INSERT INTO duty_cases (tag, conversation, opened_at, used_at, closed_at, calls_back) "
                                      "VALUES (:tag, :conversation, :openedAt, :usedAt, :closedAt, '')"_s
                                    : u"UPDATE duty_cases SET tag = :tag, conversation = :conversation, opened_at = :openedAt, "
                                      "used_at = :usedAt, closed_at = :closedAt WHERE id = :id"_s);
        save.bind("tag"_L1, dutyCase.tag).bind("conversation"_L1, dutyCase.conversation).bind("openedAt"_L1, dutyCase.openedAt);
        save.bind("usedAt"_L1, dutyCase.usedAt).bind("closedAt"_L1, dutyCase.closedAt);
        if (!dutyCase.id.isNull())
            save.bind("id"_L1, dutyCase.id);
        save.exec();
        if (dutyCase.id.isNull())
            dutyCase.id = DutyCaseId{m_db.lastInsertId()};
    });
    return written ? Result<DutyCase>(dutyCase) : tl::unexpected(written.error());
}

Result<void> SqlAlertStore::closeIdleCases(UtcTime since, UtcTime now)
{
    return write([&] {
        SqlStatement close(m_db, u"UPDATE duty_cases SET closed_at = :now WHERE closed_at IS NULL AND used_at < :since "
                                 "AND NOT EXISTS (SELECT 1 FROM alerts a WHERE a.conversation = duty_cases.conversation "
                                 "AND a.taken_at IS NULL)"_s);
        close.bind("now"_L1, now).bind("since"_L1, since).exec();
    });
}

Result<void> SqlAlertStore::noteDutyText(const DutyText &text)
{
    return write([&] {
        SqlStatement add(m_db, u"INSERT INTO duty_texts (message, duty_case, staff, at) VALUES (:message, :case, :staff, :at)"_s);
        add.bind("message"_L1, text.message).bind("case"_L1, text.dutyCase).bind("staff"_L1, text.staff).bind("at"_L1, text.at).exec();
    });
}

Result<std::optional<DutyText>> SqlAlertStore::dutyText(MessageId message)
{
    return read([&] {
        SqlStatement find(m_db, u"SELECT message, duty_case, staff, at FROM duty_texts WHERE message = :message"_s);
        find.bind("message"_L1, message);
        return textOf(find);
    });
}

Result<std::optional<DutyText>> SqlAlertStore::newestDutyText(DutyCaseId dutyCase, const PhoneNumber &staff)
{
    return read([&] {
        SqlStatement find(m_db, u"SELECT t.message, t.duty_case, t.staff, t.at FROM duty_texts t JOIN outbox o ON o.message = t.message "
                                "WHERE t.duty_case = :case AND t.staff = :staff AND o.purpose = 'staff-alert' "
                                "AND o.state NOT IN ('failed', 'skipped') ORDER BY t.at DESC LIMIT 1"_s);
        find.bind("case"_L1, dutyCase).bind("staff"_L1, staff);
        return textOf(find);
    });
}

Result<std::vector<OutboxId>> SqlAlertStore::waitingDutyTexts(DutyCaseId dutyCase)
{
    return read([&] {
        SqlStatement find(m_db, u"SELECT o.id FROM duty_texts t JOIN outbox o ON o.message = t.message WHERE t.duty_case = :case "
                                "AND o.purpose = 'staff-alert' AND o.state IN ('queued', 'held') ORDER BY o.id"_s);
        find.bind("case"_L1, dutyCase);
        std::vector<OutboxId> items;
        while (find.next())
            items.push_back(find.id<OutboxId>(0));
        return items;
    });
}

Result<int> SqlAlertStore::sameAnswers(const PhoneNumber &staff, const QString &body, UtcTime since)
{
    return read([&] {
        SqlStatement find(m_db, u"SELECT count(*) FROM outbox WHERE to_number = :staff AND purpose = 'staff-answer' AND body = :body "
                                "AND state NOT IN ('failed', 'skipped') AND queued_at >= :since"_s);
        find.bind("staff"_L1, staff).bind("body"_L1, body).bind("since"_L1, since);
        return find.next() ? find.number(0) : 0;
    });
}

Result<int> SqlAlertStore::textsToStaff(const PhoneNumber &staff, OutboxPurpose purpose, UtcTime since)
{
    return read([&] {
        SqlStatement find(m_db, u"SELECT count(*) FROM outbox WHERE to_number = :staff AND purpose = :purpose "
                                "AND state NOT IN ('failed', 'skipped') AND queued_at >= :since"_s);
        find.bind("staff"_L1, staff).bind("purpose"_L1, toString(purpose)).bind("since"_L1, since);
        return find.next() ? find.number(0) : 0;
    });
}

Result<DutyOff> SqlAlertStore::dutyOff()
{
    return read([&] {
        DutyOff off;
        SqlStatement find(m_db, u"SELECT staff, until FROM duty_off"_s);
        while (find.next())
            off.emplace(find.phone(0), find.time(1));
        return off;
    });
}

Result<void> SqlAlertStore::setDutyOff(const PhoneNumber &staff, UtcTime until)
{
    return write([&] {
        SqlStatement save(m_db, u"INSERT INTO duty_off (staff, until) VALUES (:staff, :until) ON CONFLICT DO UPDATE SET until = :until"_s);
        save.bind("staff"_L1, staff).bind("until"_L1, until).exec();
    });
}

} // namespace textback
