// SPDX-License-Identifier: MIT
#include "domain/ports/consentstore.h"
#include "domain/ports/inboxstore.h"
#include "domain/replay/replay.h"
#include "storage/samples.h"
#include "storage/sqlconnection.h"
#include "storage/sqlreplayreader.h"
#include "support/temporarystore.h"
#include "support/virtualtime.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace textback;
using namespace textback::test;

/// What a replay reads of a hand-made history, while somebody else writes.
class TestSqlReplayReader : public QObject {
    Q_OBJECT

private slots:
    void init();
    void aCallWithEverything();
    void whatCallersSaidAndWhen();
    void textsThatAnswerNoCall();
    void peoplesTexts();
    void pagesByKey();
    void readTogetherAndReplayed();
    void noDatabaseIsAnError();
    void anotherVersionsDatabaseIsLeftAlone();

private:
    SqlStore &store() { return m_store->store(); }
    CallId missedCall(const QString &id, const PhoneNumber &from, int begin);
    void texted(CallId call, const PhoneNumber &to, int second, const QString &body);

    std::unique_ptr<VirtualTime> m_time;
    std::unique_ptr<TemporaryStore> m_store;
    std::unique_ptr<SqlReplayReader> m_reader;
    AccountId m_account;
};

void TestSqlReplayReader::init()
{
    m_time = std::make_unique<VirtualTime>();
    m_store = std::make_unique<TemporaryStore>(*m_time);
    m_account = store().openAccount(u"twilio"_s, u"AC1"_s)->id;
    m_reader = std::make_unique<SqlReplayReader>(m_store->databaseFile());
}

CallId TestSqlReplayReader::missedCall(const QString &id, const PhoneNumber &from, int begin)
{
    const CallId call = store().upsertLegs(m_account, {rootLeg(id, from, begin), childLeg(id + u"x"_s, id, begin)}).value().at(0);
    if (!store().recordVerdict(call, missedVerdict(begin + 25)) ||
        !store().attachCall(call, store().ensureConversation(party(from)).value()))
        qFatal("no call");
    return call;
}

void TestSqlReplayReader::texted(CallId call, const PhoneNumber &to, int second, const QString &body)
{
    Message message = outgoing(store().ensureConversation(party(to)).value(), m_account, MessageOrigin::Automatic, body, second);
    message.rule = SendRule::Open;
    message.call = call;
    message.id = store().addMessage(message).value();
    const OutboxId item = store().enqueue(itemFor(message, to, OutboxPurpose::TextBack, call), std::chrono::hours(1)).value().value();
    store().beginAttempt(item, at(second + 2)).value();
    OutboxChange change = accepted(u"SM%1"_s.arg(second));
    change.endedAt = at(second + 3);
    Decision decision = Decision::send(SendRule::Open, at(second + 2));
    decision.decidedAt = at(second);
    decision.ruleVersion = u"r1"_s;
    if (!store().changeItem(item, change) || !store().recordDecision(call, decision))
        qFatal("no text");
}

void TestSqlReplayReader::aCallWithEverything()
{
    const CallId first = missedCall(u"CA1"_s, caller(1), 0);
    texted(first, caller(1), 30, QString(170, u'a'));
    const CallId second = missedCall(u"CA2"_s, caller(2), 100);
    QVERIFY(store().setCallDetails(second, CallDetails{1, u"RE1"_s, Millis(5000), false}));
    Decision skipped = Decision::skip(DecisionReason::Landline);
    skipped.decidedAt = at(130);
    QVERIFY(store().recordDecision(second, skipped));
    missedCall(u"CA3"_s, caller(3), 200);                                                            // not decided
    QVERIFY(store().upsertLegs(m_account, {rootLeg(u"CA4"_s, caller(4), 300, LegStatus::Ringing)})); // not over

    const std::vector<ReplayCall> calls = m_reader->calls({}, 10).value();
    QCOMPARE(calls.size(), size_t(3));
    QVERIFY(!calls[0].decision && !calls[0].text);
    const ReplayCall &one = calls[2];
    QVERIFY(one.record.id == first && one.record.account == m_account);
    QCOMPARE(one.address, caller(1).e164());
    QCOMPARE(one.record.root.from, caller(1).e164());
    QVERIFY(one.line == ourLine() && one.settled && one.verdict.missed && !one.answered);
    QCOMPARE(one.at, at(0));
    QCOMPARE(one.verdict.endedAt, at(25));
    QVERIFY(one.verdict == missedVerdict(25));
    QCOMPARE(one.record.legs.size(), size_t(1));
    QCOMPARE(ringTime(one.record.legs[0]), Millis(20000));
    QVERIFY(one.decision->verdict == Verdict::Send && one.decision->rule == SendRule::Open);
    QVERIFY(one.text && answersCall(one.text->purpose) && one.text->wasSent() && one.text->to == caller(1));
    QCOMPARE(one.text->segments, 2);
    QCOMPARE(one.text->queuedAt, at(30));
    QVERIFY(one.text->leftAt == at(32) && one.text->rule == SendRule::Open);
    const ReplayCall &two = calls[1];
    QVERIFY(!two.text && two.decision->reason == DecisionReason::Landline && two.record.details->recordings == 1);
}

