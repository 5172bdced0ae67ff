// SPDX-License-Identifier: MIT
#include "domain/machinetext.h"
#include "storage/metricsqueries.h"
#include "storage/sqlstatement.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace textback::storage {

namespace {

constexpr Millis saidLater = std::chrono::days(30); // a person says what a text meant

using namespace machinetext; // as ForeignTextRepository tells a machine's text from a person's

SentFact sentOf(const SqlStatement &row)
{
    SentFact text;
    text.message = row.id<MessageId>(0);
    text.call = row.id<CallId>(1);
    text.conversation = row.id<ConversationId>(2);
    text.to = row.phone(3);
    text.purpose = row.named(4, outboxPurposeFromString).value_or(OutboxPurpose::Manual);
    text.rule = row.named(5, sendRuleFromString);
    text.accepted = row.flag(6);
    text.at = row.time(7);
    text.segments = row.number(8);
    text.delivery = row.named(9, deliveryStatusFromString).value_or(DeliveryStatus::Unknown);
    text.errorCode = row.text(10);
    return text;
}

/// Customers' texts.
void addCustomers(SqlConnection &db, UtcTime from, UtcTime until, std::vector<ExchangeFact> &exchange)
{
    const QSet<MessageId> optOuts = readOptOutTexts(db, from, until);
    SqlStatement find(db, u"SELECT m.id, m.conversation, m.at, v.number FROM messages m JOIN conversations v ON v.id = m.conversation "
                          "WHERE m.incoming = 1 AND m.at >= :from AND m.at < :until ORDER BY m.at"_s);
    find.bind("from"_L1, from).bind("until"_L1, until);
    while (find.next()) {
        const auto kind = optOuts.contains(find.id<MessageId>(0)) ? ExchangeFact::Kind::OptOut : ExchangeFact::Kind::Customer;
        exchange.push_back({find.id<ConversationId>(1), find.phone(3), kind, find.time(2)});
    }
}

/// Texts of people here that were not in vain.
void addPeople(SqlConnection &db, UtcTime from, UtcTime until, std::vector<ExchangeFact> &exchange)
{
    SqlStatement find(db, u"SELECT m.conversation, m.at FROM messages m WHERE m.incoming = 0 AND m.origin IN ('person', 'elsewhere') "
                          "AND m.at >= :from AND m.at < :until AND m.status NOT IN ('failed', 'undelivered', 'cancelled') "
                          "AND (m.origin = 'person' OR NOT (EXISTS (SELECT 1 FROM calls c WHERE c.conversation = m.conversation "
                          "AND c.missed = 1 AND c.at >= m.at - :soon - :ring AND c.at <= m.at AND c.ended_at >= m.at - :soon) "
                          "OR (EXISTS (SELECT 1 FROM calls c WHERE c.conversation = m.conversation "
                          "AND c.missed = 1 AND c.at >= m.at - :late - :ring AND c.at <= m.at AND c.ended_at >= m.at - :late) "
                          "AND EXISTS (SELECT 1 FROM messages s WHERE s.incoming = 0 AND s.origin = 'elsewhere' AND s.body = m.body "
                          "AND s.at >= m.at - :words AND s.at <= m.at AND s.conversation <> m.conversation)))) ORDER BY m.at"_s);
    find.bind("from"_L1, from).bind("until"_L1, until).bind("soon"_L1, soonAfter).bind("late"_L1, lateAfter);
    find.bind("ring"_L1, longestRing).bind("words"_L1, sameWordsSpan);
    while (find.next())
        exchange.push_back({find.id<ConversationId>(0), {}, ExchangeFact::Kind::Person, find.time(1)});
}

void addTalks(SqlConnection &db, UtcTime from, UtcTime until, std::vector<ExchangeFact> &exchange)
{
    SqlStatement find(db, u"SELECT c.conversation, c.at, max(c.talked, ifnull(l.duration, 0)), v.id FROM calls c "
                          "LEFT JOIN call_legs l ON c.inbound = 0 AND l.account = c.account AND l.provider_call_id = c.provider_call_id "
                          "LEFT JOIN conversations v ON v.address = c.party "
                          "WHERE c.at >= :from AND c.at < :until AND c.answered = 1 ORDER BY c.at"_s);
    find.bind("from"_L1, from).bind("until"_L1, until);
    while (find.next()) {
        if (find.span(2) >= shortestContact)
            exchange.push_back({find.id<ConversationId>(find.isNull(0) ? 3 : 0), {}, ExchangeFact::Kind::Talk, find.time(1)});
    }
}

} // namespace

