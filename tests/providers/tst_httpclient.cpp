// SPDX-License-Identifier: MIT
#include "providers/clientfixture.h"

#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace textback;
using namespace textback::test;
using namespace std::chrono_literals;

/// The client against servers on loopback: what only a real connection can show.
class HttpClientTest : public QObject, private ClientFixture {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void aRefusedConnectionSendsNothing();
    void anEmptyPostIsNotSent();
    void aPostIsAnsweredAndSignedOnce_data();
    void aPostIsAnsweredAndSignedOnce();
    void a401IsAnAnswerAndAskedOnce_data();
    void a401IsAnAnswerAndAskedOnce();

    void onlyKnownOriginsAreAsked_data();
    void onlyKnownOriginsAreAsked();

    void silenceEndsAtTheDeadline_data();
    void silenceEndsAtTheDeadline();
    void cookiesAreNotKept();

    void droppingConnectionsEndsLooksButNotTexts();
    void destructionEndsWithoutAnAnswer();
};

void HttpClientTest::initTestCase()
{
    LoopbackServer::trustTestCa();
}

void HttpClientTest::init()
{
    makeNetwork();
}

void HttpClientTest::cleanup()
{
    dropNetwork();
}

void HttpClientTest::aRefusedConnectionSendsNothing()
{
    LoopbackServer server;
    const OutgoingRequest request = post(server);
    HttpClient client(*m_network, m_clock, *m_scheduler, optionsFor(server));
    server.close();
    const auto answer = ask(client, request);
    QVERIFY(answer);
    QCOMPARE(toString(answer->end), toString(HttpEnd::Unreachable));
    QVERIFY(!answer->mayHaveArrived);
}

void HttpClientTest::anEmptyPostIsNotSent()
{
    // Qt never reads and so never rewinds an empty body: nothing would keep it from going out twice, and nothing would tell.
    LoopbackServer server;
    server.setScript([](WireConnection &connection, const WireRequest &) { connection.close(); });
    HttpClient client(*m_network, m_clock, *m_scheduler, optionsFor(server));
    OutgoingRequest request = post(server);
    request.body.clear();
    const auto answer = ask(client, request);
    QVERIFY(answer);
    QCOMPARE(toString(answer->end), toString(HttpEnd::NotAllowed));
    QVERIFY(!answer->mayHaveArrived);
    QCOMPARE(server.connections, 0);
}

void HttpClientTest::aPostIsAnsweredAndSignedOnce_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<int>("bytes");
    QTest::newRow("http") << QString() << 30;
    QTest::newRow("https") << u"good"_s << 30;
    QTest::newRow("https, larger than one read") << u"good"_s << 300000;
}

void HttpClientTest::aPostIsAnsweredAndSignedOnce()
{
    QFETCH(QString, certificate);
    QFETCH(int, bytes);
    LoopbackServer server(certificate);
    server.setScript([](WireConnection &connection, const WireRequest &) {
        connection.answer(201, R"({"sid":"SM1"})", {{"Date", "Mon, 23 Nov 2026 15:00:00 GMT"}, {"Retry-After", "3"}});
    });
    HttpClient client(*m_network, m_clock, *m_scheduler, optionsFor(server));
    OutgoingRequest request = post(server);
    request.body = QByteArray(bytes, 'b');
    const auto answer = ask(client, request);
    QVERIFY(answer);
    QVERIFY2(answer->isSuccess(), qPrintable(answer->detail));
    QCOMPARE(answer->status, 201);
    QCOMPARE(answer->body, QByteArray(R"({"sid":"SM1"})"));
    QCOMPARE(answer->date, std::optional(fromUnixMillis(1795446000000)));
    QCOMPARE(answer->retryAfter, QByteArray("3"));
    QVERIFY(answer->mayHaveArrived);
    QCOMPARE(server.requests.size(), 1);
    const WireRequest &wire = server.requests.first();
    QCOMPARE(wire.body, request.body);
    QCOMPARE(wire.headers.value("authorization"), QByteArray("Basic c2VjcmV0"));
    QCOMPARE(wire.headers.value("content-type"), QByteArray("application/x-www-form-urlencoded"));
    QVERIFY(!wire.headers.contains("upgrade")); // no HTTP/2
}

void HttpClientTest::a401IsAnAnswerAndAskedOnce_data()
{
    QTest::addColumn<bool>("isPost");
    QTest::newRow("GET") << false;
    QTest::newRow("POST") << true;
}

void HttpClientTest::a401IsAnAnswerAndAskedOnce()
{
    // With a challenge in the answer Qt could want to sign in by itself and ask again.
    QFETCH(bool, isPost);
    LoopbackServer server;
    server.setScript([](WireConnection &connection, const WireRequest &) {
        connection.answer(401, R"({"code":20003,"message":"no"})", {{"WWW-Authenticate", "Basic realm=\"Twilio API\""}});
    });
    HttpClient client(*m_network, m_clock, *m_scheduler, optionsFor(server));
    const auto answer = ask(client, isPost ? post(server) : get(server));
    QVERIFY(answer);
    QCOMPARE(toString(answer->end), toString(HttpEnd::Answered));
    QCOMPARE(answer->status, 401);
    QCOMPARE(answer->body, QByteArray(R"({"code":20003,"message":"no"})"));
    QCOMPARE(server.requests.size(), 1);
}

