// SPDX-License-Identifier: MIT
#include "domain/ports/consentstore.h"
#include "engine/engineharness.h"
#include "support/sanitizers.h"

#include <QTest>

#include <algorithm>

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Script = FakeProvider::SendScript;

namespace {

const QString &caller = maria;
const QString &other = bob;
const Error serverError{ErrorKind::Server, u"503"_s, {}, 503, {}};
const Error networkError{ErrorKind::Network, u"no route"_s, {}, 0, {}};
const Error unauthorized{ErrorKind::Unauthorized, u"20003"_s, {}, 401, {}};

QString attempts(const EngineHarness &h)
{
    return h.cell(u"SELECT group_concat(state || ' ' || attempt, ', ') FROM outbox"_s);
}

} // namespace

/// Killed at any moment, texts that may have been taken, and STOP in between: never two texts, never one after a STOP.
class TestEngineCrashes : public QObject {
    Q_OBJECT

private slots:
    void f01KilledAfterAcceptedBeforeRecorded();
    void f02KilledBeforeTheFirstByte();
    void f03NothingOfAnIngestThatBreaksOff_data();
    void f03NothingOfAnIngestThatBreaksOff();
    void killedWhileTheTextWaits();
    void killedBetweenStopAndTheNextSend();
    void nothingLeavesBeforeBothListsWereRead_data();
    void nothingLeavesBeforeBothListsWereRead();
    void calledBackDuringTheLastLook();
    void f01KilledAtAnyMoment_data();
    void f01KilledAtAnyMoment();
    void f04TimeoutOfATakenText();
    void closedConnectionOfATakenText();
    void absentTextIsSentOnceMore_data();
    void absentTextIsSentOnceMore();
    void f04SecondUnknownWaitsForAPerson();
    void providerWhoseListCannotBeTrusted();
    void unconfirmedTextTurnsUpLater();
    void failingListProvesNothing();
    void slowListAdoptsBeforeTheResend();
    void f02LateResendIsNotMade();
    void f12StopAtEveryMoment_data();
    void f12StopAtEveryMoment();
    void f58SafeModeHoldsUntilAPersonGoesOn();
    void f58SafeModeKeepsNothingThatIsTooLate();
};

void TestEngineCrashes::f01KilledAfterAcceptedBeforeRecorded()
{
    EngineHarness h;
    h.startWatching();
    h.provider.scripts = {Script::hanging(true)};
    h.provider.addMissedCall(caller);
    h.run(6s);
    QCOMPARE(attempts(h), u"inflight 1"_s);
    h.kill();
    h.time.advance(1min);
    h.restart();
    h.run(5s);
    QCOMPARE(attempts(h), u"accepted 1"_s);
    QCOMPARE(h.provider.textsTo(caller), 1);
    QCOMPARE(h.decision(caller), u"send open"_s);
    h.run(5min);
    QCOMPARE(static_cast<int>(h.provider.sends.size()), 1);
    // Adopted with the time at which the provider made it, not that of the discovery.
    QVERIFY(h.cell(u"SELECT after_call_end FROM outbox"_s).toInt() < 8000);
}

void TestEngineCrashes::f02KilledBeforeTheFirstByte()
{
    EngineHarness h;
    h.startWatching();
    h.provider.scripts = {Script::hanging(false)};
    h.provider.addMissedCall(caller);
    h.run(6s);
    h.kill();
    h.time.advance(1min);
    h.restart();
    h.run(29s); // absence counts from 30 s after the first start
    QCOMPARE(attempts(h), u"unknown 1"_s);
    QCOMPARE(h.provider.textsTo(caller), 0);
    h.run(6s);
    QCOMPARE(attempts(h), u"accepted 2"_s);
    QCOMPARE(h.provider.textsTo(caller), 1);
}

void TestEngineCrashes::f03NothingOfAnIngestThatBreaksOff_data()
{
    QTest::addColumn<QString>("statement"); // at which it breaks off
    for (const char *statement :
         {"INSERT ON conversations", "INSERT ON messages", "INSERT ON outbox", "INSERT ON decisions", "UPDATE ON cursors"})
        QTest::newRow(statement) << QString::fromLatin1(statement);
}

