// SPDX-License-Identifier: MIT
#include "engine/engineharness.h"

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

/// What else can go wrong (faults.md), one thing at a time.
class TestEngineFaults : public QObject {
    Q_OBJECT

private slots:
    void f06RateLimitIsObeyed();
    void refusedBeforeProcessingIsTriedAgainUntilTooOld();
    void f09SignedOutHoldsUntilNewSecrets();
    void f09SignedOutForTooLong();
    void f10SuspendedAccountTellsOnce();
    void f08ProviderDownCostsFewRequests();
    void f08ProviderBackCatchesUp();
    void f26AfterSleepBothListsComeFirst();
    void f28ClockJumpsChangeNothing_data();
    void f28ClockJumpsChangeNothing();
    void f28WrongPcClock_data();
    void f28WrongPcClock();
    void f34LateRowsDuplicatesAndShuffledPages();
    void f36RowThatChangesBeforeTheTextLeaves();
    void f38LockedDatabaseSendsNothing();
    void f38LockedDatabaseAfterTheProviderTookIt();
    void f59StopWaitsForSendsAtMostFiveSeconds();
    void settingsChangeWhileATextWaits();
    void otherAccountTakesOver();
    void keychainLocked();
    void missingSecrets();
    void atMostFourSendsAtOnceAndOnePerCaller();
};

void TestEngineFaults::f06RateLimitIsObeyed()
{
    EngineHarness h;
    h.startWatching();
    Script limited = Script::notAccepted(ErrorKind::RateLimited, 429);
    limited.error.retryAfter = 40s;
    h.provider.scripts = {limited};
    std::vector<UtcTime> sent;
    h.provider.onSend = [&](const SendRequest &) { sent.push_back(h.provider.now()); };
    h.provider.addMissedCall(caller);
    h.run(10s);
    h.provider.addMissedCall(other); // waits, too: the limit is the account's
    h.run(2min);
    QCOMPARE(sent.size(), size_t(3));
    QVERIFY2(sent[1] - sent[0] >= 40s && sent[1] - sent[0] <= 50s, qPrintable(QString::number((sent[1] - sent[0]).count())));
    QCOMPARE(h.provider.texts(), 2);

    // On the poll: slower for a while.
    Error pollLimit{ErrorKind::RateLimited, {}, 15s, 429, {}};
    h.provider.callsError = pollLimit;
    h.run(4s);
    h.provider.callsError.reset();
    const int polls = h.provider.callPolls;
    h.run(100s);
    QVERIFY2(h.provider.callPolls - polls <= 11, qPrintable(QString::number(h.provider.callPolls - polls)));
}

void TestEngineFaults::refusedBeforeProcessingIsTriedAgainUntilTooOld()
{
    EngineHarness h;
    h.startWatching();
    h.provider.sendScript = [](const SendRequest &) { return Script::notAccepted(ErrorKind::Network); };
    h.provider.addMissedCall(caller);
    h.run(5min);
    QCOMPARE(h.outbox(caller), u"queued"_s);
    h.run(7min);
    QCOMPARE(h.decision(caller), u"skip too-old"_s);
    QCOMPARE(h.outbox(caller), u"skipped"_s);
    QVERIFY2(h.provider.sends.size() <= 25, qPrintable(QString::number(h.provider.sends.size())));
    QVERIFY(h.provider.sends.size() >= 8);
}

void TestEngineFaults::f09SignedOutHoldsUntilNewSecrets()
{
    EngineHarness h;
    h.settings.rules.sendDelaySeconds = 20;
    h.startWatching();
    h.provider.addMissedCall(caller);
    h.run(5s);
    h.provider.callsError = h.provider.messagesError = h.provider.checkError = unauthorized;
    h.run(1min);
    QVERIFY(h.states.back().kind == ConnectionState::Kind::SignedOut);
    const int requests = h.provider.requests();
    h.run(3min);
    QCOMPARE(h.provider.requests(), requests); // nothing is asked with refused secrets
    QCOMPARE(h.outbox(caller), u"queued"_s);
    h.provider.callsError.reset();
    h.provider.messagesError.reset();
    h.provider.checkError.reset();
    h.engine->applySettings(h.settings, {{u"authToken"_s, Secret("new")}});
    h.run(5s);
    QVERIFY(h.states.back().kind == ConnectionState::Kind::Online);
    QCOMPARE(h.provider.textsTo(caller), 1);
}

