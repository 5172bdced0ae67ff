// SPDX-License-Identifier: MIT
#include "providers/clientfixture.h"
#include "providers/http/retrypolicy.h"
#include "providers/twilio/twiliofixtures.h"
#include "providers/twilio/twiliojson.h"
#include "support/fakenetwork.h"
#include "support/sanitizers.h"
#include "support/virtualtime.h"

#include <QFile>
#include <QLoggingCategory>
#include <QTest>

#include <array>
#include <optional>

using namespace Qt::StringLiterals;
using namespace textback;
using namespace textback::test;
using namespace std::chrono_literals;

/// The rows of faults.md that only a real connection can show: what goes over the wire, and what comes of a bad answer.
class HttpFaultsTest : public QObject, private ClientFixture {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void f05APostReachesTheWireOnce_data();
    void f05APostReachesTheWireOnce();
    void f05AStaleConnectionDoesNotDoubleAPost_data();
    void f05AStaleConnectionDoesNotDoubleAPost();

    void f19BadCertificatesEndIt_data();
    void f19BadCertificatesEndIt();
    void f19NoCertificateAtAll();
    void f20TheServersTimeTellsAWrongClock_data();
    void f20TheServersTimeTellsAWrongClock();

    void f21RedirectsAreNotFollowed_data();
    void f21RedirectsAreNotFollowed();

    void f22HugeBodiesAreCut_data();
    void f22HugeBodiesAreCut();
    void f22PackedBodiesAreUnpackedAndBombsAreNot_data();
    void f22PackedBodiesAreUnpackedAndBombsAreNot();

    void f23ATrickleEndsAtTheDeadline_data();
    void f23ATrickleEndsAtTheDeadline();
    void f23TheDeadlinesAreThosePromised_data();
    void f23TheDeadlinesAreThosePromised();

    void f24HalfAnAnswerIsNone_data();
    void f24HalfAnAnswerIsNone();
    void f24CutAtEveryByte_data();
    void f24CutAtEveryByte();
};

namespace {

enum class Cut { Close, Reset, CloseAfterHead, HalfAnswer };

/// Remembers how much memory the process takes, and tells how far it went up meanwhile. Linux only; elsewhere, and under the address sanitizer,
/// which keeps what is freed, it tells nothing.
class MemoryWatch {
public:
    MemoryWatch()
    {
        QFile reset(u"/proc/self/clear_refs"_s); // "5": the peak begins anew (proc(5))
        m_works = reset.open(QIODevice::WriteOnly) && reset.write("5") == 1;
        reset.close();
        m_before = kilobytes("VmRSS:");
    }
    std::optional<qint64> growth() const
    {
        if (underSanitizers)
            return std::nullopt;
        const auto peak = kilobytes("VmHWM:");
        return m_works && m_before && peak ? std::optional((*peak - *m_before) * 1024) : std::nullopt;
    }

private:
    static std::optional<qint64> kilobytes(const QByteArray &name)
    {
        QFile status(u"/proc/self/status"_s);
        if (!status.open(QIODevice::ReadOnly))
            return std::nullopt;
        const QList<QByteArray> lines = status.readAll().split('\n');
        for (const QByteArray &line : lines) {
            if (line.startsWith(name))
                return line.mid(name.size()).trimmed().split(' ').first().toLongLong();
        }
        return std::nullopt;
    }

    bool m_works = false;
    std::optional<qint64> m_before;
};

constexpr qint64 megabyte = 1024 * 1024;

quint32 crc32(const QByteArray &content)
{
    quint32 result = 0xffffffffu;
    for (const char byte : content) {
        result ^= static_cast<quint8>(byte);
        for (int bit = 0; bit < 8; ++bit)
            result = (result >> 1) ^ ((result & 1) != 0 ? 0xedb88320u : 0u);
    }
    return ~result;
}

QByteArray littleEndian(quint32 value)
{
    QByteArray result;
    for (int shift = 0; shift < 32; shift += 8)
        result += static_cast<char>((value >> shift) & 0xff);
    return result;
}

/// qCompress gives four bytes of length and a zlib stream (RFC 1950), which HTTP calls "deflate".
QByteArray deflated(const QByteArray &content)
{
    return qCompress(content, 9).mid(4);
}

/// The same data with the frame of gzip (RFC 1952). `checked`: with the right checksum, which costs time.
QByteArray gzipped(const QByteArray &content, bool checked)
{
    const QByteArray zlib = deflated(content);
    return QByteArray::fromHex("1f8b08000000000000ff") + zlib.mid(2, zlib.size() - 6) + littleEndian(checked ? crc32(content) : 0) +
           littleEndian(static_cast<quint32>(content.size()));
}

} // namespace

