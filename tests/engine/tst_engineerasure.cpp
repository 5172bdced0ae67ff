// SPDX-License-Identifier: MIT
#include "domain/ports/consentstore.h"
#include "domain/ports/erasurestore.h"
#include "engine/engineharness.h"
#include "engine/inboxdesk.h"

#include <QSignalSpy>
#include <QTest>

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Somebody's data are deleted while the provider's lists, which hold all of it, are read again and again.
class TestEngineErasure : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { EngineHarness::quiet(); }
    void nothingComesBack_data();
    void nothingComesBack();
    void stopHolds();
    void anOldStopIsNotAnsweredAgain();
    void theNextCallSoonIsASecondOne();
    void theNextCallLaterIsAFirstOne();
    void aNewTextBeginsAnew();
    void aTextOfUnknownEndDoesNotComeBack();
    void whatIsHeldIsNotSent();
    void aTextOnItsWayIsWaitedFor();
    void aRestoredBackupSendsNothingTwice();
    void theWordsAreWipedInTheBackground();

private:
    /// Missed, texted, answered by her.
    static ConversationId met(EngineHarness &h)
    {
        h.startWatching();
        h.provider.addMissedCall(maria);
        h.run(10s);
        h.provider.addReply(maria, u"My furnace is a xylophone"_s);
        h.run(15s);
        return h.conversation(maria);
    }
    static QStringList left(const EngineHarness &h)
    {
        return h.rows(u"SELECT address FROM conversations UNION ALL SELECT body FROM messages UNION ALL SELECT provider_call_id FROM calls "
                      "UNION ALL SELECT from_text FROM call_legs"_s);
    }
};

void TestEngineErasure::nothingComesBack_data()
{
    QTest::addColumn<QString>("how");
    QTest::newRow("the next polls") << u"run"_s;
    QTest::newRow("after a restart") << u"restart"_s;
    QTest::newRow("a day later") << u"off"_s;
    QTest::newRow("the rows have changed") << u"changed"_s;
    QTest::newRow("a leg shows late") << u"leg"_s;
}

void TestEngineErasure::nothingComesBack()
{
    QFETCH(QString, how);
    EngineHarness h;
    const ConversationId id = met(h);
    QCOMPARE(h.provider.texts(), 1);
    QSignalSpy erased(h.engine.get(), &Engine::personErased);
    h.engine->inbox()->erasePerson(id);
    QCOMPARE(erased.count(), 1);
    QVERIFY(left(h).isEmpty());
    if (how == u"restart") {
        h.kill();
        h.restart();
    } else if (how == u"off") {
        h.kill();
        h.beOff(23h);
        h.restart();
    } else if (how == u"changed") {
        for (FakeProvider::Row &row : h.provider.rows)
            row.leg.updated = h.provider.now();
        h.provider.setDelivery(h.provider.lastText()->message.providerMessageId, DeliveryStatus::Delivered);
    } else if (how == u"leg") {
        CallLeg late = h.provider.rows.back().leg;
        late.providerCallId = u"CA-late"_s;
        late.parentCallId = h.provider.rows.front().leg.providerCallId;
        h.provider.addLeg(late);
    }
    h.events.clear();
    h.run(10min);
    QVERIFY2(left(h).isEmpty(), qPrintable(left(h).join(u' ')));
    QCOMPARE(h.provider.texts(), 1);
    QCOMPARE(h.count(EngineEvent::Kind::Reply) + h.count(EngineEvent::Kind::Call) + h.count(EngineEvent::Kind::Decision), 0);
    QCOMPARE(h.reader->counts()->all, 0);
}

void TestEngineErasure::stopHolds()
{
    EngineHarness h;
    met(h);
    h.provider.addReply(maria, u"STOP"_s);
    h.run(20s);
    const int texts = h.provider.texts();
    h.engine->inbox()->erasePerson(h.conversation(maria));
    h.time.sleep(25h);
    h.run(20s);
    QVERIFY(left(h).isEmpty());
    h.provider.addMissedCall(maria);
    h.run(20s);
    QCOMPARE(h.decision(maria), u"skip opted-out"_s);
    QCOMPARE(h.provider.texts(), texts);
    QVERIFY(h.store->conversation(h.conversation(maria))->value().optedOut);
}

/// Read again, it is the same STOP: after a START nothing takes that back, and no second confirmation goes out.
void TestEngineErasure::anOldStopIsNotAnsweredAgain()
{
    EngineHarness h;
    met(h);
    h.provider.addReply(maria, u"STOP"_s);
    h.run(20s);
    h.engine->messages()->recordConsent(h.conversation(maria), false, u"phone 2026-11-23"_s);
    const int texts = h.provider.texts();
    h.run(1s);
    h.engine->inbox()->erasePerson(h.conversation(maria));
    h.kill();
    h.restart();
    h.run(2min);
    QVERIFY(left(h).isEmpty());
    QVERIFY(!*h.store->consent().isOptedOut(*PhoneNumber::fromStored(maria)));
    QCOMPARE(h.provider.texts(), texts);
}