void TestSqlReplayReader::whatCallersSaidAndWhen()
{
    QVERIFY(store().setAccountNumbers(m_account, {Line{ourLine(), u"Main"_s, u"Detroit"_s, false, 3, {}}}));
    QVERIFY(store().setWatchingSince(m_account, at(-1000)));
    QVERIFY(store().inbox().renameContact(store().ensureConversation(party(caller(1))).value(), u"Maria"_s));
    QVERIFY(store().ensureConversation(party(caller(2))));
    QVERIFY(store().consent().recordConsent({caller(1), true, at(10), u"text"_s, u"STOP"_s}));
    QVERIFY(store().consent().recordConsent({caller(1), false, at(20), u"text"_s, u"START"_s}));
    QVERIFY(store().consent().recordDoubt({caller(2), at(30), u"no more"_s, u"no more of it"_s}));
    QVERIFY(store().consent().rememberCapability(caller(3), NumberCapability::Landline, at(0) + std::chrono::hours(24 * 90)));
    const ReplayBasis basis = m_reader->basis().value();
    QCOMPARE(basis.accounts.size(), size_t(1));
    QVERIFY(basis.accounts[0].watchingSince == at(-1000));
    QCOMPARE(basis.numbers().size(), size_t(1));
    QCOMPARE(basis.numbers()[0].minRings, 3);
    QCOMPARE(basis.consents.size(), size_t(2));
    QVERIFY(basis.consents[0].optedOut && basis.consents[0].at == at(10) && !basis.consents[1].optedOut);
    QCOMPARE(basis.doubts.size(), size_t(1));
    QVERIFY(basis.doubts[0].number == caller(2) && basis.doubts[0].at == at(30) && !basis.doubts[0].answeredAt);
    QCOMPARE(basis.capabilities.size(), size_t(1));
    QVERIFY(basis.capabilities[0].from == at(0) && basis.capabilities[0].capability == NumberCapability::Landline);
    QCOMPARE(basis.names.size(), 1);
    QCOMPARE(basis.names.value(caller(1).e164()), u"Maria"_s);
}

void TestSqlReplayReader::textsThatAnswerNoCall()
{
    const CallId call = missedCall(u"CA1"_s, caller(1), 0);
    texted(call, caller(1), 30, u"Sorry"_s);
    Message typed = outgoing(store().ensureConversation(party(caller(2))).value(), m_account, MessageOrigin::Person, u"Hello"_s, 50);
    typed.id = store().addMessage(typed).value();
    QVERIFY(store().enqueue(itemFor(typed, caller(2), OutboxPurpose::Manual), Millis(0)));
    const std::vector<ReplayText> texts = m_reader->texts({}, 10).value();
    QCOMPARE(texts.size(), size_t(1));
    QVERIFY(texts[0].purpose == OutboxPurpose::Manual && texts[0].state == OutboxState::Queued && texts[0].to == caller(2));
}

