// SPDX-License-Identifier: MIT
#include "engine/engineharness.h"

#include <QTest>

#include <algorithm>

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Script = FakeProvider::SendScript;
using Kind = ConnectionState::Kind;

namespace {

const QString &caller = maria;
const QString &other = bob;

Error wrongCertificate(QLatin1StringView code)
{
    Error error{ErrorKind::Network, u"api.example.com: tls-refused (The certificate is self-signed (issued by Evil Proxy))"_s, {}, 0, code};
    error.certificate = ShownCertificate{u"api.example.com"_s, u"Evil Proxy"_s};
    return error;
}

int tellings(const EngineHarness &h, const QString &state)
{
    return static_cast<int>(std::count_if(h.events.begin(), h.events.end(), [&](const EngineEvent &event) {
        return event.kind == EngineEvent::Kind::Connection && event.reason == state;
    }));
}

QString cursors(const EngineHarness &h)
{
    return h.rows(u"SELECT kind, position FROM cursors ORDER BY kind"_s).join(u", "_s);
}

} // namespace

/// What lies between this PC and the provider (faults.md): no network, somebody else's answers, wrong certificates, a keychain that waits.
class TestEngineNetwork : public QObject {
    Q_OBJECT

private slots:
    void f17OfflineIsToldWithinTenSeconds_data();
    void f17OfflineIsToldWithinTenSeconds();
    void f17AnHourWithoutAnswer_data();
    void f17AnHourWithoutAnswer();
    void f18SignInPageMovesNoCursor_data();
    void f18SignInPageMovesNoCursor();
    void f19WrongCertificateHoldsAtOnce_data();
    void f19WrongCertificateHoldsAtOnce();
    void f20WrongClockIsItsOwnTrouble();
    void f25RowsThatCannotBeReadAreTold();
    void f48KeychainIsWaitedFor_data();
    void f48KeychainIsWaitedFor();
    void f48SignInThatIsGone();
};

void TestEngineNetwork::f17OfflineIsToldWithinTenSeconds_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<qint64>("latency"); // until the failure shows
    QTest::addColumn<qint64>("within");
    QTest::newRow("no route, at once") << int(ErrorKind::Network) << qint64(1) << qint64(10000);
    QTest::newRow("no name, after two seconds") << int(ErrorKind::Network) << qint64(2000) << qint64(10000);
    // A cable that is pulled under a kept connection says nothing: the deadline of a GET is what ends the wait.
    QTest::newRow("silence") << int(ErrorKind::Timeout) << qint64(20000) << qint64(23000);
}

void TestEngineNetwork::f17OfflineIsToldWithinTenSeconds()
{
    QFETCH(int, kind);
    QFETCH(qint64, latency);
    QFETCH(qint64, within);
    EngineHarness h;
    h.startWatching();
    h.run(1min);
    QVERIFY(h.states.back().kind == Kind::Online);
    const Error error{ErrorKind(kind), u"gone"_s, {}, 0, {}};
    h.provider.callsError = h.provider.messagesError = error;
    h.provider.latency = Millis(latency);
    h.run(Millis(within));
    QVERIFY(h.states.back().kind == Kind::Offline);
    QCOMPARE(h.states.back().error, std::optional(error));
    QVERIFY(h.states.back().nextTry);
    QCOMPARE(tellings(h, u"offline"_s), 1);
}

void TestEngineNetwork::f17AnHourWithoutAnswer_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("state");
    QTest::newRow("no network") << int(ErrorKind::Network) << 0 << int(Kind::Offline);
    QTest::newRow("the provider is down") << int(ErrorKind::Server) << 503 << int(Kind::ProviderDown);
    QTest::newRow("slowed down all the time") << int(ErrorKind::RateLimited) << 429 << int(Kind::RateLimited);
}