void HttpFaultsTest::initTestCase()
{
    LoopbackServer::trustTestCa();
}

void HttpFaultsTest::init()
{
    makeNetwork();
}

void HttpFaultsTest::cleanup()
{
    dropNetwork();
}

void HttpFaultsTest::f05APostReachesTheWireOnce_data()
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

void HttpFaultsTest::f05APostReachesTheWireOnce()
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

void HttpFaultsTest::f05AStaleConnectionDoesNotDoubleAPost_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::newRow("http") << QString();
    QTest::newRow("https") << u"good"_s;
}

void HttpFaultsTest::f05AStaleConnectionDoesNotDoubleAPost()
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

void HttpFaultsTest::f19BadCertificatesEndIt_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("issuer");
    QTest::addColumn<QString>("code");
    QTest::newRow("expired") << u"expired"_s << u"Textback test ca"_s << QString(tlsRefusedCode);
    QTest::newRow("not valid yet") << u"notyet"_s << u"Textback test ca"_s << QString(clockSuspectedCode);
    QTest::newRow("for another host") << u"wronghost"_s << u"Textback test ca"_s << QString(tlsRefusedCode);
    QTest::newRow("self-signed") << u"selfsigned"_s << u"Textback test selfsigned"_s << QString(tlsRefusedCode);
    QTest::newRow("unknown CA") << u"unknownca"_s << u"Textback test otherca"_s << QString(tlsRefusedCode);
}

void HttpFaultsTest::f19BadCertificatesEndIt()
{
    QFETCH(QString, certificate);
    QFETCH(QString, issuer);
    QFETCH(QString, code);
    LoopbackServer server(certificate);
    server.setScript([](WireConnection &connection, const WireRequest &) { connection.answer(200, "{}"); });
    HttpClient client(*m_network, m_clock, *m_scheduler, optionsFor(server));
    for (const OutgoingRequest &request : {get(server), post(server)}) {
        const auto answer = ask(client, request);
        QVERIFY(answer);
        QCOMPARE(toString(answer->end), toString(HttpEnd::TlsRefused));
        QVERIFY(request.method == HttpMethod::Get || !answer->mayHaveArrived);
        const Error error = errorFrom(*answer, u"Twilio"_s);
        QCOMPARE(toString(error.kind), toString(ErrorKind::Network));
        QCOMPARE(error.providerCode, code);
        QCOMPARE(error.certificate, std::optional(ShownCertificate{u"127.0.0.1"_s, issuer}));
        QVERIFY2(error.detail.contains(u"127.0.0.1"_s) && error.detail.contains(u"issued by "_s + issuer), qPrintable(error.detail));
    }
    QCOMPARE(server.heads, 0); // not even a head: the key stays here
    QVERIFY(server.requests.isEmpty());
}

void HttpFaultsTest::f19NoCertificateAtAll()
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
    QCOMPARE(answer->certificate, std::optional(ShownCertificate{u"127.0.0.1"_s, QString()}));
    QCOMPARE(server.heads, 0);
}

void HttpFaultsTest::f20TheServersTimeTellsAWrongClock_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QByteArray>("date"); // of the provider's last answer
    QTest::addColumn<bool>("sleeps");
    QTest::addColumn<bool>("clockSuspected");
    const QByteArray now = "Mon, 23 Nov 2026 15:00:00 GMT";
    QTest::newRow("ran out by the PC's clock alone") << u"expired"_s << QByteArray("Wed, 15 Jan 2020 12:00:00 GMT") << false << true;
    QTest::newRow("ran out by the server's clock, too") << u"expired"_s << now << false << false;
    QTest::newRow("not valid yet by the PC's clock alone") << u"notyet"_s << QByteArray("Sun, 15 Jan 2090 12:00:00 GMT") << false << true;
    QTest::newRow("not valid yet by the server's clock, too") << u"notyet"_s << now << false << false;
    QTest::newRow("what was known before a sleep does not count") << u"notyet"_s << now << true << true;
    QTest::newRow("the wrong host whatever the time") << u"wronghost"_s << QByteArray("Wed, 15 Jan 2020 12:00:00 GMT") << false << false;
}