/// As if it were killed there, without a new process: none of call, conversation, text and decision stays, and the next look takes them all.
void TestEngineCrashes::f03NothingOfAnIngestThatBreaksOff()
{
    QFETCH(QString, statement);
    const QString counts = u"SELECT (SELECT count(*) FROM calls), (SELECT count(*) FROM conversations), (SELECT count(*) FROM messages), "
                           "(SELECT count(*) FROM outbox), (SELECT count(*) FROM decisions)"_s;
    EngineHarness h;
    h.startWatching();
    h.run(2min);
    EngineHarness::quiet();
    h.rows(u"CREATE TRIGGER broken BEFORE %1 BEGIN SELECT RAISE(ABORT, 'broken off'); END"_s.arg(statement));
    const int looks = h.provider.callPolls;
    h.provider.addMissedCall(caller);
    h.run(10s);
    QVERIFY(h.provider.callPolls > looks);
    QCOMPARE(h.cell(counts), u"0 0 0 0 0"_s);
    QCOMPARE(static_cast<int>(h.provider.sends.size()), 0);
    h.rows(u"DROP TRIGGER broken"_s);
    h.run(1min);
    QCOMPARE(h.cell(counts), u"1 1 1 1 1"_s);
    QCOMPARE(h.provider.textsTo(caller), 1);
}

void TestEngineCrashes::killedWhileTheTextWaits()
{
    EngineHarness h;
    h.settings.rules.sendDelaySeconds = 60;
    h.startWatching();
    h.provider.addMissedCall(caller);
    h.run(30s);
    h.restart();
    h.run(20s);
    QCOMPARE(h.provider.textsTo(caller), 0);
    h.run(20s);
    QCOMPARE(h.provider.textsTo(caller), 1);
    QCOMPARE(h.cell(u"SELECT count(*) FROM decisions"_s), u"1"_s);
}

void TestEngineCrashes::killedBetweenStopAndTheNextSend()
{
    EngineHarness h;
    h.settings.rules.sendDelaySeconds = 10;
    h.startWatching();
    h.provider.addMissedCall(caller);
    h.run(5s);
    h.kill();
    h.provider.addReply(caller, u"STOP"_s);
    h.time.advance(20s); // the text is overdue when the program comes back
    h.restart();
    h.run(1min);
    QCOMPARE(h.provider.textsTo(caller), 0);
    QCOMPARE(h.decision(caller), u"skip opted-out"_s);
}

void TestEngineCrashes::nothingLeavesBeforeBothListsWereRead_data()
{
    QTest::addColumn<bool>("messagesFail"); // else the call log
    QTest::newRow("message list") << true;
    QTest::newRow("call log") << false;
}

void TestEngineCrashes::nothingLeavesBeforeBothListsWereRead()
{
    QFETCH(bool, messagesFail);
    EngineHarness h;
    h.settings.rules.sendDelaySeconds = 10;
    h.startWatching();
    h.provider.addMissedCall(caller);
    h.run(5s);
    h.kill();
    std::optional<Error> &trouble = messagesFail ? h.provider.messagesError : h.provider.callsError;
    trouble = Error{ErrorKind::Server, {}, {}, 503, {}};
    if (messagesFail)
        h.provider.addReply(caller, u"STOP"_s);
    else
        h.provider.addCallTo(caller);
    h.time.advance(20s);
    h.restart();
    h.run(1min);
    QCOMPARE(static_cast<int>(h.provider.sends.size()), 0);
    trouble.reset();
    h.run(2min);
    QCOMPARE(static_cast<int>(h.provider.sends.size()), 0);
    QCOMPARE(h.decision(caller), messagesFail ? u"skip opted-out"_s : u"skip called-back"_s);
}

void TestEngineCrashes::calledBackDuringTheLastLook()
{
    EngineHarness h;
    h.startWatching();
    h.provider.addMissedCall(caller);
    while (h.provider.sentLooks == 0) {
        h.provider.latency = h.outbox(caller).isEmpty() ? 50ms : 5000ms; // the look for foreign texts takes its time
        h.run(50ms);
    }
    h.provider.latency = 50ms;
    h.provider.addCallTo(caller);
    h.engine->checkNow();
    h.run(1min);
    QCOMPARE(static_cast<int>(h.provider.sends.size()), 0);
    QCOMPARE(h.decision(caller), u"skip called-back"_s);
}

void TestEngineCrashes::f01KilledAtAnyMoment_data()
{
    QTest::addColumn<int>("at");
    for (int at = 0; at <= 6000; at += 250)
        QTest::addRow("%d ms", at) << at;
}

void TestEngineCrashes::f01KilledAtAnyMoment()
{
    QFETCH(int, at);
    EngineHarness h;
    h.startWatching();
    h.provider.addMissedCall(caller);
    h.provider.addMissedCall(other);
    h.run(Millis(at));
    h.restart();
    h.run(2min);
    QCOMPARE(h.provider.textsTo(caller), 1);
    QCOMPARE(h.provider.textsTo(other), 1);
    QCOMPARE(h.cell(u"SELECT group_concat(state) FROM outbox"_s), u"accepted,accepted"_s);
    QCOMPARE(h.cell(u"SELECT count(*) FROM decisions"_s), u"2"_s);
}