QSet<MessageId> readOptOutTexts(SqlConnection &db, UtcTime from, UtcTime until)
{
    QSet<MessageId> texts;
    SqlStatement find(db, u"SELECT m.id FROM consent_log l JOIN conversations v ON v.address = l.number "
                          "JOIN messages m ON m.conversation = v.id AND m.at >= l.at - :later AND m.at <= l.at "
                          "WHERE l.at >= :from AND l.at < :end AND l.opted_out = 1 AND m.incoming = 1 "
                          "AND (m.at = l.at OR (l.evidence <> '' AND m.body = l.evidence))"_s);
    find.bind("later"_L1, saidLater).bind("from"_L1, from).bind("end"_L1, until + saidLater);
    while (find.next())
        texts.insert(find.id<MessageId>(0));
    return texts;
}

std::vector<ReplyFact> readReplies(SqlConnection &db, UtcTime from, UtcTime until)
{
    const QSet<MessageId> optOuts = readOptOutTexts(db, from, until);
    std::vector<ReplyFact> replies;
    SqlStatement find(db, u"SELECT id, conversation, at FROM messages WHERE incoming = 1 AND at >= :from AND at < :until ORDER BY at"_s);
    find.bind("from"_L1, from).bind("until"_L1, until);
    while (find.next()) {
        if (!optOuts.contains(find.id<MessageId>(0)))
            replies.push_back({find.id<ConversationId>(1), find.time(2)});
    }
    return replies;
}

SentHistory readSentHistory(SqlConnection &db, const MetricsQuery &query)
{
    const UtcTime from = query.window.from;
    const UtcTime until = query.window.until + optOutSpan;
    SentHistory history;
    SqlStatement find(db, u"SELECT o.message, o.call, o.conversation, o.to_number, o.purpose, m.rule, o.state = 'accepted', o.ended_at, "
                          "o.segments, m.status, m.error_code FROM outbox o JOIN messages m ON m.id = o.message "
                          "WHERE o.state IN ('accepted', 'failed') AND o.ended_at >= :from AND o.ended_at < :until ORDER BY o.ended_at"_s);
    find.bind("from"_L1, from).bind("until"_L1, until);
    while (find.next())
        history.texts.push_back(sentOf(find));
    history.replies = readReplies(db, from, query.window.until + followingSpan + Millis(1));
    SqlStatement outs(db, u"SELECT l.number, l.at FROM consent_log l WHERE l.at >= :from AND l.at < :until AND l.opted_out = 1 "
                          "AND (SELECT p.opted_out FROM consent_log p WHERE p.number = l.number AND (p.at, p.id) < (l.at, l.id) "
                          "ORDER BY p.at DESC, p.id DESC LIMIT 1) IS NOT 1 ORDER BY l.at"_s);
    outs.bind("from"_L1, from).bind("until"_L1, until + Millis(1));
    while (outs.next())
        history.optOuts.push_back({outs.phone(0), true, outs.time(1)});
    return history;
}

std::vector<ExchangeFact> readExchange(SqlConnection &db, const MetricsQuery &query)
{
    std::vector<ExchangeFact> exchange;
    const UtcTime from = query.window.from - givenUp;
    const UtcTime until = query.window.until + givenUp + Millis(1);
    // An opt-out after the window ends no wait within it that its 72 hours do not end.
    addCustomers(db, from, until, exchange);
    addPeople(db, from, until, exchange);
    addTalks(db, from, until, exchange);
    std::stable_sort(exchange.begin(), exchange.end(), [](const ExchangeFact &a, const ExchangeFact &b) { return a.at < b.at; });
    return exchange;
}

} // namespace textback::storage