void HttpFaultsTest::f20TheServersTimeTellsAWrongClock()
{
    // The certificate's dates against the time of the last answer; Qt itself checks them against the PC's clock.
    QFETCH(QString, certificate);
    QFETCH(QByteArray, date);
    QFETCH(bool, sleeps);
    QFETCH(bool, clockSuspected);
    LoopbackServer good(u"good"_s);
    LoopbackServer bad(certificate);
    good.setScript([&](WireConnection &connection, const WireRequest &) { connection.answer(200, "{}", {{"Date", date}}); });
    HttpClient::Options options = optionsFor(good);
    options.origins.append(bad.url());
    HttpClient client(*m_network, m_clock, *m_scheduler, options);
    const auto first = ask(client, get(good));
    QVERIFY(first && first->isSuccess());
    QVERIFY(client.serverNow() && *client.serverNow() >= *first->date && *client.serverNow() - *first->date < 1min);
    if (sleeps)
        client.dropConnections();
    const auto answer = ask(client, post(bad));
    QVERIFY(answer);
    QCOMPARE(toString(answer->end), toString(HttpEnd::TlsRefused));
    QCOMPARE(answer->clockSuspected, clockSuspected);
    QCOMPARE(errorFrom(*answer, u"Twilio"_s).providerCode, QString(clockSuspected ? clockSuspectedCode : tlsRefusedCode));
    QCOMPARE(bad.heads, 0);
}

void HttpFaultsTest::f21RedirectsAreNotFollowed_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("isPost");
    for (const int status : {301, 302, 303, 307, 308}) {
        QTest::addRow("GET %d", status) << status << false;
        QTest::addRow("POST %d", status) << status << true;
    }
}

void HttpFaultsTest::f21RedirectsAreNotFollowed()
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
    const Error error = errorFrom(*answer, u"Twilio"_s);
    QCOMPARE(error.providerCode, QString(redirectCode));
    QVERIFY2(error.detail.contains("127.0.0.1"_L1), qPrintable(error.detail));
    QTest::qWait(50);
    QCOMPARE(other.connections, 0);
    QCOMPARE(server.requests.size(), 1);
}

void HttpFaultsTest::f22HugeBodiesAreCut_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::newRow("announced") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 104857600\r\n\r\n");
    QTest::newRow("not announced") << QByteArray("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
}

void HttpFaultsTest::f22HugeBodiesAreCut()
{
    QFETCH(QByteArray, head);
    LoopbackServer server;
    server.setScript([&](WireConnection &connection, const WireRequest &) {
        connection.raw(head);
        connection.flood(100 * megabyte);
    });
    HttpClient client(*m_network, m_clock, *m_scheduler, {{server.url()}});
    const MemoryWatch memory;
    const auto answer = ask(client, get(server));
    QVERIFY(answer);
    QCOMPARE(toString(answer->end), toString(HttpEnd::TooLarge));
    QVERIFY(answer->body.isEmpty());
    if (const auto growth = memory.growth()) {
        qInfo("memory went up by %lld KiB", *growth / 1024);
        QVERIFY2(*growth < 20 * megabyte, qPrintable(QString::number(*growth)));
    }
}

void HttpFaultsTest::f22PackedBodiesAreUnpackedAndBombsAreNot_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::newRow("gzip") << QByteArray("gzip");
    QTest::newRow("deflate") << QByteArray("deflate");
}

void HttpFaultsTest::f22PackedBodiesAreUnpackedAndBombsAreNot()
{
    QFETCH(QByteArray, encoding);
    const QByteArray content = R"({"calls":[]})";
    LoopbackServer server;
    QByteArray packed = encoding == "gzip" ? gzipped(content, true) : deflated(content);
    server.setScript([&](WireConnection &connection, const WireRequest &) {
        connection.answer(200, packed, {{"Content-Encoding", encoding}});
    });
    HttpClient client(*m_network, m_clock, *m_scheduler, {{server.url()}});
    auto answer = ask(client, get(server));
    QVERIFY(answer);
    QVERIFY2(answer->isSuccess(), qPrintable(answer->detail));
    QCOMPARE(answer->body, content);
    QVERIFY(server.requests.first().headers.value("accept-encoding").contains("gzip"));

    const QByteArray bomb(100 * megabyte, ' '); // 100 kB on the wire
    packed = encoding == "gzip" ? gzipped(bomb, false) : deflated(bomb);
    QVERIFY(packed.size() < megabyte);
    const MemoryWatch memory;
    answer = ask(client, get(server));
    QVERIFY(answer);
    QVERIFY(!answer->isSuccess());
    QVERIFY(answer->end == HttpEnd::TooLarge || answer->end == HttpEnd::Unreadable);
    QVERIFY(answer->body.isEmpty());
    if (const auto growth = memory.growth()) {
        qInfo("memory went up by %lld KiB", *growth / 1024);
        QVERIFY2(*growth < 20 * megabyte, qPrintable(QString::number(*growth)));
    }
}

