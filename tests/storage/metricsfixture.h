// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/consentstore.h"
#include "domain/ports/inboxstore.h"
#include "storage/samples.h"
#include "storage/sqlconnection.h"
#include "storage/sqlmetricsreader.h"
#include "support/temporarystore.h"
#include "support/virtualtime.h"

#include <QSet>

#include <memory>

namespace textback::test {

/// A history made by hand, through the store as the engine writes it, and a reader of its figures. The business is in Detroit; the window is the
/// week from Monday, 23 November 2026, 10:00 there (sampleStart) on, and everything is asked two weeks later. Times are seconds after sampleStart.
class MetricsFixture {
public:
    static constexpr int minute = 60;
    static constexpr int hour = 60 * minute;
    static constexpr int day = 24 * hour;

    MetricsFixture()
        : m_store(m_time)
        , m_account(m_store->openAccount(QStringLiteral("twilio"), QStringLiteral("AC1"))->id)
        , m_reader(m_store.databaseFile())
    {
        query.window = {at(0), at(7 * day)};
        query.asOf = at(14 * day);
        query.zone = QTimeZone("America/Detroit");
        query.ownNumbers = {ourLine()};
        query.fictionalNumbersCount = true; // the samples' callers are
    }

    MetricsQuery query;

    SqlStore &store() { return m_store.store(); }
    AccountId account() const { return m_account; }
    QString databaseFile() const { return m_store.databaseFile(); }
    SqlMetricsReader &reader() { return m_reader; }

    CallMetrics calls() { return m_reader.calls(query).value(); }
    CallerMetrics callers() { return m_reader.callers(query).value(); }
    SentMetrics sent() { return m_reader.sent(query).value(); }
    ResponseMetrics response() { return m_reader.response(query).value(); }
    std::vector<MetricsItem> list(MetricsList list, const MetricsFilter &filter = {}, const std::optional<MetricsItem> &after = {},
                                  int limit = 100)
    {
        return m_reader.list(list, filter, query, after, limit).value();
    }
    std::vector<CallId> callsIn(MetricsList which, const MetricsFilter &filter = {})
    {
        std::vector<CallId> ids;
        for (const MetricsItem &item : list(which, filter))
            ids.push_back(item.call);
        return ids;
    }

    ConversationId conversation(const PhoneNumber &number) { return store().ensureConversation(party(number)).value(); }

    /// A missed call of 25 seconds without a decision.
    CallId missed(const PhoneNumber &from, int begin, Disposition disposition = Disposition::NoAnswer)
    {
        CallVerdict verdict = missedVerdict(begin + 25);
        verdict.disposition = disposition;
        return inbound(from, begin, verdict);
    }

    /// The same, decided: a Send, or a Skip for a reason.
    CallId missed(const PhoneNumber &from, int begin, std::optional<DecisionReason> reason, const QString &version = QStringLiteral("r1"))
    {
        const CallId call = missed(from, begin);
        decide(call, reason, begin + 26, version);
        return call;
    }

    /// A missed call that was texted four seconds after its end.
    CallId texted(const PhoneNumber &from, int begin, DeliveryStatus delivery = DeliveryStatus::Delivered)
    {
        const CallId call = missed(from, begin, std::nullopt);
        text(from, call, OutboxPurpose::TextBack, begin + 29, delivery);
        return call;
    }

    void decide(CallId call, std::optional<DecisionReason> reason, int seconds, const QString &version = QStringLiteral("r1"))
    {
        Decision decision = reason ? Decision::skip(*reason) : Decision::send(SendRule::Open, at(seconds + 2));
        decision.decidedAt = at(seconds);
        decision.ruleVersion = version;
        need(store().recordDecision(call, decision));
    }

    CallId inbound(const PhoneNumber &from, int begin, const CallVerdict &verdict)
    {
        const CallId call = store().upsertLegs(m_account, {rootLeg(nextId(), from, begin)}).value().at(0);
        need(store().recordVerdict(call, verdict));
        need(store().attachCall(call, conversation(from)));
        return call;
    }

    CallId answered(const PhoneNumber &from, int begin, int talked)
    {
        CallVerdict verdict = answeredVerdict(begin + 10 + talked);
        verdict.talked = std::chrono::seconds(talked);
        return inbound(from, begin, verdict);
    }