void TestEngineFaults::f09SignedOutForTooLong()
{
    EngineHarness h;
    h.startWatching();
    h.provider.sendScript = [](const SendRequest &) {
        Script script = Script::refused(ErrorKind::Unauthorized, 401, u"20003"_s);
        return script;
    };
    h.provider.addMissedCall(caller);
    h.run(10s);
    QCOMPARE(h.outbox(caller), u"queued"_s);
    QVERIFY(h.states.back().kind == ConnectionState::Kind::SignedOut);
    h.run(11min);
    QCOMPARE(static_cast<int>(h.provider.sends.size()), 1);
    QCOMPARE(h.decision(caller), u"skip too-old"_s);
}

void TestEngineFaults::f10SuspendedAccountTellsOnce()
{
    EngineHarness h;
    h.startWatching();
    h.provider.sendScript = [](const SendRequest &) { return Script::refused(ErrorKind::Rejected, 403, u"20005"_s); };
    for (int i = 0; i < 5; ++i) {
        h.provider.addMissedCall(u"+1313223%1"_s.arg(3000 + i));
        h.run(20s);
    }
    QCOMPARE(static_cast<int>(h.provider.sends.size()), 1);
    QCOMPARE(h.rows(u"SELECT DISTINCT verdict, reason FROM decisions"_s), QStringList{u"skip account-refused"_s});
    QCOMPARE(std::count_if(h.events.begin(), h.events.end(), [](const EngineEvent &e) { return e.reason == u"refused"_s; }), 1);
    // After a while the next text tries again.
    h.run(5min);
    h.provider.sendScript = {};
    h.provider.addMissedCall(caller);
    h.run(20s);
    QCOMPARE(h.provider.textsTo(caller), 1);
    QVERIFY(h.states.back().kind == ConnectionState::Kind::Online);
}

void TestEngineFaults::f08ProviderDownCostsFewRequests()
{
    EngineHarness h;
    h.startWatching();
    h.provider.callsError = h.provider.messagesError = h.provider.sentError = serverError;
    const int before = h.provider.requests();
    h.run(10min);
    QVERIFY2(h.provider.requests() - before <= 25, qPrintable(QString::number(h.provider.requests() - before)));
    QVERIFY(h.states.back().kind == ConnectionState::Kind::ProviderDown);
    QVERIFY(h.states.back().nextTry);
}

void TestEngineFaults::f08ProviderBackCatchesUp()
{
    EngineHarness h;
    h.startWatching();
    h.provider.callsError = h.provider.messagesError = networkError;
    h.run(9s);
    QVERIFY(h.states.back().kind == ConnectionState::Kind::Offline);
    h.run(2h);
    h.provider.addMissedCall(other, 20s, Millis(0));
    h.run(15min);
    h.provider.addMissedCall(caller);
    h.run(3min);
    h.provider.addReply(caller, u"Hello?"_s);
    h.provider.callsError.reset();
    h.provider.messagesError.reset();
    h.run(75s);
    QVERIFY(h.states.back().kind == ConnectionState::Kind::Online);
    QCOMPARE(h.decision(other), u"skip too-old"_s);
    QCOMPARE(h.decision(caller), u"send open"_s);
    QCOMPARE(h.provider.textsTo(caller), 1);
    QCOMPARE(h.count(EngineEvent::Kind::Reply), 1);
}