void HttpFaultsTest::f23ATrickleEndsAtTheDeadline_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::newRow("body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
    QTest::newRow("head") << QByteArray("HTTP/1.1 200 OK\r\nX-Slow: ");
}

void HttpFaultsTest::f23ATrickleEndsAtTheDeadline()
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

void HttpFaultsTest::f23TheDeadlinesAreThosePromised_data()
{
    QTest::addColumn<bool>("isPost");
    QTest::addColumn<qint64>("deadline");
    QTest::newRow("GET") << false << qint64(20000);
    QTest::newRow("POST") << true << qint64(30000);
}

void HttpFaultsTest::f23TheDeadlinesAreThosePromised()
{
    QFETCH(bool, isPost);
    QFETCH(qint64, deadline);
    VirtualTime time;
    FakeNetwork network(time, time);
    network.setHandler([](const FakeRequest &) { return FakeAnswer::silence(); });
    const LoopbackServer address; // for its origin alone; nothing is sent to it
    HttpClient client(network, time, time, {{address.url()}});
    std::optional<HttpAnswer> answer;
    client.send(isPost ? post(address) : get(address), [&](const HttpAnswer &given) { answer = given; });
    time.advance(Millis(deadline - 1));
    QVERIFY(!answer);
    time.advance(1ms);
    QVERIFY(answer);
    QCOMPARE(toString(answer->end), toString(HttpEnd::DeadlinePassed));
}

void HttpFaultsTest::f24HalfAnAnswerIsNone_data()
{
    QTest::addColumn<QByteArray>("wire");
    QTest::newRow("less than announced") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"calls\":[]}");
    QTest::newRow("chunked, last chunk missing")
        << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nc\r\n{\"calls\":[]}\r\n");
    QTest::newRow("no HTTP") << QByteArray("220 mail.example ESMTP\r\n");
    QTest::newRow("nothing") << QByteArray();
}

void HttpFaultsTest::f24HalfAnAnswerIsNone()
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

void HttpFaultsTest::f24CutAtEveryByte_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::newRow("the length announced") << QByteArray("Content-Length: %1\r\n");
    QTest::newRow("ends with the connection") << QByteArray("Connection: close\r\n");
}

void HttpFaultsTest::f24CutAtEveryByte()
{
    // Qt reports success with half a body where no length was announced: then the strict reader is what notices.
    QFETCH(QByteArray, head);
    const QByteArray body = page("calls", {CallRow().json()});
    const QByteArray wire =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" + head.replace("%1", QByteArray::number(body.size())) + "\r\n" + body;
    QLoggingCategory::setFilterRules(u"textback.http=false"_s); // a line for each
    LoopbackServer server;
    server.setScript([&](WireConnection &connection, const WireRequest &request) {
        connection.raw(wire.left(request.target.mid(1).toInt()));
        connection.close();
    });
    HttpClient client(*m_network, m_clock, *m_scheduler, optionsFor(server));
    qsizetype answered = 0;
    QStringList wrong;
    const auto isPage = [](const HttpAnswer &answer) { return answer.isSuccess() && parseTwilioCallPage(answer.body).has_value(); };
    for (qsizetype length = 0; length < wire.size(); ++length) {
        OutgoingRequest request = get(server);
        request.url = server.url(u"/%1"_s.arg(length));
        client.send(request, [&, length](const HttpAnswer &answer) {
            ++answered;
            if (isPage(answer))
                wrong.append(QString::number(length));
        });
        QVERIFY(QTest::qWaitFor([&] { return length - answered < 20; }, 20000)); // a few at a time
    }
    QVERIFY(QTest::qWaitFor([&] { return answered == wire.size(); }, 20000));
    QLoggingCategory::setFilterRules({});
    QCOMPARE(wrong, QStringList());

    // And not one byte fewer than the whole. Without the connections from before: the server may just be closing them.
    m_network->clearConnectionCache();
    OutgoingRequest whole = get(server);
    whole.url = server.url(u"/%1"_s.arg(wire.size()));
    const auto answer = ask(client, whole);
    QVERIFY(answer);
    QVERIFY2(isPage(*answer), qPrintable(answer->detail));
}

QTEST_GUILESS_MAIN(HttpFaultsTest)
#include "tst_httpfaults.moc"