void TestEngineCrashes::f04TimeoutOfATakenText()
{
    EngineHarness h;
    h.startWatching();
    h.provider.scripts = {Script::unknown(true, UnknownCause::GaveUpWaiting)};
    h.provider.addMissedCall(caller);
    while (h.provider.sends.empty())
        h.run(50ms);
    h.run(29s); // the time-out is 30 s
    QCOMPARE(attempts(h), u"inflight 1"_s);
    h.run(7s);
    QCOMPARE(attempts(h), u"accepted 1"_s);
    h.run(5min);
    QCOMPARE(static_cast<int>(h.provider.sends.size()), 1);
}

void TestEngineCrashes::closedConnectionOfATakenText()
{
    EngineHarness h;
    h.startWatching();
    h.provider.scripts = {Script::unknown(true)};
    h.provider.addMissedCall(caller);
    h.run(12s);
    QCOMPARE(attempts(h), u"accepted 1"_s);
    QCOMPARE(h.trail().last(), u"text"_s);
    QCOMPARE(h.count(EngineEvent::Kind::Text), 1);
    h.run(5min);
    QCOMPARE(static_cast<int>(h.provider.sends.size()), 1);
}

void TestEngineCrashes::absentTextIsSentOnceMore_data()
{
    QTest::addColumn<UnknownCause>("cause");
    QTest::addColumn<qint64>("notBefore"); // ms after the attempt ended
    QTest::newRow("closed") << UnknownCause::ConnectionEnded << qint64(30000);
    QTest::newRow("our time-out") << UnknownCause::GaveUpWaiting << qint64(120000);
}

void TestEngineCrashes::absentTextIsSentOnceMore()
{
    QFETCH(UnknownCause, cause);
    QFETCH(qint64, notBefore);
    EngineHarness h;
    h.startWatching();
    std::vector<UtcTime> sent;
    h.provider.onSend = [&](const SendRequest &) { sent.push_back(h.provider.now()); };
    const Script lost = Script::unknown(false, cause);
    h.provider.scripts = {lost};
    h.provider.addMissedCall(caller);
    h.run(5min);
    QCOMPARE(sent.size(), size_t(2));
    const Millis wait = sent[1] - sent[0] - lost.delay;
    QVERIFY2(wait >= Millis(notBefore) && wait <= Millis(notBefore) + 5s, qPrintable(QString::number(wait.count())));
    QCOMPARE(attempts(h), u"accepted 2"_s);
    QCOMPARE(h.provider.textsTo(caller), 1);
    QCOMPARE(h.provider.sends[0].idempotencyKey, h.provider.sends[1].idempotencyKey);
}

void TestEngineCrashes::f04SecondUnknownWaitsForAPerson()
{
    EngineHarness h;
    h.startWatching();
    h.provider.scripts = {Script::unknown(false), Script::unknown(false)};
    h.provider.addMissedCall(caller);
    h.run(5min);
    QCOMPARE(attempts(h), u"unconfirmed 2"_s);
    QCOMPARE(h.trail().last(), u"delivery unconfirmed"_s);
    QVERIFY((*h.store->conversation(h.conversation(caller)))->needsReply);
    // It counts for the cool-down: it may have arrived.
    h.run(30min);
    h.provider.addMissedCall(caller);
    h.run(1min);
    QCOMPARE(h.decision(caller), u"skip cool-down"_s);
    h.engine->messages()->sendAgain(h.lastMessage(caller));
    h.run(3s);
    QCOMPARE(h.provider.textsTo(caller), 1);
    QCOMPARE(h.rows(u"SELECT purpose, state FROM outbox ORDER BY id"_s), (QStringList{u"text-back unconfirmed"_s, u"manual accepted"_s}));
}

void TestEngineCrashes::providerWhoseListCannotBeTrusted()
{
    EngineHarness h;
    h.provider.providerDescriptor.resendsOnceWhenAbsent = false;
    h.startWatching();
    h.provider.scripts = {Script::unknown(false)};
    h.provider.addMissedCall(caller);
    h.run(5min);
    QCOMPARE(attempts(h), u"unconfirmed 1"_s);
}

void TestEngineCrashes::unconfirmedTextTurnsUpLater()
{
    EngineHarness h;
    h.provider.providerDescriptor.resendsOnceWhenAbsent = false;
    h.provider.listingDelay = 3min;
    h.startWatching();
    h.provider.scripts = {Script::unknown(true)};
    h.provider.addMissedCall(caller);
    h.run(2min);
    QCOMPARE(attempts(h), u"unconfirmed 1"_s);
    h.run(2min);
    QCOMPARE(attempts(h), u"accepted 1"_s);
    QCOMPARE(h.cell(u"SELECT count(*) FROM messages"_s), u"1"_s);
}

