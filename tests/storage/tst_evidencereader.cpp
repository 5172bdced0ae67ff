// SPDX-License-Identifier: MIT
#include "domain/ports/consentstore.h"
#include "domain/ports/inboxstore.h"
#include "storage/samples.h"
#include "storage/sqlconnection.h"
#include "storage/sqlevidencereader.h"
#include "support/temporarystore.h"
#include "support/virtualtime.h"

#include <QDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace textback;
using namespace textback::test;

/// What proves each send (rules.md C18): kept as it happens, and read again for one number.
class TestEvidenceReader : public QObject {
    Q_OBJECT

private slots:
    void init();
    void c18EverythingAboutANumber();
    void c18EveryDeliveryStatusWithItsTime();
    void c18ReportsThatCameBeforeTheAnswer();
    void c18ALaterWordLeavesTheInputs();
    void c18RulesAreKeptOnce();
    void c18AnUnknownNumberHasNothing();
    void c18ReadsBesideTheWriter();
    void c18AnotherVersionsDatabase();
    void c18NoDatabase();
    void notesOfBothKinds();

private:
    SqlStore &store() { return m_store->store(); }
    Evidence evidence(const PhoneNumber &number = caller()) { return SqlEvidenceReader(m_store->databaseFile()).evidence(number).value(); }
    CallId missedCall(const QString &id, int begin);
    MessageId queuedText(CallId call, OutboxId *item);
    QStringList delivery(MessageId message);

    std::unique_ptr<VirtualTime> m_time;
    std::unique_ptr<TemporaryStore> m_store;
    AccountId m_account;
    ConversationId m_conversation;
};

void TestEvidenceReader::init()
{
    m_time = std::make_unique<VirtualTime>();
    m_store = std::make_unique<TemporaryStore>(*m_time);
    m_account = store().openAccount(u"twilio"_s, u"AC1"_s)->id;
    m_conversation = store().ensureConversation(party(caller())).value();
}

void TestEvidenceReader::notesOfBothKinds()
{
    QVERIFY(store().inbox().saveThreadNote(m_conversation, {{}, at(20), u"Called twice"_s}));
    QVERIFY(store().inbox().saveNotes(m_conversation, u"Gate 4411"_s, at(10)));
    const ConversationId other = store().ensureConversation(party(caller(177))).value();
    QVERIFY(store().inbox().saveThreadNote(other, {{}, at(5), u"Somebody else's"_s}));
    QCOMPARE(evidence().notes, (std::vector<EvidenceNote>{{at(10), u"Gate 4411"_s, false}, {at(20), u"Called twice"_s, true}}));
}

CallId TestEvidenceReader::missedCall(const QString &id, int begin)
{
    const CallId call = store().upsertLegs(m_account, {rootLeg(id, caller(), begin), childLeg(id + u"-a"_s, id, begin)}).value().at(0);
    if (!store().recordVerdict(call, missedVerdict(begin + 25)) || !store().attachCall(call, m_conversation))
        qFatal("no call");
    return call;
}

MessageId TestEvidenceReader::queuedText(CallId call, OutboxId *item)
{
    Message message = outgoing(m_conversation, m_account, MessageOrigin::Automatic, u"Sorry"_s, 27);
    message.call = call;
    message.id = store().addMessage(message).value();
    *item = store().enqueue(itemFor(message, caller(), OutboxPurpose::TextBack, call), 24h).value().value();
    return message.id;
}

/// "queued 0" ...: each status with the seconds since the beginning.
QStringList TestEvidenceReader::delivery(MessageId message)
{
    QStringList steps;
    const Evidence known = evidence();
    for (const EvidenceText &text : known.texts) {
        if (text.message.id != message)
            continue;
        for (const EvidenceDelivery &step : text.delivery)
            steps.append(u"%1 %2 %3"_s.arg(toString(step.status)).arg((step.at - sampleStart) / 1s).arg(step.errorCode).trimmed());
    }
    return steps;
}

