// SPDX-License-Identifier: MIT
#include "platform/eventloopscheduler.h"
#include "platform/systemclock.h"
#include "providers/http/httpclient.h"
#include "providers/http/jsonreader.h"
#include "support/loopbackserver.h"

#include <QElapsedTimer>
#include <QFile>
#include <QNetworkAccessManager>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace textback;
using namespace textback::test;
using namespace std::chrono_literals;

/// The client against servers on loopback: what only a real connection can show.
class HttpClientTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void aPostReachesTheWireOnce_data();
    void aPostReachesTheWireOnce();
    void aStaleConnectionDoesNotDoubleAPost_data();
    void aStaleConnectionDoesNotDoubleAPost();
    void aRefusedConnectionSendsNothing();
    void anEmptyPostIsNotSent();
    void aPostIsAnsweredAndSignedOnce_data();
    void aPostIsAnsweredAndSignedOnce();
    void a401IsAnAnswerAndAskedOnce_data();
    void a401IsAnAnswerAndAskedOnce();

    void badCertificatesEndIt_data();
    void badCertificatesEndIt();
    void plainHttpWhereTlsIsExpected();
    void redirectsAreNotFollowed_data();
    void redirectsAreNotFollowed();
    void onlyKnownOriginsAreAsked_data();
    void onlyKnownOriginsAreAsked();

    void silenceEndsAtTheDeadline_data();
    void silenceEndsAtTheDeadline();
    void aTrickleEndsAtTheDeadline_data();
    void aTrickleEndsAtTheDeadline();
    void hugeBodiesAreCut_data();
    void hugeBodiesAreCut();
    void gzipIsUnpackedAndBombsAreNot();
    void halfAnAnswerIsNone_data();
    void halfAnAnswerIsNone();
    void cookiesAreNotKept();

    void droppingConnectionsEndsLooksButNotTexts();
    void destructionEndsWithoutAnAnswer();

private:
    HttpClient::Options optionsFor(const LoopbackServer &server) const { return {{server.url()}, 5s, 5s, 4 * 1024 * 1024}; }
    OutgoingRequest get(const LoopbackServer &server) const
    {
        OutgoingRequest request;
        request.url = server.url(u"/x"_s);
        request.authorization = Secret("Basic c2VjcmV0");
        return request;
    }
    OutgoingRequest post(const LoopbackServer &server) const
    {
        OutgoingRequest request = get(server);
        request.method = HttpMethod::Post;
        request.contentType = "application/x-www-form-urlencoded";
        request.body = "To=%2B13135550142&Body=Hello";
        return request;
    }
    /// Sends and waits for the answer; nothing if none came in 20 s.
    std::optional<HttpAnswer> ask(HttpClient &client, const OutgoingRequest &request)
    {
        std::optional<HttpAnswer> result;
        int answers = 0;
        client.send(request, [&](const HttpAnswer &answer) {
            result = answer;
            ++answers;
        });
        if (answers != 0)
            return std::nullopt; // never from inside the call
        if (!QTest::qWaitFor([&] { return answers > 0; }, 20000))
            return std::nullopt;
        QTest::qWait(20); // a second answer would be a bug
        return answers == 1 ? result : std::nullopt;
    }

    SystemClock m_clock;
    std::unique_ptr<EventLoopScheduler> m_scheduler;
    std::unique_ptr<QNetworkAccessManager> m_network;
};

namespace {

enum class Cut { Close, Reset, CloseAfterHead, HalfAnswer };

} // namespace

void HttpClientTest::initTestCase()
{
    LoopbackServer::trustTestCa();
}

void HttpClientTest::init()
{
    m_scheduler = std::make_unique<EventLoopScheduler>(m_clock);
    m_network = std::make_unique<QNetworkAccessManager>();
}

void HttpClientTest::cleanup()
{
    m_network.reset();
    m_scheduler.reset();
}

void HttpClientTest::aPostReachesTheWireOnce_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<Cut>("cut");
    QTest::addColumn<bool>("reused"); // on a connection that answered a request before
    for (const char *certificate : {"", "good"}) {
        const char *protocol = *certificate ? "https" : "http";
        const QString name = QString::fromLatin1(certificate);
        for (const bool reused : {false, true}) {
            const char *connection = reused ? "reused" : "fresh";
            QTest::addRow("%s, %s, closed unanswered", protocol, connection) << name << Cut::Close << reused;
            QTest::addRow("%s, %s, reset", protocol, connection) << name << Cut::Reset << reused;
            QTest::addRow("%s, %s, closed after the status line", protocol, connection) << name << Cut::CloseAfterHead << reused;
            QTest::addRow("%s, %s, closed within the answer", protocol, connection) << name << Cut::HalfAnswer << reused;
        }
    }
}