    /// Our call to somebody: nobody judges those.
    CallId ourCall(const PhoneNumber &to, int begin, int talked)
    {
        CallLeg leg = rootLeg(nextId(), ourLine(), begin, talked > 0 ? LegStatus::Completed : LegStatus::NoAnswer, talked + 8);
        leg.direction = CallDirection::Outbound;
        leg.to = to.e164();
        if (talked > 0)
            leg.duration = std::chrono::seconds(talked);
        const CallId call = store().upsertLegs(m_account, {leg}).value().at(0);
        need(store().attachCall(call, conversation(to)));
        return call;
    }

    /// An automatic or a person's text that the provider took at `seconds` and reported on.
    MessageId text(const PhoneNumber &to, CallId call, OutboxPurpose purpose, int seconds, DeliveryStatus delivery,
                   SendRule rule = SendRule::Open, const QString &errorCode = QString(), const QString &body = QStringLiteral("Sorry"))
    {
        const OutboxItem item = queue(to, call, purpose, seconds, rule, body);
        OutboxChange change = accepted(nextId(), 4000);
        change.endedAt = at(seconds);
        need(store().beginAttempt(item.id, at(seconds)));
        need(store().changeItem(item.id, change));
        if (delivery != DeliveryStatus::Sent)
            need(store().reportDelivery(item.message, {delivery, errorCode}));
        return item.message;
    }

    OutboxItem queue(const PhoneNumber &to, CallId call, OutboxPurpose purpose, int seconds, SendRule rule = SendRule::Open,
                     const QString &body = QStringLiteral("Sorry"))
    {
        const bool person = purpose == OutboxPurpose::Manual;
        Message message = outgoing(conversation(to), m_account, person ? MessageOrigin::Person : MessageOrigin::Automatic, body, seconds);
        message.call = call;
        if (!person)
            message.rule = rule;
        message.id = store().addMessage(message).value();
        OutboxItem item = itemFor(message, to, purpose, call);
        item.id = store().enqueue(item, Millis(0)).value().value();
        return item;
    }

    MessageId says(const PhoneNumber &from, const QString &body, int seconds)
    {
        return store().addMessage(incoming(conversation(from), m_account, body, seconds)).value();
    }

    /// A text of a person that was typed here, or of somebody (or something) at another program.
    void writes(const PhoneNumber &to, MessageOrigin origin, int seconds, const QString &body = QStringLiteral("On our way"))
    {
        Message message = outgoing(conversation(to), m_account, origin, body, seconds);
        message.status = DeliveryStatus::Delivered;
        message.providerMessageId = nextId();
        need(store().addMessage(message));
    }

    void consent(const PhoneNumber &number, bool optedOut, int seconds, const QString &evidence = QStringLiteral("STOP"))
    {
        need(store().consent().recordConsent({number, optedOut, at(seconds), QStringLiteral("text"), evidence}));
    }

    /// A text that opts out, with what the engine notes of it.
    void stops(const PhoneNumber &from, int seconds)
    {
        says(from, QStringLiteral("STOP"), seconds);
        consent(from, true, seconds);
    }

    void job(const PhoneNumber &number, int seconds, bool dated, std::optional<qint64> cents = {}, bool done = false)
    {
        Job job;
        job.conversation = conversation(number);
        job.notedAt = at(seconds);
        if (dated)
            job.bookedFor = at(seconds + day);
        job.amountCents = cents;
        if (done)
            job.doneAt = at(seconds + 2 * day);
        need(store().inbox().addJob(job));
    }

    /// What the store has no word for.
    void sql(const QString &statement)
    {
        const auto connection = SqlConnection::open(databaseFile(), SqlConnection::Mode::ReadWrite, Millis(1000)).value();
        if (!connection->execute(statement))
            qFatal("no such statement");
    }

private:
    template <typename T>
    static void need(const Result<T> &result)
    {
        if (!result)
            qFatal("not stored: %s", qPrintable(result.error().detail));
    }

    QString nextId() { return QStringLiteral("ID%1").arg(++m_ids); }

    VirtualTime m_time;
    TemporaryStore m_store;
    AccountId m_account;
    SqlMetricsReader m_reader;
    int m_ids = 0;
};

} // namespace textback::test
