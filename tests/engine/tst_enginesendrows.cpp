// SPDX-License-Identifier: MIT
#include "domain/ports/consentstore.h"
#include "engine/engineharness.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Script = FakeProvider::SendScript;

namespace {

const QString &caller = maria;
const QString &other = bob;
const Error serverError{ErrorKind::Server, u"503"_s, {}, 503, {}};

QString attempts(const EngineHarness &h)
{
    return h.cell(u"SELECT group_concat(state || ' ' || attempt, ', ') FROM outbox"_s);
}

/// Notes when each text left.
std::vector<UtcTime> &noteSends(EngineHarness &h, std::vector<UtcTime> &sent)
{
    h.provider.onSend = [&h, &sent](const SendRequest &) { sent.push_back(h.provider.now()); };
    return sent;
}

Script serverSays(int status, bool accepts)
{
    Script script = Script::unknown(accepts);
    script.error = {ErrorKind::Server, u"HTTP %1"_s.arg(status), {}, status, {}};
    return script;
}

void runUntilSent(EngineHarness &h)
{
    while (h.provider.sends.empty())
        h.run(50ms);
}

} // namespace

/// The rows of faults.md 3 about how a send ends, word by word, and the resend of 5.3.
class TestEngineSendRows : public QObject {
    Q_OBJECT

private slots:
    void f04TakenTextIsBeingCheckedNotFailed_data();
    void f04TakenTextIsBeingCheckedNotFailed();
    void f06RetryAfterOfASend_data();
    void f06RetryAfterOfASend();
    void f06DeadlineStillRules_data();
    void f06DeadlineStillRules();
    void f07ServerErrorMayHaveAccepted_data();
    void f07ServerErrorMayHaveAccepted();
    void f10RefusedAccountTellsOnceInTheProvidersWords_data();
    void f10RefusedAccountTellsOnceInTheProvidersWords();
    void f10SuspendedByTheAccountCheck();
    void f10NotRegisteredByDeliveryReports();
    void f11OptedOutAtTheProvider();
    void f13LandlineIsRememberedNinetyDays_data();
    void f13LandlineIsRememberedNinetyDays();
    void earlyLooksAdoptAtOnce_data();
    void earlyLooksAdoptAtOnce();
    void waitIsCountedAnewForTheSecondAttempt_data();
    void waitIsCountedAnewForTheSecondAttempt();
    void laterStartsDoNotBeginTheWaitAnew();
    void secondCallTextsKeepTheCoolDown();
};

void TestEngineSendRows::f04TakenTextIsBeingCheckedNotFailed_data()
{
    QTest::addColumn<qint64>("listedAfter"); // ms after the provider took it
    QTest::newRow("at once") << qint64(0);
    QTest::newRow("shortly before the wait is over") << qint64(130000);
}

void TestEngineSendRows::f04TakenTextIsBeingCheckedNotFailed()
{
    QFETCH(qint64, listedAfter);
    EngineHarness h;
    h.provider.listingDelay = Millis(listedAfter);
    h.startWatching();
    h.provider.scripts = {Script::unknown(true, UnknownCause::GaveUpWaiting)};
    h.provider.addMissedCall(caller);
    runUntilSent(h);
    std::set<QString> seen;
    Millis waited{0};
    while (h.outbox(caller) != u"accepted"_s && waited < 5min) {
        h.run(500ms);
        waited += 500ms;
        seen.insert(h.cell(u"SELECT o.state || ' ' || m.status FROM outbox o JOIN messages m ON m.id = o.message"_s));
    }
    const std::set<QString> checking{u"inflight sending"_s, u"unknown unknown"_s, u"accepted sent"_s};
    QCOMPARE(seen, checking);
    QVERIFY2(waited <= 30s + 120s, qPrintable(QString::number(waited.count())));
    h.run(10min);
    QCOMPARE(static_cast<int>(h.provider.sends.size()), 1);
    QCOMPARE(attempts(h), u"accepted 1"_s);
    QCOMPARE(h.decision(caller), u"send open"_s);
}