void HttpClientTest::aPostReachesTheWireOnce()
{
    QFETCH(QString, certificate);
    QFETCH(Cut, cut);
    QFETCH(bool, reused);
    LoopbackServer server(certificate);
    server.setScript([&](WireConnection &connection, const WireRequest &request) {
        if (request.method == "GET")
            return connection.answer(200, "{}");
        switch (cut) {
        case Cut::Close:
            return connection.close();
        case Cut::Reset:
            return connection.reset();
        case Cut::CloseAfterHead:
            connection.raw("HTTP/1.1 201 Created\r\n");
            return connection.close();
        case Cut::HalfAnswer:
            connection.raw("HTTP/1.1 201 Created\r\nContent-Length: 100\r\n\r\n{\"sid\":");
            return connection.close();
        }
    });
    HttpClient client(*m_network, m_clock, *m_scheduler, optionsFor(server));
    if (reused) {
        QVERIFY(ask(client, get(server)));
        QCOMPARE(server.connections, 1);
    }
    const auto answer = ask(client, post(server));
    QVERIFY(answer);
    QTest::qWait(100); // a second sending would come at once
    QCOMPARE(server.countOf("POST"), 1);
    QVERIFY(answer->end != HttpEnd::Answered);
    QVERIFY(answer->mayHaveArrived); // unknown, not failed
}

void HttpClientTest::aStaleConnectionDoesNotDoubleAPost_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::newRow("http") << QString();
    QTest::newRow("https") << u"good"_s;
}

void HttpClientTest::aStaleConnectionDoesNotDoubleAPost()
{
    // The server ends a kept connection just while the next request is written to it: nobody can tell whether it was read.
    QFETCH(QString, certificate);
    LoopbackServer server(certificate);
    server.setScript([&](WireConnection &connection, const WireRequest &request) {
        connection.answer(request.method == "GET" ? 200 : 201, "{}");
        if (request.method == "GET")
            connection.close();
    });
    HttpClient client(*m_network, m_clock, *m_scheduler, optionsFor(server));
    for (int round = 0; round < 10; ++round) {
        server.requests.clear();
        std::optional<HttpAnswer> text;
        client.send(get(server), [&](const HttpAnswer &) { client.send(post(server), [&](const HttpAnswer &answer) { text = answer; }); });
        QTRY_VERIFY(text);
        QTest::qWait(30);
        QVERIFY(server.countOf("POST") <= 1);
        if (text->isSuccess())
            QCOMPARE(server.countOf("POST"), 1);
        else
            QVERIFY(text->mayHaveArrived || server.countOf("POST") == 0);
    }
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

void HttpClientTest::badCertificatesEndIt_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<bool>("clockSuspected");
    QTest::newRow("expired") << u"expired"_s << false;
    QTest::newRow("not valid yet") << u"notyet"_s << true;
    QTest::newRow("for another host") << u"wronghost"_s << false;
    QTest::newRow("self-signed") << u"selfsigned"_s << false;
}

void HttpClientTest::badCertificatesEndIt()
{
    QFETCH(QString, certificate);
    QFETCH(bool, clockSuspected);
    LoopbackServer server(certificate);
    server.setScript([](WireConnection &connection, const WireRequest &) { connection.answer(200, "{}"); });
    HttpClient client(*m_network, m_clock, *m_scheduler, optionsFor(server));
    const auto answer = ask(client, post(server));
    QVERIFY(answer);
    QCOMPARE(toString(answer->end), toString(HttpEnd::TlsRefused));
    QVERIFY(!answer->mayHaveArrived);
    QCOMPARE(answer->clockSuspected, clockSuspected);
    QVERIFY2(answer->detail.contains(u"127.0.0.1"_s) && answer->detail.contains(u"issued by"_s), qPrintable(answer->detail));
    QCOMPARE(server.heads, 0); // not even a head: the key stays here
}

void HttpClientTest::plainHttpWhereTlsIsExpected()
{
    LoopbackServer server;
    OutgoingRequest request = get(server);
    request.url.setScheme(u"https"_s);
    HttpClient::Options options = optionsFor(server);
    options.origins = {request.url};
    server.setOnConnected([](WireConnection &connection) { connection.raw("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"); });
    HttpClient client(*m_network, m_clock, *m_scheduler, options);
    const auto answer = ask(client, request);
    QVERIFY(answer);
    QCOMPARE(toString(answer->end), toString(HttpEnd::TlsRefused));
    QVERIFY(answer->body.isEmpty());
}

void HttpClientTest::redirectsAreNotFollowed_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("isPost");
    for (const int status : {301, 302, 303, 307, 308}) {
        QTest::addRow("GET %d", status) << status << false;
        QTest::addRow("POST %d", status) << status << true;
    }
}