void TestEngineCrashes::failingListProvesNothing()
{
    EngineHarness h;
    h.startWatching();
    h.provider.scripts = {Script::unknown(false)};
    h.provider.sentError = serverError;
    h.provider.addMissedCall(caller);
    h.run(4min);
    QCOMPARE(attempts(h), u"unknown 1"_s);
    QVERIFY2(h.provider.sentLooks <= 12, qPrintable(QString::number(h.provider.sentLooks)));
    h.provider.sentError.reset();
    h.run(2min);
    QCOMPARE(attempts(h), u"accepted 2"_s);
}

void TestEngineCrashes::slowListAdoptsBeforeTheResend()
{
    EngineHarness h;
    h.provider.listingDelay = 25s;
    h.startWatching();
    h.provider.scripts = {Script::unknown(true)};
    h.provider.addMissedCall(caller);
    h.run(5min);
    QCOMPARE(attempts(h), u"accepted 1"_s);
    QCOMPARE(static_cast<int>(h.provider.sends.size()), 1);
}

void TestEngineCrashes::f02LateResendIsNotMade()
{
    EngineHarness h;
    h.settings.rules.maxAgeMinutes = 1;
    h.startWatching();
    h.provider.scripts = {Script::unknown(false, UnknownCause::GaveUpWaiting)};
    h.provider.addMissedCall(caller);
    h.run(5min);
    QCOMPARE(attempts(h), u"unconfirmed 1"_s);
}

void TestEngineCrashes::f58SafeModeHoldsUntilAPersonGoesOn()
{
    EngineHarness h;
    h.startWatching();
    h.kill();
    h.build();
    h.engine->enterSafeMode();
    h.engine->start({});
    h.run(1s);
    QCOMPARE(h.count(EngineEvent::Kind::Notice), 1);
    QVERIFY2(h.trail().contains(u"notice safe-mode"_s), qPrintable(h.trail().join(u'\n')));
    h.provider.addMissedCall(caller);
    h.provider.addReply(other, u"Are you there?"_s);
    h.run(1min);
    h.engine->messages()->send(h.conversation(other), u"Yes"_s); // nothing leaves, not by hand either
    h.engine->dismissNotice(Notice::Kind::SafeMode);             // it cannot be put away
    h.run(2min);
    QCOMPARE(h.decision(caller), u"send open"_s); // detection goes on
    QCOMPARE(h.count(EngineEvent::Kind::Reply), 1);
    QCOMPARE(static_cast<int>(h.provider.sends.size()), 0);
    h.engine->leaveSafeMode();
    h.run(2s);
    QCOMPARE(h.provider.textsTo(caller), 1);
    QCOMPARE(h.provider.textsTo(other), 1);
    QCOMPARE(h.count(EngineEvent::Kind::Notice), 1);
}

void TestEngineCrashes::f58SafeModeKeepsNothingThatIsTooLate()
{
    EngineHarness h;
    h.startWatching();
    h.kill();
    h.build();
    h.engine->enterSafeMode();
    h.engine->start({});
    h.run(1s);
    h.provider.addMissedCall(caller);
    h.run(15min);
    h.engine->leaveSafeMode();
    h.run(1min);
    QCOMPARE(h.provider.textsTo(caller), 0);
    QCOMPARE(h.decision(caller), u"skip too-old"_s);
}

void TestEngineCrashes::f12StopAtEveryMoment_data()
{
    QTest::addColumn<int>("at");
    for (int at = 0; at <= 5500; at += underSanitizers ? 1000 : 250)
        QTest::addRow("%d ms", at) << at;
}

void TestEngineCrashes::f12StopAtEveryMoment()
{
    QFETCH(int, at);
    EngineHarness h;
    h.settings.rules.sendDelaySeconds = 2;
    h.startWatching();
    // Every text that leaves must leave before the STOP is known here.
    bool knownWhenSent = false;
    h.provider.onSend = [&](const SendRequest &request) { knownWhenSent = knownWhenSent || *h.store->consent().isOptedOut(request.to); };
    h.provider.addMissedCall(caller);
    h.run(Millis(at));
    h.provider.addReply(caller, u"STOP"_s);
    h.engine->checkNow();
    h.run(2min);
    QVERIFY(!knownWhenSent);
    QVERIFY(*h.store->consent().isOptedOut(*PhoneNumber::parse(caller)));
    const QString state = h.outbox(caller);
    QVERIFY2(state == u"accepted"_s || state == u"skipped"_s || state.isEmpty(), qPrintable(state));
    if (state != u"accepted"_s) {
        QCOMPARE(h.decision(caller), u"skip opted-out"_s);
        QCOMPARE(h.provider.textsTo(caller), 0);
    }
    h.run(25h - 24h);
    h.provider.addMissedCall(caller);
    h.run(1min);
    QCOMPARE(h.decision(caller), u"skip opted-out"_s);
}

QTEST_GUILESS_MAIN(TestEngineCrashes)
#include "tst_enginecrashes.moc"