void TestEvidenceReader::c18EverythingAboutANumber()
{
    QVERIFY(store().inbox().renameContact(m_conversation, u"Maria"_s));
    const CallId call = missedCall(u"CA1"_s, 0);
    OutboxId item;
    queuedText(call, &item);
    Decision decision = Decision::send(SendRule::Open, at(29));
    decision.decidedAt = at(27);
    decision.ruleVersion = u"r1"_s;
    decision.inputs = uR"({"optedOut":false})"_s;
    QVERIFY(store().recordDecision(call, decision));
    QVERIFY(store().keepRules(u"r1"_s, "{\"rules\":{}}", at(-100)));
    QVERIFY(store().keepRules(u"r2"_s, "{}", at(-50)));
    store().beginAttempt(item, at(29), uR"({"optedOut":false,"now":1})"_s).value();
    QVERIFY(store().changeItem(item, accepted(u"SM1"_s)));
    QVERIFY(store().consent().recordDoubt({caller(), at(40), u"stop"_s, u"can you stop by"_s}));
    store().addMessage(incoming(m_conversation, m_account, u"STOP"_s, 50)).value();
    QVERIFY(store().consent().recordConsent({caller(), true, at(50), u"text"_s, u"STOP"_s}));
    // Others are others.
    const ConversationId other = store().ensureConversation(party(caller(1))).value();
    store().addMessage(incoming(other, m_account, u"hello"_s, 60)).value();
    QVERIFY(store().consent().recordConsent({caller(1), true, at(60), u"text"_s, u"STOP"_s}));

    const Evidence known = evidence();
    QCOMPARE(known.number, caller());
    QCOMPARE(known.name, u"Maria"_s);
    QVERIFY(known.optedOut);
    QCOMPARE(known.calls.size(), size_t(1));
    QCOMPARE(known.calls[0].legs.size(), size_t(2));
    QVERIFY(known.calls[0].legs[0] == rootLeg(u"CA1"_s, caller(), 0));
    QVERIFY(known.calls[0].settled && known.calls[0].missed && known.calls[0].disposition == Disposition::NoAnswer);
    QVERIFY(known.calls[0].decision == decision);
    QCOMPARE(known.texts.size(), size_t(2));
    QCOMPARE(known.texts[0].message.body, u"Sorry"_s);
    QCOMPARE(known.texts[0].sendings.size(), size_t(1));
    const EvidenceSending &sending = known.texts[0].sendings[0];
    QCOMPARE(sending.item.providerMessageId, u"SM1"_s);
    QCOMPARE(sending.item.ruleVersion, u"r1"_s);
    QCOMPARE(sending.attempts.size(), size_t(2));
    QCOMPARE(sending.attempts[0].event, u"inflight"_s);
    QCOMPARE(sending.attempts[0].at, at(29));
    QCOMPARE(sending.attempts[0].inputs, uR"({"optedOut":false,"now":1})"_s);
    QCOMPARE(sending.attempts[1].event, u"accepted"_s);
    QCOMPARE(known.texts[1].message.body, u"STOP"_s);
    QVERIFY(known.texts[1].sendings.empty() && known.texts[1].delivery.empty());
    QCOMPARE(known.consents.size(), size_t(1));
    QVERIFY(known.consents[0] == (EvidenceConsent{at(50), true, u"text"_s, u"STOP"_s}));
    QCOMPARE(known.doubts.size(), size_t(1));
    QCOMPARE(known.doubts[0].text, u"can you stop by"_s);
    QCOMPARE(known.doubts[0].answer, u"opted-out"_s);
    QCOMPARE(known.doubts[0].answeredAt, std::optional(at(0))); // by this PC's clock, which stands
    // The rules that were used, and no others.
    QCOMPARE(known.rules.size(), size_t(1));
    QVERIFY(known.rules[0] == (EvidenceRules{u"r1"_s, at(-100), "{\"rules\":{}}"}));
}

void TestEvidenceReader::c18EveryDeliveryStatusWithItsTime()
{
    OutboxId item;
    const MessageId message = queuedText(missedCall(u"CA1"_s, 0), &item);
    m_time->advance(10s);
    store().beginAttempt(item, at(29)).value();
    m_time->advance(1s);
    QVERIFY(store().changeItem(item, accepted(u"SM1"_s)));
    m_time->advance(5s);
    QVERIFY(store().reportDelivery(message, {DeliveryStatus::Undelivered, u"30007"_s, u"filtered"_s}).value());
    m_time->advance(5s);
    // What changes nothing is no state.
    QVERIFY(!store().reportDelivery(message, {DeliveryStatus::Sent}).value());
    QCOMPARE(delivery(message), (QStringList{u"queued 0"_s, u"sending 10"_s, u"sent 11"_s, u"undelivered 16 30007"_s}));
}