void TestEngineSendRows::f06RetryAfterOfASend_data()
{
    QTest::addColumn<std::optional<qint64>>("asked");
    QTest::addColumn<qint64>("shortest");
    QTest::addColumn<qint64>("longest");
    QTest::newRow("a second") << std::optional<qint64>(1000) << qint64(1000) << qint64(1500);
    QTest::newRow("seconds") << std::optional<qint64>(47000) << qint64(47000) << qint64(47500);
    QTest::newRow("missing") << std::optional<qint64>() << qint64(500) << qint64(2500);
    QTest::newRow("zero") << std::optional<qint64>(0) << qint64(500) << qint64(2500);
    QTest::newRow("negative") << std::optional<qint64>(-7000) << qint64(500) << qint64(2500);
    QTest::newRow("ten days") << std::optional<qint64>(864000000) << qint64(300000) << qint64(300500);
}

void TestEngineSendRows::f06RetryAfterOfASend()
{
    QFETCH(std::optional<qint64>, asked);
    QFETCH(qint64, shortest);
    QFETCH(qint64, longest);
    EngineHarness h;
    h.startWatching();
    Script limited = Script::notAccepted(ErrorKind::RateLimited, 429);
    if (asked)
        limited.error.retryAfter = Millis(*asked);
    h.provider.scripts = {limited};
    std::vector<UtcTime> sent;
    noteSends(h, sent);
    h.provider.addMissedCall(caller);
    h.run(7min);
    QCOMPARE(sent.size(), size_t(2));
    const Millis wait = sent[1] - sent[0] - limited.delay; // from the answer to the next try
    QVERIFY2(wait >= Millis(shortest) && wait <= Millis(longest), qPrintable(QString::number(wait.count())));
    QCOMPARE(attempts(h), u"accepted 2"_s);
    QCOMPARE(h.cell(u"SELECT resent FROM outbox"_s), u"0"_s); // a sure no is no reason to lose the one resend
}

void TestEngineSendRows::f06DeadlineStillRules_data()
{
    QTest::addColumn<std::optional<qint64>>("asked");
    QTest::newRow("missing") << std::optional<qint64>();
    QTest::newRow("seconds") << std::optional<qint64>(20000);
    QTest::newRow("ten days") << std::optional<qint64>(864000000);
}

void TestEngineSendRows::f06DeadlineStillRules()
{
    QFETCH(std::optional<qint64>, asked);
    EngineHarness h;
    h.startWatching();
    Script limited = Script::notAccepted(ErrorKind::RateLimited, 429);
    if (asked)
        limited.error.retryAfter = Millis(*asked);
    h.provider.sendScript = [limited](const SendRequest &) { return limited; };
    std::vector<UtcTime> sent;
    noteSends(h, sent);
    h.provider.addMissedCall(caller);
    const UtcTime ended = h.provider.now();
    h.run(10min + 70s);
    QCOMPARE(h.decision(caller), u"skip too-old"_s);
    QCOMPARE(h.outbox(caller), u"skipped"_s);
    QVERIFY2(sent.size() >= 2 && sent.size() <= 45, qPrintable(QString::number(sent.size())));
    for (const UtcTime at : sent)
        QVERIFY(at - ended <= 10min);
}

void TestEngineSendRows::f07ServerErrorMayHaveAccepted_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("accepts");
    for (const int status : {500, 502, 503, 504}) {
        QTest::addRow("taken, then %d", status) << status << true;
        QTest::addRow("not taken, %d", status) << status << false;
    }
}

void TestEngineSendRows::f07ServerErrorMayHaveAccepted()
{
    QFETCH(int, status);
    QFETCH(bool, accepts);
    EngineHarness h;
    h.startWatching();
    h.provider.scripts = {serverSays(status, accepts)};
    std::vector<UtcTime> sent;
    noteSends(h, sent);
    h.provider.addMissedCall(caller);
    runUntilSent(h);
    h.run(1s);
    QCOMPARE(attempts(h), u"unknown 1"_s);
    h.run(29s);
    QCOMPARE(sent.size(), size_t(1)); // neither at once nor before the list had its time
    h.run(10min);
    QCOMPARE(sent.size(), accepts ? size_t(1) : size_t(2));
    QCOMPARE(attempts(h), accepts ? u"accepted 1"_s : u"accepted 2"_s);
    QCOMPARE(h.provider.textsTo(caller), 1);
}