void TestEngineErasure::theNextCallSoonIsASecondOne()
{
    EngineHarness h;
    h.engine->inbox()->erasePerson(met(h));
    h.run(2min);
    h.provider.addMissedCall(maria);
    h.run(20s);
    QCOMPARE(h.decision(maria), u"send second-call"_s);
    h.run(5min);
    h.engine->inbox()->erasePerson(h.conversation(maria));
    h.provider.addMissedCall(maria);
    h.run(20s);
    QCOMPARE(h.decision(maria), u"skip second-call-limit"_s);
    h.run(2h);
    h.provider.addMissedCall(maria);
    h.run(20s);
    QCOMPARE(h.decision(maria), u"skip cool-down"_s);
}

void TestEngineErasure::theNextCallLaterIsAFirstOne()
{
    EngineHarness h;
    h.engine->inbox()->erasePerson(met(h));
    h.time.sleep(25h);
    h.run(20s);
    h.provider.addMissedCall(maria);
    h.run(20s);
    QCOMPARE(h.decision(maria), u"send open"_s);
    QCOMPARE(h.provider.textsTo(maria), 2);
}

void TestEngineErasure::aNewTextBeginsAnew()
{
    EngineHarness h;
    const ConversationId before = met(h);
    h.engine->inbox()->erasePerson(before);
    h.run(20s);
    h.provider.addReply(maria, u"Hello again"_s);
    h.run(20s);
    QVERIFY(h.conversation(maria) != before);
    QCOMPARE(h.rows(u"SELECT body FROM messages"_s), QStringList{u"Hello again"_s});
    QCOMPARE(h.reader->counts()->all, 1);
}

void TestEngineErasure::aTextOfUnknownEndDoesNotComeBack()
{
    EngineHarness h;
    h.startWatching();
    h.provider.listingDelay = 30min;
    h.provider.sendScript = [](const SendRequest &) { return FakeProvider::SendScript::unknown(true); };
    h.provider.addMissedCall(maria);
    for (int i = 0; i < 60 && h.outbox(maria) != u"unconfirmed"_s; ++i)
        h.run(10s);
    QCOMPARE(h.outbox(maria), u"unconfirmed"_s);
    h.engine->inbox()->erasePerson(h.conversation(maria));
    QVERIFY(left(h).isEmpty());
    h.run(1h); // now it is listed
    QVERIFY2(left(h).isEmpty(), qPrintable(left(h).join(u' ')));
}

void TestEngineErasure::whatIsHeldIsNotSent()
{
    EngineHarness h;
    h.startWatching();
    h.provider.addMissedCall(maria);
    while (h.outbox(maria).isEmpty())
        h.run(100ms);
    // As quiet hours do, until the morning.
    OutboxItem item = h.store->dueItems(AccountId{1}, h.time.utcNow() + 1h, 1)->front();
    OutboxChange held;
    held.state = OutboxState::Held;
    held.notBefore = h.time.utcNow() + 1h;
    held.deadline = h.time.utcNow() + 3h;
    QVERIFY(h.store->changeItem(item.id, held));
    h.engine->inbox()->erasePerson(h.conversation(maria));
    QVERIFY(h.failures.empty());
    h.time.sleep(3h);
    h.run(1min);
    QCOMPARE(h.provider.texts(), 0);
    QVERIFY(left(h).isEmpty());
    QVERIFY(h.failures.empty());
}

void TestEngineErasure::aTextOnItsWayIsWaitedFor()
{
    EngineHarness h;
    h.startWatching();
    h.provider.addMissedCall(maria);
    while (h.outbox(maria) != u"queued"_s)
        h.run(100ms);
    h.engine->inbox()->erasePerson(h.conversation(maria));
    QCOMPARE(h.failures.size(), size_t(1));
    QCOMPARE(h.failures.back().second.providerCode, u"text-on-its-way"_s);
    h.run(20s);
    QCOMPARE(h.provider.textsTo(maria), 1);
    h.engine->inbox()->erasePerson(h.conversation(maria));
    QCOMPARE(h.failures.size(), size_t(1));
    QVERIFY(left(h).isEmpty());
}

/// A backup of before knows her, and brings her back; what went out meanwhile is found at the provider, and nothing is sent again.
void TestEngineErasure::aRestoredBackupSendsNothingTwice()
{
    EngineHarness h;
    h.startWatching();
    h.provider.addMissedCall(maria);
    while (h.outbox(maria) != u"queued"_s)
        h.run(100ms);
    h.backUp();
    h.run(20s);
    QCOMPARE(h.provider.textsTo(maria), 1);
    h.engine->inbox()->erasePerson(h.conversation(maria));
    h.run(10s);
    h.restoreBackup();
    h.engine->start({});
    h.run(5min);
    QCOMPARE(h.provider.textsTo(maria), 1);
    QCOMPARE(h.outbox(maria), u"accepted"_s);
}

void TestEngineErasure::theWordsAreWipedInTheBackground()
{
    EngineHarness h;
    h.engine->inbox()->erasePerson(met(h));
    QCOMPARE(h.cell(u"SELECT wipe_stage FROM maintenance"_s), u"1"_s);
    h.kill();
    h.restart();
    h.run(10s);
    QCOMPARE(h.cell(u"SELECT wipe_stage FROM maintenance"_s), u"0"_s);
    QVERIFY(h.rows(u"SELECT rowid FROM message_search WHERE message_search MATCH 'xylophone'"_s).isEmpty());
}

QTEST_GUILESS_MAIN(TestEngineErasure)
#include "tst_engineerasure.moc"