/// The message list may tell of our text before the provider's answer to the send is known: what it said is about the same text.
void TestEvidenceReader::c18ReportsThatCameBeforeTheAnswer()
{
    OutboxId item;
    const MessageId message = queuedText(missedCall(u"CA1"_s, 0), &item);
    m_time->advance(1s);
    store().beginAttempt(item, at(29)).value();
    m_time->advance(1s);
    Message twin = outgoing(m_conversation, m_account, MessageOrigin::Elsewhere, u"Sorry"_s, 30);
    twin.status = DeliveryStatus::Sent;
    twin.providerMessageId = u"SM1"_s;
    const MessageId seen = store().addMessage(twin).value();
    m_time->advance(1s);
    QVERIFY(store().reportDelivery(seen, {DeliveryStatus::Delivered}).value());
    m_time->advance(1s);
    QVERIFY(store().changeItem(item, accepted(u"SM1"_s)));
    QCOMPARE(delivery(message), (QStringList{u"queued 0"_s, u"sending 1"_s, u"sent 2"_s, u"delivered 3"_s, u"delivered 4"_s}));
    QCOMPARE(evidence().texts.size(), size_t(1));
    // A message that goes takes its own log along.
    const MessageId gone = store().addMessage(outgoing(m_conversation, m_account, MessageOrigin::Automatic, u"x"_s, 60)).value();
    QVERIFY(store().removeMessage(gone));
    QCOMPARE(evidence().texts.size(), size_t(1));
}

void TestEvidenceReader::c18ALaterWordLeavesTheInputs()
{
    const CallId call = missedCall(u"CA1"_s, 0);
    Decision first = Decision::send(SendRule::Open, at(29));
    first.inputs = u"{\"a\":1}"_s;
    QVERIFY(store().recordDecision(call, first));
    Decision second = Decision::hold(SendRule::Open, DecisionReason::HeldQuietHours, at(60));
    second.inputs = u"{\"a\":2}"_s;
    QVERIFY(store().recordDecision(call, second));
    QCOMPARE(evidence().calls[0].decision->inputs, second.inputs);
    QVERIFY(store().recordDecision(call, Decision::skip(DecisionReason::OptedOut)));
    QVERIFY(evidence().calls[0].decision->reason == DecisionReason::OptedOut);
    QCOMPARE(evidence().calls[0].decision->inputs, second.inputs);
}

void TestEvidenceReader::c18RulesAreKeptOnce()
{
    QVERIFY(store().keepRules(u"r1"_s, "{\"a\":1}", at(1)));
    QVERIFY(store().keepRules(u"r1"_s, "{\"a\":2}", at(2)));
    OutboxId item;
    queuedText(missedCall(u"CA1"_s, 0), &item);
    QCOMPARE(evidence().rules.size(), size_t(1));
    QVERIFY(evidence().rules[0] == (EvidenceRules{u"r1"_s, at(1), "{\"a\":1}"}));
}

void TestEvidenceReader::c18AnUnknownNumberHasNothing()
{
    Evidence nothing;
    nothing.number = caller(9);
    QVERIFY(evidence(caller(9)) == nothing);
    QCOMPARE(SqlEvidenceReader(m_store->databaseFile()).homeRegion().value(), u"US"_s);
}

void TestEvidenceReader::c18ReadsBesideTheWriter()
{
    const auto done = store().transact([this]() -> Result<void> {
        store().addMessage(incoming(m_conversation, m_account, u"one"_s, 1)).value();
        const auto known = SqlEvidenceReader(m_store->databaseFile()).evidence(caller());
        return known && known->texts.empty() ? Result<void>() : tl::unexpected(Error());
    });
    QVERIFY(done);
    QCOMPARE(evidence().texts.size(), size_t(1));
}

void TestEvidenceReader::c18AnotherVersionsDatabase()
{
    const auto numbered = [this](int version) {
        const auto db = SqlConnection::open(m_store->databaseFile(), SqlConnection::Mode::ReadWrite, 0ms).value();
        db->execute(u"PRAGMA user_version = %1"_s.arg(version));
        SqlEvidenceReader reader(m_store->databaseFile());
        return reader.evidence(caller()).error().providerCode;
    };
    QCOMPARE(numbered(6), u"older-database"_s);
    QCOMPARE(numbered(9999), u"newer-than-app"_s);
}

void TestEvidenceReader::c18NoDatabase()
{
    QTemporaryDir folder;
    SqlEvidenceReader reader(folder.filePath(u"none.db"_s));
    QVERIFY(!reader.homeRegion() && !reader.evidence(caller()));
    QVERIFY(QDir(folder.path()).isEmpty());
}

QTEST_GUILESS_MAIN(TestEvidenceReader)
#include "tst_evidencereader.moc"