void TestEngineFaults::f26AfterSleepBothListsComeFirst()
{
    EngineHarness h;
    h.settings.rules.sendDelaySeconds = 30;
    h.startWatching();
    h.provider.addMissedCall(caller);
    h.run(10s);
    h.time.sleep(2min);
    h.provider.addReply(caller, u"STOP"_s);
    h.provider.messagesError = serverError;
    h.run(1min);
    QCOMPARE(static_cast<int>(h.provider.sends.size()), 0);
    h.provider.messagesError.reset();
    h.run(2min);
    QCOMPARE(static_cast<int>(h.provider.sends.size()), 0);
    QCOMPARE(h.decision(caller), u"skip opted-out"_s);
}

void TestEngineFaults::f28ClockJumpsChangeNothing_data()
{
    QTest::addColumn<qint64>("jump");
    QTest::addColumn<int>("at");
    for (const int at : {0, 1500, 3000, 4500, 6000}) {
        QTest::addRow("a day on after %d ms", at) << qint64(86400000) << at;
        QTest::addRow("a day back after %d ms", at) << qint64(-86400000) << at;
    }
}

void TestEngineFaults::f28ClockJumpsChangeNothing()
{
    QFETCH(qint64, jump);
    QFETCH(int, at);
    EngineHarness h;
    h.startWatching();
    h.provider.addMissedCall(caller);
    h.run(Millis(at));
    h.time.jumpWall(Millis(jump));
    h.run(1min);
    QCOMPARE(h.provider.textsTo(caller), 1);
    QCOMPARE(h.decision(caller), u"send open"_s);
    h.run(10min);
    h.provider.addMissedCall(other);
    h.run(1min);
    QCOMPARE(h.provider.textsTo(other), 1);
    QVERIFY(h.cell(u"SELECT max(after_call_end) FROM outbox"_s).toInt() < 30000);
}

void TestEngineFaults::f28WrongPcClock_data()
{
    QTest::addColumn<qint64>("skew");
    QTest::newRow("three hours slow") << qint64(3 * 3600000);
    QTest::newRow("three hours fast") << qint64(-3 * 3600000);
}

void TestEngineFaults::f28WrongPcClock()
{
    QFETCH(qint64, skew);
    EngineHarness h;
    h.provider.clockSkew = Millis(skew);
    h.provider.addMissedCall(other);
    h.time.advance(1min);
    h.startWatching();
    h.provider.scripts = {Script::hanging(false)};
    h.provider.addMissedCall(caller);
    h.run(6s);
    QCOMPARE(h.decision(other), u"skip history"_s);
    QCOMPARE(attempts(h), u"inflight 1"_s);
    h.restart(); // the wait for absence is counted on the provider's clock, too
    h.run(25s);
    QCOMPARE(static_cast<int>(h.provider.sends.size()), 1);
    h.run(15s);
    QCOMPARE(attempts(h), u"accepted 2"_s);
}

void TestEngineFaults::f34LateRowsDuplicatesAndShuffledPages()
{
    EngineHarness h(7);
    SeededRandom chance(99);
    h.provider.shuffle = [&chance](std::vector<CallLeg> &legs) {
        const std::vector<CallLeg> copy = legs;
        legs.insert(legs.end(), copy.begin(), copy.end());
        for (size_t i = legs.size(); i > 1; --i)
            std::swap(legs[i - 1], legs[chance.below(static_cast<quint32>(i))]);
    };
    h.startWatching();
    for (int i = 0; i < 20; ++i) {
        h.provider.addMissedCall(u"+1313223%1"_s.arg(3000 + i), 20s, std::chrono::seconds(chance.below(500)));
        h.run(10s);
    }
    h.run(10min);
    QCOMPARE(h.provider.texts(), 20);
    QCOMPARE(h.cell(u"SELECT count(*) FROM decisions WHERE verdict = 'send'"_s), u"20"_s);
    QCOMPARE(h.cell(u"SELECT count(*) FROM calls"_s), u"20"_s);
}