void TestEngineNetwork::f17AnHourWithoutAnswer()
{
    QFETCH(int, kind);
    QFETCH(int, status);
    QFETCH(int, state);
    EngineHarness h;
    h.startWatching();
    h.run(5min);
    const QString before = cursors(h);
    h.provider.callsError = h.provider.messagesError = Error{ErrorKind(kind), {}, {}, status, {}};
    const int requests = h.provider.requests();
    h.run(5min);
    h.provider.addMissedCall(other);
    h.provider.addReply(u"+13132230199"_s, u"STOP"_s);
    h.run(50min);
    h.provider.addMissedCall(u"+13132230199"_s);
    h.provider.addMissedCall(caller);
    h.run(5min);
    QCOMPARE(int(h.states.back().kind), state);
    QCOMPARE(tellings(h, toString(Kind(state))), 1);
    // An hour of waits of up to 60 s: 45 s on average, and 30 s where they spread over the whole span (429).
    const int most = status == 429 ? 150 : 100;
    QVERIFY2(h.provider.requests() - requests <= most, qPrintable(QString::number(h.provider.requests() - requests)));
    QVERIFY(h.provider.requests() - requests >= 55); // and it did go on asking
    QCOMPARE(cursors(h), before);
    h.provider.callsError.reset();
    h.provider.messagesError.reset();
    h.run(75s);
    QVERIFY(h.states.back().kind == Kind::Online);
    QCOMPARE(h.decision(caller), u"send open"_s);
    QCOMPARE(h.decision(other), u"skip too-old"_s);
    QCOMPARE(h.decision(u"+13132230199"_s), u"skip opted-out"_s); // what came meanwhile is known before anything is sent
    QCOMPARE(h.provider.texts(), 1);
}

void TestEngineNetwork::f18SignInPageMovesNoCursor_data()
{
    QTest::addColumn<QString>("code");
    QTest::newRow("another format") << QString(notJsonCode);
    QTest::newRow("a redirect") << QString(redirectCode);
}

void TestEngineNetwork::f18SignInPageMovesNoCursor()
{
    QFETCH(QString, code);
    EngineHarness h;
    h.startWatching();
    h.run(2min);
    const QString before = cursors(h);
    QVERIFY(before.contains("calls"_L1) && before.contains("messages"_L1));
    h.provider.callsError = h.provider.messagesError = Error{ErrorKind::BadResponse, u"the answer is no JSON"_s, {}, 200, code};
    h.run(1min);
    h.provider.addMissedCall(other);
    h.run(40min); // far beyond the overlap of two looks
    h.provider.addMissedCall(caller);
    h.provider.addReply(other, u"Hello"_s);
    h.run(5min);
    QVERIFY(h.states.back().kind == Kind::ProviderDown);
    QCOMPARE(h.states.back().error->providerCode, code); // the window says that it is not the provider who answers
    QCOMPARE(cursors(h), before);
    QCOMPARE(h.cell(u"SELECT count(*) FROM calls"_s), u"0"_s);
    QCOMPARE(static_cast<int>(h.provider.sends.size()), 0);
    h.provider.callsError.reset();
    h.provider.messagesError.reset();
    h.run(75s);
    QCOMPARE(h.provider.textsTo(caller), 1);
    QCOMPARE(h.decision(other), u"skip too-old"_s); // known all the same
    QCOMPARE(h.count(EngineEvent::Kind::Reply), 1);
}

void TestEngineNetwork::f19WrongCertificateHoldsAtOnce_data()
{
    QTest::addColumn<bool>("isRunning");
    QTest::newRow("from the start") << false;
    QTest::newRow("in mid-work") << true;
}

void TestEngineNetwork::f19WrongCertificateHoldsAtOnce()
{
    QFETCH(bool, isRunning);
    const Error error = wrongCertificate(tlsRefusedCode);
    EngineHarness h;
    h.settings.rules.sendDelaySeconds = 10;
    if (!isRunning)
        h.provider.checkError = error;
    h.startWatching();
    if (isRunning) {
        h.provider.addMissedCall(caller);
        h.run(5s);
        QCOMPARE(h.outbox(caller), u"queued"_s);
    }
    const int looks = h.provider.callPolls;
    h.provider.callsError = error;
    while (isRunning && h.provider.callPolls == looks)
        h.run(100ms);
    h.run(100ms);
    QVERIFY(h.provider.callPolls <= looks + 1); // one look is enough: this is no blip
    QVERIFY(h.states.back().kind == Kind::Untrusted);
    h.provider.messagesError = error;
    QCOMPARE(h.states.back().error, std::optional(error));
    h.run(2min);
    QCOMPARE(static_cast<int>(h.provider.sends.size()), 0);
    QCOMPARE(tellings(h, u"untrusted"_s), 1);
    const auto told =
        std::find_if(h.events.begin(), h.events.end(), [](const EngineEvent &event) { return event.reason == u"untrusted"_s; });
    QVERIFY(told->detail.contains("api.example.com"_L1) && told->detail.contains("Evil Proxy"_L1));
    h.provider.callsError.reset();
    h.provider.messagesError.reset();
    h.provider.checkError.reset();
    h.run(75s);
    QVERIFY(h.states.back().kind == Kind::Online);
    QCOMPARE(h.provider.textsTo(caller), isRunning ? 1 : 0);
}