void TestEngineSendRows::f10RefusedAccountTellsOnceInTheProvidersWords_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::newRow("suspended") << 403 << u"20005"_s;
    QTest::newRow("unpaid") << 402 << u"20005"_s;
    QTest::newRow("sender not registered") << 403 << u"30034"_s;
}

void TestEngineSendRows::f10RefusedAccountTellsOnceInTheProvidersWords()
{
    QFETCH(int, status);
    QFETCH(QString, code);
    EngineHarness h;
    h.startWatching();
    Script refusal = Script::refused(ErrorKind::Rejected, status, code);
    refusal.error.detail = u"Account is not active. Please contact support <b>now</b>."_s;
    h.provider.sendScript = [refusal](const SendRequest &) { return refusal; };
    const int callers = 40;
    std::vector<UtcTime> sent;
    noteSends(h, sent);
    for (int i = 0; i < callers; ++i) {
        h.provider.addMissedCall(u"+1313223%1"_s.arg(3000 + i));
        h.run(5min + 10s);
    }
    // Over three hours, in which the account itself is checked and found active: one banner, and it stays.
    QVERIFY(h.provider.checks >= 3);
    const auto refusals = std::count_if(h.events.begin(), h.events.end(), [](const EngineEvent &event) {
        return event.kind == EngineEvent::Kind::Connection && event.reason == u"refused"_s;
    });
    QCOMPARE(refusals, 1);
    QVERIFY(h.states.back().kind == ConnectionState::Kind::Refused);
    QCOMPARE(h.states.back().error->detail, refusal.error.detail);
    QCOMPARE(h.rows(u"SELECT verdict, reason, count(*) FROM decisions GROUP BY verdict, reason"_s),
             QStringList{u"skip account-refused %1"_s.arg(callers)});
    // The circuit is open: a probe now and then, and between two of them nothing.
    for (size_t i = 1; i < sent.size(); ++i)
        QVERIFY(sent[i] - sent[i - 1] >= 5min);
    QCOMPARE(h.provider.texts(), 0);
    // A person's own message is tried, and its failure told.
    h.engine->messages()->sendTo(*PhoneNumber::parse(caller), u"Hello"_s);
    h.run(5s);
    QCOMPARE(h.outbox(caller), u"failed"_s);
    QCOMPARE(h.cell(u"SELECT error_text FROM messages ORDER BY id DESC LIMIT 1"_s), refusal.error.detail);
    // It works again: the first text that goes closes the circuit.
    h.provider.sendScript = {};
    h.run(6min);
    h.provider.addMissedCall(other);
    h.run(20s);
    QCOMPARE(h.provider.textsTo(other), 1);
    QVERIFY(h.states.back().kind == ConnectionState::Kind::Online);
}

