// SPDX-License-Identifier: MIT
#include "storage/metricsqueries.h"
#include "storage/sqlstatement.h"

#include "domain/hours/quiethours.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace textback::storage {

namespace {

/// Columns 15 to 21 of the SELECT in readCalls().
std::optional<AnswerFact> answerOf(const SqlStatement &row)
{
    const std::optional<OutboxState> state = row.named(15, outboxStateFromString);
    if (!state)
        return std::nullopt;
    AnswerFact text;
    text.state = *state;
    text.why = row.named(16, decisionReasonFromString);
    // What quiet hours held has a deadline that other texts never get.
    text.held = row.optionalSpan(17).value_or(Millis(0)) >= longestHold;
    text.acceptedAt = row.optionalTime(18);
    text.afterCallEnd = row.optionalSpan(19);
    text.delivery = row.named(20, deliveryStatusFromString).value_or(DeliveryStatus::Unknown);
    text.deliveredAt = row.optionalTime(21);
    return text;
}

CallFact callOf(const SqlStatement &row)
{
    CallFact call;
    call.id = row.id<CallId>(0);
    call.conversation = row.id<ConversationId>(1);
    call.number = row.phone(2);
    call.inbound = row.flag(3);
    call.settled = row.flag(4);
    call.missed = row.flag(5);
    call.answered = row.flag(6);
    call.disposition = row.named(7, dispositionFromString).value_or(Disposition::NoAnswer);
    call.notMissedBecause = row.named(8, decisionReasonFromString);
    call.at = row.time(9);
    call.endedAt = row.optionalTime(10).value_or(call.at);
    call.talked = row.span(11);
    call.verdict = row.named(12, verdictFromString);
    call.reason = row.named(13, decisionReasonFromString);
    call.ruleVersion = row.text(14);
    call.text = answerOf(row);
    call.optedOut = row.flag(22);
    return call;
}

std::vector<ConsentFact> readConsents(SqlConnection &db, UtcTime from, UtcTime until)
{
    std::vector<ConsentFact> consents;
    SqlStatement find(db, u"SELECT number, opted_out, at FROM consent_log WHERE at >= :from AND at < :until ORDER BY at, id"_s);
    find.bind("from"_L1, from).bind("until"_L1, until);
    while (find.next())
        consents.push_back({find.phone(0), find.flag(1), find.time(2)});
    return consents;
}

/// Jobs of the window's callers. One that followed a later missed call is that one's.
std::vector<JobFact> readJobs(SqlConnection &db, const MetricsWindow &window)
{
    std::vector<JobFact> jobs;
    SqlStatement find(db, u"SELECT j.id, j.conversation, j.noted_at, j.booked_for IS NOT NULL, j.amount_cents, j.done_at IS NOT NULL "
                          "FROM jobs j WHERE j.noted_at >= :from AND j.noted_at <= :end AND NOT EXISTS (SELECT 1 FROM calls c "
                          "WHERE c.conversation = j.conversation AND c.missed = 1 AND c.at >= :until AND c.at <= j.noted_at) "
                          "ORDER BY j.noted_at"_s);
    find.bind("from"_L1, window.from).bind("end"_L1, window.until + bookingSpan + followingSpan).bind("until"_L1, window.until);
    while (find.next()) {
        JobFact job;
        job.id = find.id<JobId>(0);
        job.conversation = find.id<ConversationId>(1);
        job.notedAt = find.time(2);
        job.dated = find.flag(3);
        if (!find.isNull(4))
            job.amountCents = find.integer(4);
        job.done = find.flag(5);
        jobs.push_back(job);
    }
    return jobs;
}

} // namespace

std::vector<CallFact> readCalls(SqlConnection &db, const MetricsQuery &query, Millis ahead)
{
    std::vector<CallFact> calls;
    // Nobody judges our own calls: how long they talked is in the log.
    SqlStatement find(db,
                      u"SELECT c.id, c.conversation, c.party, c.inbound, c.settled, c.missed, c.answered, c.disposition, "
                      "c.not_missed_because, c.at, c.ended_at, max(c.talked, ifnull(l.duration, 0)), d.verdict, d.reason, d.rule_version, "
                      "o.state, o.why, o.deadline - c.ended_at, o.ended_at, o.after_call_end, m.status, m.delivered_at, "
                      "(SELECT opted_out FROM consent_log WHERE number = c.party AND at < c.at ORDER BY at DESC, id DESC LIMIT 1) "
                      "FROM calls c LEFT JOIN decisions d ON d.call = c.id "
                      "LEFT JOIN call_legs l ON c.inbound = 0 AND l.account = c.account AND l.provider_call_id = c.provider_call_id "
                      "LEFT JOIN outbox o ON o.id = (SELECT max(id) FROM outbox WHERE call = c.id "
                      "AND purpose IN ('text-back', 'second-call')) "
                      "LEFT JOIN messages m ON m.id = o.message "
                      "WHERE c.at >= :from AND c.at < :until ORDER BY c.at, c.id"_s);
    find.bind("from"_L1, query.window.from).bind("until"_L1, query.window.until + ahead);
    while (find.next())
        calls.push_back(callOf(find));
    return calls;
}

CallHistory readCallHistory(SqlConnection &db, const MetricsQuery &query)
{
    const UtcTime from = query.window.from;
    const UtcTime until = query.window.until + lookAhead;
    return {readCalls(db, query, lookAhead), readReplies(db, from, until), readConsents(db, from, until), readJobs(db, query.window)};
}

} // namespace textback::storage