void HttpClientTest::redirectsAreNotFollowed()
{
    QFETCH(int, status);
    QFETCH(bool, isPost);
    LoopbackServer other;
    LoopbackServer server;
    const QByteArray target = other.url(u"/stolen"_s).toEncoded();
    server.setScript([&](WireConnection &connection, const WireRequest &) { connection.answer(status, "{}", {{"Location", target}}); });
    HttpClient client(*m_network, m_clock, *m_scheduler, optionsFor(server));
    const auto answer = ask(client, isPost ? post(server) : get(server));
    QVERIFY(answer);
    QCOMPARE(answer->status, status);
    QCOMPARE(toString(answer->end), toString(HttpEnd::Answered));
    QCOMPARE(answer->redirectHost, u"127.0.0.1"_s);
    QTest::qWait(50);
    QCOMPARE(other.connections, 0);
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

void HttpClientTest::aTrickleEndsAtTheDeadline_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::newRow("body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
    QTest::newRow("head") << QByteArray("HTTP/1.1 200 OK\r\nX-Slow: ");
}

void HttpClientTest::aTrickleEndsAtTheDeadline()
{
    // Qt's own time-out starts anew with every byte; it would wait for hours.
    QFETCH(QByteArray, head);
    LoopbackServer server;
    server.setScript([&](WireConnection &connection, const WireRequest &) {
        connection.raw(head);
        connection.trickle(QByteArray(100000, 'x'), 20);
    });
    HttpClient client(*m_network, m_clock, *m_scheduler, {{server.url()}, 500ms, 500ms, 1000000});
    const auto answer = ask(client, get(server));
    QVERIFY(answer);
    QCOMPARE(toString(answer->end), toString(HttpEnd::DeadlinePassed));
    QVERIFY(answer->body.isEmpty());
}

void HttpClientTest::hugeBodiesAreCut_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::newRow("announced") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 104857600\r\n\r\n");
    QTest::newRow("not announced") << QByteArray("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
}

void HttpClientTest::hugeBodiesAreCut()
{
    QFETCH(QByteArray, head);
    LoopbackServer server;
    server.setScript([&](WireConnection &connection, const WireRequest &) {
        connection.raw(head);
        connection.raw(QByteArray(8 * 1024 * 1024, 'x'));
    });
    HttpClient client(*m_network, m_clock, *m_scheduler, {{server.url()}});
    const auto answer = ask(client, get(server));
    QVERIFY(answer);
    QCOMPARE(toString(answer->end), toString(HttpEnd::TooLarge));
    QVERIFY(answer->body.isEmpty());
}

namespace {

/// A gzip stream (RFC 1952) around qCompress's zlib stream (RFC 1950), as far as a client that ignores the checksum's kind needs it: Qt tells
/// the two apart by their first bytes, so the zlib stream itself is sent as "deflate".
QByteArray zlibStream(const QByteArray &content)
{
    return qCompress(content, 9).mid(4);
}

} // namespace

void HttpClientTest::gzipIsUnpackedAndBombsAreNot()
{
    LoopbackServer server;
    QByteArray packed = zlibStream(R"({"calls":[]})");
    server.setScript([&](WireConnection &connection, const WireRequest &) {
        connection.answer(200, packed, {{"Content-Encoding", "deflate"}});
    });
    HttpClient client(*m_network, m_clock, *m_scheduler, {{server.url()}});
    auto answer = ask(client, get(server));
    QVERIFY(answer);
    QVERIFY2(answer->isSuccess(), qPrintable(answer->detail));
    QCOMPARE(answer->body, QByteArray(R"({"calls":[]})"));
    QVERIFY(server.requests.first().headers.value("accept-encoding").contains("gzip"));

    packed = zlibStream(QByteArray(64 * 1024 * 1024, ' ')); // 64 kB on the wire
    answer = ask(client, get(server));
    QVERIFY(answer);
    QVERIFY(!answer->isSuccess());
    QVERIFY(answer->end == HttpEnd::TooLarge || answer->end == HttpEnd::Unreadable);
    QVERIFY(answer->body.isEmpty());
}

void HttpClientTest::halfAnAnswerIsNone_data()
{
    QTest::addColumn<QByteArray>("wire");
    QTest::newRow("less than announced") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"calls\":[]}");
    QTest::newRow("chunked, last chunk missing")
        << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nc\r\n{\"calls\":[]}\r\n");
    QTest::newRow("no HTTP") << QByteArray("220 mail.example ESMTP\r\n");
    QTest::newRow("nothing") << QByteArray();
}

void HttpClientTest::halfAnAnswerIsNone()
{
    QFETCH(QByteArray, wire);
    LoopbackServer server;
    server.setScript([&](WireConnection &connection, const WireRequest &) {
        connection.raw(wire);
        connection.close();
    });
    HttpClient client(*m_network, m_clock, *m_scheduler, optionsFor(server));
    const auto answer = ask(client, get(server));
    QVERIFY(answer);
    QVERIFY2(!answer->isSuccess(), qPrintable(toString(answer->end)));
    QVERIFY(answer->body.isEmpty());
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