void TestEngineSendRows::f10NotRegisteredByDeliveryReports()
{
    // The provider takes every text, and says afterwards that carriers dropped it: the same banner, and the next callers are not "texted".
    EngineHarness h;
    h.startWatching();
    h.provider.addMissedCall(caller);
    h.run(20s);
    QCOMPARE(h.provider.textsTo(caller), 1);
    const QString words = u"Message from an Unregistered Number"_s;
    h.provider.allTexts.back().message.errorText = words;
    h.provider.setDelivery(h.provider.lastText()->message.providerMessageId, DeliveryStatus::Undelivered, u"30034"_s);
    h.run(20s);
    QVERIFY(h.states.back().kind == ConnectionState::Kind::Refused);
    QCOMPARE(h.states.back().error->detail, words);
    QCOMPARE(h.states.back().error->providerCode, u"30034"_s);
    h.provider.addMissedCall(other);
    h.run(20s);
    QCOMPARE(h.provider.textsTo(other), 0);
    QCOMPARE(h.decision(other), u"skip account-refused"_s);
    // One goes out now and then; that it is taken proves nothing.
    const QString third = u"+13132234777"_s;
    h.run(6min);
    h.provider.addMissedCall(third);
    h.run(20s);
    QCOMPARE(h.provider.textsTo(third), 1);
    QVERIFY(h.states.back().kind == ConnectionState::Kind::Refused);
    // That it arrives does.
    h.provider.setDelivery(h.provider.lastText()->message.providerMessageId, DeliveryStatus::Delivered);
    h.run(20s);
    QVERIFY(h.states.back().kind == ConnectionState::Kind::Online);
    const auto refusals = std::count_if(h.events.begin(), h.events.end(), [](const EngineEvent &event) {
        return event.kind == EngineEvent::Kind::Connection && event.reason == u"refused"_s;
    });
    QCOMPARE(refusals, 1);
}

void TestEngineSendRows::f10SuspendedByTheAccountCheck()
{
    EngineHarness h;
    h.provider.active = false;
    h.startWatching();
    QVERIFY(h.states.back().kind == ConnectionState::Kind::Refused);
    h.run(1min);
    h.provider.active = true;
    h.run(6min);
    QVERIFY(h.states.back().kind == ConnectionState::Kind::Online);
    // What a text was told is taken back by a text, or when a person wants another try.
    h.provider.scripts = {Script::refused(ErrorKind::Rejected, 403, u"30034"_s)};
    h.provider.addMissedCall(caller);
    h.run(20s);
    QVERIFY(h.states.back().kind == ConnectionState::Kind::Refused);
    h.run(2h);
    QVERIFY(h.states.back().kind == ConnectionState::Kind::Refused);
    h.engine->checkNow();
    h.run(5s);
    QVERIFY(h.states.back().kind == ConnectionState::Kind::Online);
}

void TestEngineSendRows::f11OptedOutAtTheProvider()
{
    EngineHarness h;
    h.startWatching();
    h.provider.scripts = {Script::refused(ErrorKind::OptedOut, 400, u"21610"_s)};
    h.provider.addMissedCall(caller);
    h.run(20s);
    QVERIFY(*h.store->consent().isOptedOut(*PhoneNumber::parse(caller)));
    QCOMPARE(h.decision(caller), u"skip opted-out"_s);
    QCOMPARE(h.outbox(caller), u"failed"_s);
    QCOMPARE(h.rows(u"SELECT opted_out, source, evidence FROM consent_log"_s), QStringList{u"1 provider 21610"_s});
    QCOMPARE(h.count(EngineEvent::Kind::OptOut), 1);
    QVERIFY((*h.store->conversation(h.conversation(caller)))->optedOut); // what the composer goes by
    // A person's message is refused before it leaves, in this run and in the next.
    h.engine->messages()->send(h.conversation(caller), u"Sorry!"_s);
    h.beOff(25h);
    h.engine->messages()->send(h.conversation(caller), u"Sorry!"_s);
    h.run(5s);
    QCOMPARE(h.failures.size(), size_t(2));
    QVERIFY(h.failures[0].second.kind == ErrorKind::OptedOut && h.failures[1].second.kind == ErrorKind::OptedOut);
    h.provider.addMissedCall(caller);
    h.run(1min);
    QCOMPARE(h.decision(caller), u"skip opted-out"_s);
    QCOMPARE(static_cast<int>(h.provider.sends.size()), 1);
    // START lifts it.
    h.provider.addReply(caller, u"START"_s);
    h.run(15s);
    QVERIFY(!(*h.store->conversation(h.conversation(caller)))->optedOut);
    h.provider.addMissedCall(caller);
    h.run(20s);
    QCOMPARE(h.provider.textsTo(caller), 1);
}