void TestEngineFaults::f36RowThatChangesBeforeTheTextLeaves()
{
    EngineHarness h;
    h.settings.rules.sendDelaySeconds = 20;
    h.startWatching();
    const QString id = h.provider.addMissedCall(caller);
    h.run(5s);
    QCOMPARE(h.decision(caller), u"send open"_s);
    // A second phone had answered after all: its row comes late.
    CallLeg phone = *h.provider.leg(id);
    phone.providerCallId = u"CAlate"_s;
    phone.parentCallId = id;
    phone.direction = CallDirection::Outbound;
    phone.status = LegStatus::Completed;
    phone.duration = 40s;
    h.provider.addLeg(phone);
    h.run(1min);
    QCOMPARE(h.decision(caller), u"skip answered-elsewhere"_s);
    QCOMPARE(static_cast<int>(h.provider.sends.size()), 0);
}

void TestEngineFaults::f38LockedDatabaseSendsNothing()
{
    EngineHarness h;
    h.settings.rules.sendDelaySeconds = 10;
    h.startWatching();
    h.provider.addMissedCall(caller);
    h.run(5s);
    QCOMPARE(h.outbox(caller), u"queued"_s);
    h.lockDatabase();
    h.provider.addMissedCall(other);
    h.run(1min);
    QCOMPARE(static_cast<int>(h.provider.sends.size()), 0); // no mark, no byte
    QVERIFY(h.states.back().kind == ConnectionState::Kind::StorageTrouble);
    h.unlockDatabase();
    h.run(2min);
    QVERIFY(h.states.back().kind == ConnectionState::Kind::Online);
    QCOMPARE(h.provider.textsTo(caller), 1);
    QCOMPARE(h.provider.textsTo(other), 1);
}

void TestEngineFaults::f38LockedDatabaseAfterTheProviderTookIt()
{
    EngineHarness h;
    h.startWatching();
    h.provider.onSend = [&](const SendRequest &) { h.lockDatabase(); };
    h.provider.addMissedCall(caller);
    h.run(20s);
    QCOMPARE(attempts(h), u"inflight 1"_s);
    h.provider.onSend = {};
    h.unlockDatabase();
    h.run(10s);
    QCOMPARE(attempts(h), u"accepted 1"_s);
    h.run(5min);
    QCOMPARE(static_cast<int>(h.provider.sends.size()), 1);
}

void TestEngineFaults::f59StopWaitsForSendsAtMostFiveSeconds()
{
    {
        EngineHarness h;
        h.startWatching();
        h.provider.scripts = {Script::slow(3s)};
        h.provider.addMissedCall(caller);
        while (h.provider.sends.empty())
            h.run(50ms);
        h.engine->stop();
        h.run(2s);
        QCOMPARE(h.stopped, 0);
        h.run(2s);
        QCOMPARE(h.stopped, 1);
        QCOMPARE(attempts(h), u"accepted 1"_s);
        h.run(10s);
        QCOMPARE(h.stopped, 1);
    }
    EngineHarness h;
    h.startWatching();
    h.provider.scripts = {Script::slow(20s)};
    h.provider.addMissedCall(caller);
    h.provider.addMissedCall(other, 20s, 1s);
    while (h.provider.sends.empty())
        h.run(50ms);
    h.engine->stop();
    h.engine->stop();
    h.run(4900ms);
    QCOMPARE(h.stopped, 0);
    h.run(200ms);
    QCOMPARE(h.stopped, 1);
    const int requests = h.provider.requests();
    QCOMPARE(h.cell(u"SELECT count(*) FROM outbox WHERE state = 'inflight'"_s), u"1"_s);
    h.restart();
    h.run(2min);
    QVERIFY(h.provider.requests() > requests);
    QCOMPARE(h.provider.textsTo(caller), 1);
    QCOMPARE(h.provider.textsTo(other), 1);
}

void TestEngineFaults::settingsChangeWhileATextWaits()
{
    EngineHarness h;
    h.settings.rules.sendDelaySeconds = 30;
    h.startWatching();
    h.provider.addMissedCall(caller);
    h.run(10s);
    Settings off = h.settings;
    off.rules.mode = Mode::Off;
    h.engine->applySettings(off, {});
    h.run(1min);
    QCOMPARE(h.decision(caller), u"skip mode-off"_s);
    QVERIFY(*h.store->settings() == off);
    QCOMPARE(h.provider.checks, 1); // the same account goes on
    h.engine->applySettings(h.settings, {});
    h.provider.addMissedCall(other);
    h.run(1min);
    QCOMPARE(h.provider.textsTo(other), 1);
}