void TestEngineNetwork::f20WrongClockIsItsOwnTrouble()
{
    EngineHarness h;
    h.startWatching();
    h.provider.callsError = h.provider.messagesError = wrongCertificate(clockSuspectedCode);
    h.run(5s);
    QVERIFY(h.states.back().kind == Kind::Untrusted);
    QCOMPARE(h.states.back().error->providerCode, QString(clockSuspectedCode)); // by which the window says "clock"
}

void TestEngineNetwork::f25RowsThatCannotBeReadAreTold()
{
    EngineHarness h;
    h.startWatching();
    const auto errors = [&h] { return h.count(EngineEvent::Kind::Error); };
    QCOMPARE(errors(), 0);
    h.provider.unreadableCalls = 1;
    h.provider.addMissedCall(caller);
    h.run(1min); // many polls see it
    QCOMPARE(errors(), 1);
    const auto told =
        std::find_if(h.events.begin(), h.events.end(), [](const EngineEvent &event) { return event.kind == EngineEvent::Kind::Error; });
    QCOMPARE(told->reason, u"bad-response"_s);
    QVERIFY2(told->detail.contains("call log"_L1), qPrintable(told->detail));
    QCOMPARE(h.provider.textsTo(caller), 1); // the others are fine
    QVERIFY(h.states.back().kind == Kind::Online);
    h.provider.unreadableCalls = 3;
    h.provider.unreadableMessages = 1;
    h.run(1min);
    QCOMPARE(errors(), 3);
    h.provider.unreadableCalls = 0;
    h.run(1min);
    h.provider.unreadableCalls = 1; // a new one
    h.run(1min);
    QCOMPARE(errors(), 4);
}

void TestEngineNetwork::f48KeychainIsWaitedFor_data()
{
    QTest::addColumn<QString>("code");
    for (const char *code : {"locked", "no-service", "denied", "other"})
        QTest::newRow(code) << QString::fromLatin1(code);
}

void TestEngineNetwork::f48KeychainIsWaitedFor()
{
    QFETCH(QString, code);
    EngineHarness h;
    h.startWatching();
    h.engine->holdForKeychain({ErrorKind::Keychain, u"the keyring"_s, {}, 0, code});
    QVERIFY(h.states.back().kind == Kind::KeychainLocked); // not "sign in again"
    QCOMPARE(h.states.back().error->providerCode, code);
    const int requests = h.provider.requests();
    h.provider.addMissedCall(caller);
    h.run(1min);
    QCOMPARE(h.provider.requests(), requests);
    h.engine->messages()->sendTo(*PhoneNumber::parse(other), u"Hello"_s);
    QCOMPARE(h.failures.size(), size_t(1));
    h.engine->start({});
    h.run(10s);
    QCOMPARE(h.provider.textsTo(caller), 1);
    QVERIFY(h.states.back().kind == Kind::Online);
    QCOMPARE(tellings(h, u"signed-out"_s), 0);
}

void TestEngineNetwork::f48SignInThatIsGone()
{
    EngineHarness h;
    h.provider.takesSecrets = false;
    h.start();
    h.run(10s);
    QVERIFY(h.states.back().kind == Kind::NotSetUp);
    QCOMPARE(h.states.back().error->providerCode, QString(signInMissingCode));
    QCOMPARE(h.provider.requests(), 0);
}

QTEST_GUILESS_MAIN(TestEngineNetwork)
#include "tst_enginenetwork.moc"