void TestEngineSendRows::f13LandlineIsRememberedNinetyDays_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("byDelivery"); // else the send itself is refused
    QTest::newRow("30006, delivery") << u"30006"_s << true;
    QTest::newRow("21614") << u"21614"_s << false;
    QTest::newRow("21635") << u"21635"_s << false;
}

void TestEngineSendRows::f13LandlineIsRememberedNinetyDays()
{
    QFETCH(QString, code);
    QFETCH(bool, byDelivery);
    EngineHarness h;
    h.startWatching();
    if (!byDelivery) {
        Script refusal = Script::refused(ErrorKind::InvalidRecipient, 400, code);
        refusal.recipient = NumberCapability::Landline;
        h.provider.scripts = {refusal};
    }
    h.provider.addMissedCall(caller);
    h.run(10s);
    if (byDelivery) {
        h.provider.setDelivery(h.provider.lastText()->message.providerMessageId, DeliveryStatus::Undelivered, code,
                               NumberCapability::Landline);
        h.run(10s);
        QCOMPARE(h.cell(u"SELECT status, error_code FROM messages"_s), u"undelivered "_s + code);
    } else {
        QCOMPARE(h.decision(caller), u"skip landline"_s);
        QCOMPARE(h.outbox(caller), u"failed"_s);
        QCOMPARE(h.cell(u"SELECT error_code FROM messages"_s), code);
    }
    QVERIFY((*h.store->conversation(h.conversation(caller)))->needsReply); // call back
    const size_t before = h.provider.sends.size();
    h.beOff(89 * 24h);
    h.provider.addMissedCall(caller);
    h.run(30s);
    QCOMPARE(h.decision(caller), u"skip landline"_s);
    QVERIFY((*h.store->conversation(h.conversation(caller)))->needsReply);
    QCOMPARE(h.provider.sends.size(), before);
    h.beOff(2 * 24h); // the 91st day
    h.provider.addMissedCall(caller);
    h.run(30s);
    QCOMPARE(h.decision(caller), u"send open"_s);
    QCOMPARE(h.provider.sends.size(), before + 1);
}

void TestEngineSendRows::earlyLooksAdoptAtOnce_data()
{
    QTest::addColumn<UnknownCause>("cause");
    QTest::addColumn<qint64>("listedAfter"); // ms after the attempt ended
    QTest::addColumn<qint64>("adoptedAt");   // likewise
    for (const UnknownCause cause : {UnknownCause::ConnectionEnded, UnknownCause::GaveUpWaiting}) {
        QTest::addRow("%s, there at once", qPrintable(toString(cause))) << cause << qint64(0) << qint64(3000);
        QTest::addRow("%s, after 5 s", qPrintable(toString(cause))) << cause << qint64(5000) << qint64(10000);
    }
    QTest::newRow("closed, after 25 s") << UnknownCause::ConnectionEnded << qint64(25000) << qint64(30000);
    QTest::newRow("time-out, after 25 s") << UnknownCause::GaveUpWaiting << qint64(25000) << qint64(45000);
    QTest::newRow("time-out, after 110 s") << UnknownCause::GaveUpWaiting << qint64(110000) << qint64(120000);
}

void TestEngineSendRows::earlyLooksAdoptAtOnce()
{
    QFETCH(UnknownCause, cause);
    QFETCH(qint64, listedAfter);
    QFETCH(qint64, adoptedAt);
    EngineHarness h;
    h.startWatching();
    const Script script = Script::unknown(true, cause);
    h.provider.listingDelay = listedAfter > 0 ? script.delay + Millis(listedAfter) : 0ms;
    h.provider.scripts = {script};
    h.provider.addMissedCall(caller);
    runUntilSent(h);
    h.provider.messagesError = serverError; // only the looks can find it
    Millis waited = -script.delay;
    while (h.outbox(caller) != u"accepted"_s && waited < 5min) {
        h.run(50ms);
        waited += 50ms;
    }
    QVERIFY2(waited >= Millis(adoptedAt) && waited <= Millis(adoptedAt) + 500ms, qPrintable(QString::number(waited.count())));
    QCOMPARE(attempts(h), u"accepted 1"_s);
    QCOMPARE(static_cast<int>(h.provider.sends.size()), 1);
}