void TestEngineFaults::otherAccountTakesOver()
{
    EngineHarness h;
    h.startWatching();
    h.provider.scripts = {Script::slow(20s)};
    h.provider.addMissedCall(caller);
    while (h.provider.sends.empty())
        h.run(50ms);
    Settings next = h.settings;
    next.account.fields[u"accountSid"_s] = u"AC2"_s;
    h.provider.accountKeyText = u"AC2"_s;
    h.engine->applySettings(next, {});
    h.run(10s);
    QCOMPARE(h.provider.checks, 2);
    // Its calls of before are history there.
    QCOMPARE(h.rows(u"SELECT DISTINCT reason FROM decisions WHERE verdict = 'skip'"_s), QStringList{u"history"_s});
    h.provider.addMissedCall(other);
    h.run(10s);
    QCOMPARE(h.provider.textsTo(other), 1);
    // Back to the first: what was in flight there is found.
    h.provider.accountKeyText = u"AC1"_s;
    h.engine->applySettings(h.settings, {});
    h.run(1min);
    QCOMPARE(h.outbox(caller), u"accepted"_s);
    QCOMPARE(h.provider.textsTo(caller), 1);
}

void TestEngineFaults::keychainLocked()
{
    EngineHarness h;
    h.startWatching();
    h.engine->holdForKeychain({ErrorKind::Keychain, u"locked"_s, {}, 0, u"locked"_s});
    QVERIFY(h.states.back().kind == ConnectionState::Kind::KeychainLocked);
    const int requests = h.provider.requests();
    h.provider.addMissedCall(caller);
    h.run(1min);
    QCOMPARE(h.provider.requests(), requests);
    h.engine->messages()->sendTo(*PhoneNumber::parse(other), u"Hello"_s);
    QCOMPARE(h.failures.size(), size_t(1));
    h.engine->start({});
    h.run(10s);
    QCOMPARE(h.provider.textsTo(caller), 1);
    QVERIFY(h.states.back().kind == ConnectionState::Kind::Online);
}

void TestEngineFaults::missingSecrets()
{
    EngineHarness h;
    h.provider.takesSecrets = false;
    h.start();
    h.run(10s);
    QVERIFY(h.states.back().kind == ConnectionState::Kind::NotSetUp);
    QVERIFY(h.states.back().error);
    QCOMPARE(h.provider.requests(), 0);
    EngineHarness empty;
    empty.settings = Settings();
    empty.start();
    empty.run(10s);
    QVERIFY(empty.states.back().kind == ConnectionState::Kind::NotSetUp);
}

void TestEngineFaults::atMostFourSendsAtOnceAndOnePerCaller()
{
    EngineHarness h;
    h.startWatching();
    int atOnce = 0;
    int most = 0;
    h.provider.sendScript = [&](const SendRequest &) { return Script::slow(2s); };
    std::vector<ScheduledCall> ends;
    h.provider.onSend = [&](const SendRequest &) {
        most = std::max(most, ++atOnce);
        ends.push_back(h.time.callAfter(2s, [&atOnce] { --atOnce; }));
    };
    for (int i = 0; i < 20; ++i)
        h.provider.addMissedCall(u"+1313223%1"_s.arg(3000 + i));
    h.run(1min);
    QCOMPARE(most, 4);
    QCOMPARE(h.provider.texts(), 20);
    most = 0;
    for (int i = 0; i < 5; ++i)
        h.engine->messages()->sendTo(*PhoneNumber::parse(caller), u"Number %1"_s.arg(i));
    h.run(1min);
    QCOMPARE(most, 1);
    QCOMPARE(h.provider.textsTo(caller), 5);
    QCOMPARE(h.provider.lastText()->message.body, u"Number 4"_s);
}

QTEST_GUILESS_MAIN(TestEngineFaults)
#include "tst_enginefaults.moc"