void TestSqlReplayReader::peoplesTexts()
{
    const ConversationId conversation = store().ensureConversation(party(caller(1))).value();
    QVERIFY(store().addMessage(incoming(conversation, m_account, u"Hi"_s, 10)));
    QVERIFY(store().addMessage(outgoing(conversation, m_account, MessageOrigin::Automatic, u"Sorry"_s, 20)));
    QVERIFY(store().addMessage(outgoing(conversation, m_account, MessageOrigin::Person, u"Typed"_s, 30)));
    QVERIFY(store().addMessage(outgoing(conversation, m_account, MessageOrigin::Elsewhere, u"Other"_s, 40)));
    const std::vector<ReplayMessage> messages = m_reader->messages({}, 10).value();
    QCOMPARE(messages.size(), size_t(2));
    QVERIFY(messages[0].elsewhere && messages[0].body == u"Other"_s && messages[0].at == at(40));
    QVERIFY(!messages[1].elsewhere && messages[1].address == caller(1).e164());
}

void TestSqlReplayReader::pagesByKey()
{
    for (int i = 0; i < 5; ++i)
        missedCall(u"CA%1"_s.arg(i), caller(i), i * 100);
    const std::vector<ReplayCall> newest = m_reader->calls({}, 2).value();
    QCOMPARE(newest.size(), size_t(2));
    QCOMPARE(newest[0].address, caller(4).e164());
    const std::vector<ReplayCall> next = m_reader->calls(newest[1].record.id, 2).value();
    QCOMPARE(next[0].address, caller(2).e164());
    // A call that came in late stands where it belongs.
    missedCall(u"CA-late"_s, caller(9), 150);
    const ReplayHistory history = readReplayHistory(*m_reader, at(1000)).value();
    QCOMPARE(history.calls.size(), size_t(6));
    QCOMPARE(history.calls[2].address, caller(9).e164());
    // What is older than the month before the time is not read.
    QVERIFY(readReplayHistory(*m_reader, at(0) + std::chrono::hours(24 * 122)).value().calls.empty());
    QCOMPARE(readReplayHistory(*m_reader, at(0) + std::chrono::hours(24 * 120)).value().calls.size(), size_t(6));
}

void TestSqlReplayReader::readTogetherAndReplayed()
{
    QVERIFY(store().setWatchingSince(m_account, at(-1000)));
    const PhoneNumber from = number(u"+13134440142"_s);
    const CallId first = missedCall(u"CA1"_s, from, 0);
    texted(first, from, 30, u"Motor City: sorry. Reply STOP to opt out"_s);
    const CallId second = missedCall(u"CA2"_s, from, 7200);
    Decision skipped = Decision::skip(DecisionReason::CoolDown);
    skipped.decidedAt = at(7230);
    QVERIFY(store().recordDecision(second, skipped));
    const ReplayHistory history = readReplayHistory(*m_reader, at(10000)).value();
    TextBackRules then;
    then.mode = Mode::On;
    then.businessName = u"Motor City"_s;
    then.templates.setText(SendRule::Open, u"{biz}: sorry"_s);
    Line line;
    line.number = ourLine();
    then.lines = {line};
    QCOMPARE(replay(history, then, then).count(ReplayChange::None), 2);
    TextBackRules changed = then;
    changed.coolDown = std::chrono::hours(1);
    const ReplayResult result = replay(history, then, changed);
    QCOMPARE(result.count(ReplayChange::NewlyTexted), 1);
    QCOMPARE(result.calls[1].after.body, u"Motor City: sorry"_s);
}

void TestSqlReplayReader::noDatabaseIsAnError()
{
    QTemporaryDir folder;
    SqlReplayReader reader(folder.filePath(u"none.db"_s));
    QVERIFY(!reader.basis() && !reader.calls({}, 1) && !reader.texts({}, 1) && !reader.messages({}, 1));
    QVERIFY(!readReplayHistory(reader, at(0)));
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestSqlReplayReader::anotherVersionsDatabaseIsLeftAlone()
{
    {
        const auto db = SqlConnection::open(m_store->databaseFile(), SqlConnection::Mode::ReadWrite, Millis(1000)).value();
        QVERIFY(db->execute(u"PRAGMA user_version = 3"_s));
    }
    const auto rows = SqlReplayReader(m_store->databaseFile()).basis();
    QVERIFY(!rows);
    QCOMPARE(rows.error().providerCode, u"older-database"_s);
}

QTEST_GUILESS_MAIN(TestSqlReplayReader)
#include "tst_sqlreplayreader.moc"