void TestEngineSendRows::waitIsCountedAnewForTheSecondAttempt_data()
{
    QTest::addColumn<UnknownCause>("first");
    QTest::addColumn<UnknownCause>("second");
    const auto closed = UnknownCause::ConnectionEnded;
    const auto timeout = UnknownCause::GaveUpWaiting;
    QTest::newRow("closed, closed") << closed << closed;
    QTest::newRow("closed, time-out") << closed << timeout;
    QTest::newRow("time-out, closed") << timeout << closed;
    QTest::newRow("time-out, time-out") << timeout << timeout;
}

void TestEngineSendRows::waitIsCountedAnewForTheSecondAttempt()
{
    QFETCH(UnknownCause, first);
    QFETCH(UnknownCause, second);
    const auto waitFor = [](UnknownCause cause) { return cause == UnknownCause::GaveUpWaiting ? Millis(120s) : Millis(30s); };
    EngineHarness h;
    h.startWatching();
    const Script one = Script::unknown(false, first);
    const Script two = Script::unknown(false, second);
    h.provider.scripts = {one, two};
    std::vector<UtcTime> sent;
    noteSends(h, sent);
    h.provider.addMissedCall(caller);
    std::optional<UtcTime> gaveUp;
    for (Millis passed{0}; passed < 9min; passed += 100ms) {
        h.run(100ms);
        if (!gaveUp && h.outbox(caller) == u"unconfirmed"_s)
            gaveUp = h.provider.now();
    }
    QCOMPARE(sent.size(), size_t(2)); // one resend, never another
    QVERIFY(sent[1] - (sent[0] + one.delay) >= waitFor(first));
    QVERIFY(gaveUp);
    const Millis waited = *gaveUp - (sent[1] + two.delay);
    QVERIFY2(waited >= waitFor(second) && waited <= waitFor(second) + 1s, qPrintable(QString::number(waited.count())));
    QCOMPARE(attempts(h), u"unconfirmed 2"_s);
    // A person decides, as often as they like.
    h.engine->messages()->sendAgain(h.lastMessage(caller));
    h.run(5s);
    QCOMPARE(h.provider.textsTo(caller), 1);
}

void TestEngineSendRows::laterStartsDoNotBeginTheWaitAnew()
{
    EngineHarness h;
    h.startWatching();
    h.provider.scripts = {Script::hanging(false)};
    std::vector<UtcTime> sent;
    noteSends(h, sent);
    h.provider.addMissedCall(caller);
    runUntilSent(h);
    h.run(2s);
    h.kill();
    h.time.advance(20s);
    h.restart();
    const UtcTime firstStart = h.provider.now();
    for (int i = 0; i < 5; ++i) {
        h.run(5s);
        h.restart();
    }
    h.run(20s);
    QCOMPARE(sent.size(), size_t(2));
    const Millis waited = sent[1] - firstStart;
    QVERIFY2(waited >= 30s && waited <= 36s, qPrintable(QString::number(waited.count())));
    QCOMPARE(attempts(h), u"accepted 2"_s);
}

/// Two bursts a little over a day apart: a text-back each, but the second burst's "called again" comes within a day of the first one's.
void TestEngineSendRows::secondCallTextsKeepTheCoolDown()
{
    EngineHarness h;
    h.startWatching();
    const auto missed = [&] {
        h.provider.addMissedCall(caller);
        h.run(20s);
    };
    missed();
    h.run(9min);
    missed();
    QCOMPARE(h.decision(caller), u"send second-call"_s);
    h.beOff(24h - 9min);
    missed();
    QCOMPARE(h.decision(caller), u"send open"_s);
    h.run(1min);
    missed();
    QCOMPARE(h.decision(caller), u"skip second-call-limit"_s);
    QCOMPARE(h.provider.textsTo(caller), 3);
}

QTEST_GUILESS_MAIN(TestEngineSendRows)
#include "tst_enginesendrows.moc"