void HttpClientTest::onlyKnownOriginsAreAsked_data()
{
    QTest::addColumn<QString>("address"); // %1: the server's port
    QTest::newRow("another name for the same server") << u"http://localhost:%1/x"_s;
    QTest::newRow("another port") << u"http://127.0.0.1:1/x"_s;
    QTest::newRow("another scheme") << u"https://127.0.0.1:%1/x"_s;
    QTest::newRow("another host") << u"https://example.com/x"_s;
    QTest::newRow("http to another host") << u"http://example.com/x"_s;
    QTest::newRow("a name in front") << u"http://127.0.0.1:%1@example.com/x"_s;
    QTest::newRow("sign-in in the address") << u"http://user:pass@127.0.0.1:%1/x"_s;
    QTest::newRow("a file") << u"file:///etc/passwd"_s;
    QTest::newRow("nothing") << QString();
}

void HttpClientTest::onlyKnownOriginsAreAsked()
{
    QFETCH(QString, address);
    LoopbackServer server;
    HttpClient client(*m_network, m_clock, *m_scheduler, optionsFor(server));
    OutgoingRequest request = get(server);
    request.url = QUrl(address.contains(u"%1"_s) ? address.arg(server.serverPort()) : address);
    const auto answer = ask(client, request);
    QVERIFY(answer);
    QCOMPARE(toString(answer->end), toString(HttpEnd::NotAllowed));
    QVERIFY(!answer->detail.isEmpty());
    QCOMPARE(server.connections, 0);
}

void HttpClientTest::silenceEndsAtTheDeadline_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<bool>("isPost");
    QTest::newRow("GET") << QString() << false;
    QTest::newRow("POST") << QString() << true;
    QTest::newRow("POST over TLS") << u"good"_s << true;
}

void HttpClientTest::silenceEndsAtTheDeadline()
{
    QFETCH(QString, certificate);
    QFETCH(bool, isPost);
    LoopbackServer server(certificate);
    HttpClient client(*m_network, m_clock, *m_scheduler, {{server.url()}, 400ms, 400ms, 1000});
    const auto answer = ask(client, isPost ? post(server) : get(server));
    QVERIFY(answer);
    QCOMPARE(toString(answer->end), toString(HttpEnd::DeadlinePassed));
    QVERIFY(answer->mayHaveArrived);
    QCOMPARE(server.requests.size(), 1);
}

void HttpClientTest::cookiesAreNotKept()
{
    LoopbackServer server;
    server.setScript([&](WireConnection &connection, const WireRequest &) {
        connection.answer(200, "{}", {{"Set-Cookie", "id=1; Path=/"}});
    });
    HttpClient client(*m_network, m_clock, *m_scheduler, optionsFor(server));
    QVERIFY(ask(client, get(server)));
    QVERIFY(ask(client, get(server)));
    QCOMPARE(server.requests.size(), 2);
    QVERIFY(!server.requests.last().headers.contains("cookie"));
}

void HttpClientTest::droppingConnectionsEndsLooksButNotTexts()
{
    LoopbackServer server;
    WireConnection *posted = nullptr;
    server.setScript([&](WireConnection &connection, const WireRequest &request) {
        if (request.method == "POST")
            posted = &connection;
    });
    HttpClient client(*m_network, m_clock, *m_scheduler, optionsFor(server));
    std::optional<HttpAnswer> look;
    std::optional<HttpAnswer> text;
    client.send(get(server), [&](const HttpAnswer &answer) { look = answer; });
    client.send(post(server), [&](const HttpAnswer &answer) { text = answer; });
    QTRY_COMPARE(server.requests.size(), 2);
    client.dropConnections();
    QTRY_VERIFY(look);
    QCOMPARE(toString(look->end), toString(HttpEnd::ConnectionLost));
    QVERIFY(!text);
    QVERIFY(posted);
    posted->answer(201, "{}");
    QTRY_VERIFY(text);
    QVERIFY(text->isSuccess());
    // And the next request comes on a connection of its own.
    const int before = server.connections;
    server.setScript([](WireConnection &connection, const WireRequest &) { connection.answer(200, "{}"); });
    const auto next = ask(client, get(server));
    QVERIFY(next && next->isSuccess());
    QCOMPARE(server.connections, before + 1);
}

void HttpClientTest::destructionEndsWithoutAnAnswer()
{
    LoopbackServer server;
    int answers = 0;
    {
        HttpClient client(*m_network, m_clock, *m_scheduler, optionsFor(server));
        client.send(get(server), [&](const HttpAnswer &) { ++answers; });
        client.send(post(server), [&](const HttpAnswer &) { ++answers; });
        QTRY_COMPARE(server.requests.size(), 2);
        client.send(OutgoingRequest(), [&](const HttpAnswer &) { ++answers; });
    }
    QTest::qWait(50);
    QCOMPARE(answers, 0);
}

QTEST_GUILESS_MAIN(HttpClientTest)
#include "tst_httpclient.moc"
