// SPDX-License-Identifier: MIT
#include "simulator/cast.h"
#include "simulator/faultplan.h"
#include "simulator/simulatedcalls.h"
#include "simulator/simulatedtexts.h"
#include "simulator/twiliosimulator.h"
#include "support/virtualtime.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

#ifdef Q_OS_UNIX
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#endif

using namespace textback;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::SeededRandom;
using test::VirtualTime;

namespace {

const QString caller = u"+13135550142"_s;

SimulatorOptions quiet()
{
    SimulatorOptions options;
    options.callsPerMinute = 0;
    options.customersReply = false;
    return options;
}

struct Fixture {
    explicit Fixture(const SimulatorOptions &options = quiet())
        : simulator(time, time, random, options)
    {
        const Result<void> listening = simulator.listen();
        if (!listening)
            qFatal("cannot listen");
    }
    VirtualTime time;
    SeededRandom random;
    TwilioSimulator simulator;

    QByteArray authorization() const
    {
        return "Authorization: Basic " + (simulator.accountSid() + u':' + simulator.authToken()).toLatin1().toBase64() + "\r\n";
    }
    QByteArray path(const QByteArray &rest) const { return "/2010-04-01/Accounts/" + simulator.accountSid().toLatin1() + '/' + rest; }
    QByteArray get(const QByteArray &rest, const QByteArray &headers = {}) const
    {
        return "GET " + path(rest) + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + authorization() + headers + "\r\n";
    }
    QByteArray post(const QByteArray &body) const
    {
        return "POST " + path("Messages.json") + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n" +
               authorization() + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }
    QByteArray text() const { return post("To=%2B13135550142&From=%2B13132230100&Body=Hi"); }
};

/// A raw connection: what the wire really carries.
struct Wire {
    explicit Wire(const TwilioSimulator &simulator)
    {
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), simulator.port());
        QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [this] { received += socket.readAll(); });
    }
    /// Waits for one whole answer with a length and takes it off.
    QByteArray answer()
    {
        const auto whole = [this] {
            const qsizetype head = received.indexOf("\r\n\r\n");
            if (head < 0)
                return qsizetype(-1);
            const qsizetype field = received.indexOf("Content-Length: ");
            if (field < 0 || field > head)
                return qsizetype(-1);
            const qsizetype length = received.mid(field + 16, received.indexOf("\r\n", field) - field - 16).toLongLong();
            return received.size() >= head + 4 + length ? head + 4 + length : qsizetype(-1);
        };
        while (whole() < 0) {
            QSignalSpy more(&socket, &QTcpSocket::readyRead);
            if (!more.wait(5000))
                return {};
        }
        const QByteArray taken = received.left(whole());
        received.remove(0, taken.size());
        return taken;
    }
    bool ended()
    {
        return QTest::qWaitFor([this] { return socket.state() == QAbstractSocket::UnconnectedState; }, 5000);
    }

    QTcpSocket socket;
    QByteArray received;
};

QJsonObject bodyOf(const QByteArray &answer)
{
    return QJsonDocument::fromJson(answer.mid(answer.indexOf("\r\n\r\n") + 4)).object();
}

int statusOf(const QByteArray &answer)
{
    return answer.mid(9, 3).toInt();
}

/// Asks the control page.
QJsonObject control(const Fixture &line, const QByteArray &what, const QByteArray &json = {}, int *status = nullptr,
                    const QByteArray &more = {})
{
    Wire wire(line.simulator);
    wire.socket.write((json.isEmpty() ? "GET " : "POST ") + QByteArray("/control/") + what + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + more +
                      "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(json.size()) + "\r\n\r\n" + json);
    const QByteArray answer = wire.answer();
    if (status)
        *status = statusOf(answer);
    return bodyOf(answer);
}

} // namespace

class TestTwilioSimulator : public QObject {
    Q_OBJECT

private slots:
    void makesUpCredentials();
    void keepsConnectionsOpen();
    void answersRequestsThatWereSentAhead();
    void closesWhenAsked();
    void closesIdleConnections();
    void survivesGarbage();
    void speaksToQNetworkAccessManager();
    void sendsADateHeader();
    void listensOnLoopbackAlone();
    void answersFaults_data();
    void answersFaults();
    void breaksConnections_data();
    void breaksConnections();
    void sendsHalfOfTheBody_data();
    void sendsHalfOfTheBody();
    void hangs_data();
    void hangs();
    void trickles();
    void sendsAHugeBody();
    void retryAfterIsAsOrdered();
    void faultsCountDownAndChooseTheirRequests();
    void faultsStrikeByChance();
    void countsPostsPerRecipient();
    void controlPageOrders();
    void controlPageRefuses_data();
    void controlPageRefuses();
    void controlPageRefusesForeignPages();
    void showsAPage();
    void customersAnswerTexts();
    void oneSaysStop();
    void callersRingByThemselves();
    void doesWhatThePanelAsks();
    void offersACast();
};

void TestTwilioSimulator::makesUpCredentials()
{
    Fixture line;
    QVERIFY(QRegularExpression(u"^AC[0-9a-f]{32}$"_s).match(line.simulator.accountSid()).hasMatch());
    QVERIFY(QRegularExpression(u"^[0-9a-f]{32}$"_s).match(line.simulator.authToken()).hasMatch());
    QVERIFY(line.simulator.port() != 0);
    QCOMPARE(line.simulator.number(), u"+13132230100"_s);
    SimulatorOptions options = quiet();
    options.authToken = u"mine"_s;
    Fixture given(options);
    QCOMPARE(given.simulator.authToken(), u"mine"_s);

    TwilioSimulator second(line.time, line.time, line.random, quiet());
    const Result<void> taken = second.listen(line.simulator.port());
    QVERIFY(!taken);
    QCOMPARE(textback::toString(taken.error().kind), textback::toString(ErrorKind::Network));
}

void TestTwilioSimulator::keepsConnectionsOpen()
{
    Fixture line;
    Wire wire(line.simulator);
    for (int i = 0; i < 3; ++i) {
        wire.socket.write(line.get("Calls.json"));
        const QByteArray answer = wire.answer();
        QCOMPARE(statusOf(answer), 200);
        QVERIFY(answer.contains("Connection: keep-alive"));
        QCOMPARE(wire.socket.state(), QAbstractSocket::ConnectedState);
    }
    wire.socket.write(line.text());
    QCOMPARE(statusOf(wire.answer()), 201);
}

void TestTwilioSimulator::answersRequestsThatWereSentAhead()
{
    Fixture line;
    Wire wire(line.simulator);
    wire.socket.write(line.get("Calls.json") + line.text() + line.get("Messages.json"));
    QVERIFY(bodyOf(wire.answer()).contains("calls"_L1));
    QCOMPARE(statusOf(wire.answer()), 201);
    QCOMPARE(bodyOf(wire.answer())["messages"_L1].toArray().size(), 1);
}

void TestTwilioSimulator::closesWhenAsked()
{
    Fixture line;
    Wire wire(line.simulator);
    wire.socket.write(line.get("Calls.json", "Connection: close\r\n"));
    QVERIFY(wire.answer().contains("Connection: close"));
    QVERIFY(wire.ended());
}

void TestTwilioSimulator::closesIdleConnections()
{
    Fixture line;
    Wire wire(line.simulator);
    wire.socket.write(line.get("Calls.json"));
    QCOMPARE(statusOf(wire.answer()), 200);
    line.time.advance(61s);
    QVERIFY(wire.ended());
}

void TestTwilioSimulator::survivesGarbage()
{
    Fixture line;
    for (const QByteArray &garbage : {QByteArray("\x16\x03\x01\x00\xff\r\n\r\n", 9), QByteArray(100000, 'x'), "GET\r\n\r\n"_ba,
                                      "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9999999\r\n\r\n"_ba}) {
        Wire wire(line.simulator);
        wire.socket.write(garbage);
        QVERIFY(wire.ended());
        QVERIFY(wire.received.isEmpty() || statusOf(wire.received) >= 400);
    }
    {
        Wire gone(line.simulator);
        QVERIFY(gone.socket.waitForConnected());
        gone.socket.write("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nab");
        gone.socket.flush();
        gone.socket.abort();
    }
    Wire wire(line.simulator);
    wire.socket.write(line.get("Calls.json"));
    QCOMPARE(statusOf(wire.answer()), 200);
}

void TestTwilioSimulator::speaksToQNetworkAccessManager()
{
    Fixture line;
    QNetworkAccessManager manager;
    QNetworkRequest request(QUrl(line.simulator.baseUrl() + QString::fromLatin1(line.path("Messages.json"))));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
    request.setRawHeader("Authorization", line.authorization().mid(15).trimmed());
    for (int i = 0; i < 3; ++i) {
        QNetworkReply *reply = manager.post(request, "To=%2B13135550142&From=%2B13132230100&Body=Gr%C3%BC%C3%9Fe");
        QSignalSpy finished(reply, &QNetworkReply::finished);
        QVERIFY(finished.wait());
        QCOMPARE(reply->error(), QNetworkReply::NoError);
        QCOMPARE(QJsonDocument::fromJson(reply->readAll())["body"_L1].toString(), u"Grüße"_s);
        reply->deleteLater();
    }
    QCOMPARE(line.simulator.texts().acceptedTo(caller), 3);
}

void TestTwilioSimulator::sendsADateHeader()
{
    Fixture line;
    Wire wire(line.simulator);
    wire.socket.write(line.get("Calls.json"));
    QVERIFY(wire.answer().contains("Date: Mon, 23 Nov 2026 15:00:00 GMT\r\n"));
}

void TestTwilioSimulator::listensOnLoopbackAlone()
{
    Fixture line;
    QCOMPARE(line.simulator.baseUrl(), u"http://127.0.0.1:%1"_s.arg(line.simulator.port()));
}

void TestTwilioSimulator::answersFaults_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("accepted");
    QTest::newRow("unauthorized") << "unauthorized"_ba << 401 << 20003 << 0;
    QTest::newRow("forbidden") << "forbidden"_ba << 403 << 20005 << 0;
    QTest::newRow("not-found") << "not-found"_ba << 404 << 20404 << 0;
    QTest::newRow("rate-limited") << "rate-limited"_ba << 429 << 20429 << 0;
    QTest::newRow("server-error") << "server-error"_ba << 500 << 20500 << 0;
    QTest::newRow("server-error-after") << "server-error-after"_ba << 500 << 20500 << 1;
    QTest::newRow("unavailable") << "unavailable"_ba << 503 << 20503 << 0;
    QTest::newRow("invalid-json") << "invalid-json"_ba << 201 << 0 << 1;
    QTest::newRow("wrong-json") << "wrong-json"_ba << 201 << 0 << 1;
    QTest::newRow("html") << "html"_ba << 200 << 0 << 0;
    QTest::newRow("gzip") << "gzip"_ba << 201 << 0 << 1;
    QTest::newRow("gzip-bomb") << "gzip-bomb"_ba << 200 << 0 << 0;
    QTest::newRow("redirect") << "redirect"_ba << 307 << 0 << 0;
}

void TestTwilioSimulator::answersFaults()
{
    QFETCH(QByteArray, kind);
    QFETCH(int, status);
    QFETCH(int, code);
    QFETCH(int, accepted);

    Fixture line;
    control(line, "fault", "{\"kind\": \"" + kind + "\", \"method\": \"POST\", \"path\": \"Messages.json\"}");
    Wire wire(line.simulator);
    wire.socket.write(line.text());
    const QByteArray answer = wire.answer();
    QCOMPARE(statusOf(answer), status);
    QCOMPARE(bodyOf(answer)["code"_L1].toInt(), code);
    QCOMPARE(line.simulator.texts().acceptedTo(caller), accepted);
    if (code == 0)
        QVERIFY(!bodyOf(answer)["sid"_L1].isString()); // nothing of use in it
    QCOMPARE(answer.contains("Content-Encoding: gzip"), kind.startsWith("gzip"));
    QCOMPARE(answer.contains("Location: https://example.com/elsewhere"), kind == "redirect");
    const QJsonObject posts = control(line, "posts");
    QCOMPARE(posts["received"_L1].toInt(), 1);
    QCOMPARE(posts["accepted"_L1].toInt(), accepted);

    wire.socket.write(line.text()); // it struck once
    QCOMPARE(statusOf(wire.answer()), 201);
}

void TestTwilioSimulator::breaksConnections_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<int>("accepted");
    QTest::addColumn<bool>("reset");
    QTest::newRow("closed") << "closed"_ba << 0 << false;
    QTest::newRow("closed-after") << "closed-after"_ba << 1 << false;
    QTest::newRow("reset") << "reset"_ba << 0 << true;
    QTest::newRow("reset-after") << "reset-after"_ba << 1 << true;
}

void TestTwilioSimulator::breaksConnections()
{
    QFETCH(QByteArray, kind);
    QFETCH(int, accepted);
    QFETCH(bool, reset);

    Fixture line;
    control(line, "fault", "{\"kind\": \"" + kind + "\"}");
    Wire wire(line.simulator);
    wire.socket.write(line.text());
    QVERIFY(wire.ended());
    QVERIFY(wire.received.isEmpty());
    QCOMPARE(line.simulator.texts().acceptedTo(caller), accepted);
    QCOMPARE(wire.socket.error(), QAbstractSocket::RemoteHostClosedError);
#ifdef Q_OS_UNIX
    // To Qt both look alike; the system tells a reset from a close.
    control(line, "fault", "{\"kind\": \"" + kind + "\"}");
    const int descriptor = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(line.simulator.port());
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    QCOMPARE(::connect(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
    const QByteArray request = line.text();
    QCOMPARE(::send(descriptor, request.constData(), static_cast<size_t>(request.size()), 0), ssize_t(request.size()));
    ssize_t result = -1;
    int error = EAGAIN;
    // Not QTRY_VERIFY: it looks again after it was true, and a reset is told only once.
    QVERIFY(QTest::qWaitFor([&] {
        char byte = 0;
        result = ::recv(descriptor, &byte, 1, MSG_DONTWAIT);
        error = result < 0 ? errno : 0;
        return error != EAGAIN;
    }));
    QCOMPARE(result, reset ? ssize_t(-1) : ssize_t(0));
    QCOMPARE(error, reset ? ECONNRESET : 0);
    ::close(descriptor);
#else
    Q_UNUSED(reset)
#endif
}

void TestTwilioSimulator::sendsHalfOfTheBody_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<bool>("promised");
    QTest::addColumn<bool>("ends");
    QTest::newRow("truncated-json") << "truncated-json"_ba << false << true;
    QTest::newRow("short-body") << "short-body"_ba << true << true;
    QTest::newRow("stalled-body") << "stalled-body"_ba << true << false;
}

void TestTwilioSimulator::sendsHalfOfTheBody()
{
    QFETCH(QByteArray, kind);
    QFETCH(bool, promised);
    QFETCH(bool, ends);

    Fixture line;
    control(line, "fault", "{\"kind\": \"" + kind + "\"}");
    Wire wire(line.simulator);
    wire.socket.write(line.text());
    if (ends)
        QVERIFY(wire.ended());
    else
        QTRY_VERIFY(wire.received.contains("\r\n\r\n{"));
    QCOMPARE(statusOf(wire.received), 201);
    QCOMPARE(wire.received.contains("Content-Length: "), promised);
    QVERIFY(bodyOf(wire.received).isEmpty());
    QCOMPARE(line.simulator.texts().acceptedTo(caller), 1);
    if (!ends) {
        line.time.advance(10min); // it does not give up by itself
        QCoreApplication::processEvents();
        QCOMPARE(wire.socket.state(), QAbstractSocket::ConnectedState);
    }
}

void TestTwilioSimulator::hangs_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<qint64>("millis");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("accepted");
    QTest::newRow("hang") << "hang"_ba
                          << ""_ba << qint64(26000) << 500 << 0;
    QTest::newRow("hang-after") << "hang-after"_ba
                                << ""_ba << qint64(26000) << 201 << 1;
    QTest::newRow("hang for 5 s") << "hang"_ba
                                  << "5"_ba << qint64(5000) << 500 << 0;
}

void TestTwilioSimulator::hangs()
{
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, value);
    QFETCH(qint64, millis);
    QFETCH(int, status);
    QFETCH(int, accepted);

    Fixture line;
    control(line, "fault", "{\"kind\": \"" + kind + "\", \"value\": \"" + value + "\"}");
    Wire wire(line.simulator);
    wire.socket.write(line.text());
    QTRY_COMPARE(control(line, "posts")["received"_L1].toInt(), 1);
    QCOMPARE(line.simulator.texts().acceptedTo(caller), accepted);
    line.time.advance(Millis(millis - 1));
    QCoreApplication::processEvents();
    QVERIFY(wire.received.isEmpty());
    line.time.advance(1ms);
    QCOMPARE(statusOf(wire.answer()), status);
}

void TestTwilioSimulator::trickles()
{
    Fixture line;
    control(line, "fault", R"({"kind": "trickle"})");
    Wire wire(line.simulator);
    wire.socket.write(line.get("Calls.json"));
    QTRY_COMPARE(wire.received, "H");
    line.time.advance(500ms);
    QTRY_COMPARE(wire.received, "HT");
    line.time.advance(10min);
    QCOMPARE(statusOf(wire.answer()), 200);
}

void TestTwilioSimulator::sendsAHugeBody()
{
    Fixture line;
    control(line, "fault", R"({"kind": "huge-body"})");
    QTcpSocket socket;
    qint64 received = 0;
    connect(&socket, &QTcpSocket::readyRead, &socket, [&socket, &received] { received += socket.readAll().size(); });
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), line.simulator.port());
    socket.write(line.get("Calls.json"));
    QTRY_VERIFY_WITH_TIMEOUT(received > qint64(100) * 1024 * 1024, 30000);
}

void TestTwilioSimulator::retryAfterIsAsOrdered()
{
    Fixture line;
    for (const auto &[value, header] : std::initializer_list<std::pair<QByteArray, QByteArray>>{
             {"", "Retry-After: 1\r\n"}, {"120", "Retry-After: 120\r\n"}, {"-5", "Retry-After: -5\r\n"}, {"none", ""}}) {
        control(line, "fault", "{\"kind\": \"rate-limited\", \"value\": \"" + value + "\"}");
        Wire wire(line.simulator);
        wire.socket.write(line.get("Calls.json"));
        const QByteArray answer = wire.answer();
        QCOMPARE(statusOf(answer), 429);
        QVERIFY(header.isEmpty() ? !answer.contains("Retry-After") : answer.contains(header));
    }
}

void TestTwilioSimulator::faultsCountDownAndChooseTheirRequests()
{
    Fixture line;
    control(line, "fault", R"({"kind": "unavailable", "method": "GET", "path": "Calls", "count": 2})");
    Wire wire(line.simulator);
    const auto status = [&wire](const QByteArray &request) {
        wire.socket.write(request);
        return statusOf(wire.answer());
    };
    QCOMPARE(status(line.get("Messages.json")), 200);
    QCOMPARE(status(line.text()), 201);
    QCOMPARE(status(line.get("Calls.json")), 503);
    QCOMPARE(control(line, "fault")["faults"_L1][0]["count"_L1].toInt(), 1);
    QCOMPARE(status(line.get("Calls.json")), 503);
    QCOMPARE(status(line.get("Calls.json")), 200);
    control(line, "fault", R"({"kind": "unavailable", "count": -1})");
    for (int i = 0; i < 5; ++i)
        QCOMPARE(status(line.get("Calls.json")), 503);
    control(line, "fault", R"({"kind": "none"})");
    QCOMPARE(status(line.get("Calls.json")), 200);
}

void TestTwilioSimulator::faultsStrikeByChance()
{
    Fixture line;
    control(line, "fault", R"({"kind": "unavailable", "probability": 0.5})");
    Wire wire(line.simulator);
    int struck = 0;
    for (int i = 0; i < 40; ++i) {
        wire.socket.write(line.get("Calls.json"));
        struck += statusOf(wire.answer()) == 503 ? 1 : 0;
    }
    QVERIFY(struck > 8 && struck < 32);
}

void TestTwilioSimulator::countsPostsPerRecipient()
{
    Fixture line;
    Wire wire(line.simulator);
    wire.socket.write(line.text());
    wire.answer();
    wire.socket.write(line.post("To=%2B13135550117&From=%2B13132230100&Body=Hello+there"));
    wire.answer();
    wire.socket.write(line.post("To=%2B13135550117&From=%2B13132230100&Body="));
    wire.answer();
    const QJsonArray posts = control(line, "posts")["posts"_L1].toArray();
    QCOMPARE(posts.size(), 2);
    QCOMPARE(posts[0]["to"_L1].toString(), u"+13135550117"_s);
    QCOMPARE(posts[0]["received"_L1].toInt(), 2);
    QCOMPARE(posts[0]["accepted"_L1].toInt(), 1);
    QCOMPARE(posts[0]["bodies"_L1][0].toString(), u"Hello there"_s);
}

void TestTwilioSimulator::controlPageOrders()
{
    Fixture line;
    int status = 0;
    const QJsonObject call =
        control(line, "call", R"({"scenario": "A4", "from": "+13135550117", "ringSeconds": 9, "outcome": "no-answer"})", &status);
    QCOMPARE(status, 201);
    line.time.advance(1min);
    const SimulatedCallRow *row = line.simulator.calls().rows().find(call["sid"_L1].toString());
    QVERIFY(row);
    QCOMPARE(row->from, u"+13135550117"_s);
    QCOMPARE(*row->ended - *row->started, 9900ms);

    QCOMPARE(control(line, "reply", R"({"from": "(313) 555-0117", "body": "STOP"})", &status)["sid"_L1].toString().left(2), u"SM"_s);
    QCOMPARE(status, 201);
    QVERIFY(line.simulator.texts().isOptedOut(u"+13135550117"_s, line.simulator.number()));

    control(line, "setting",
            R"({"visibilityDelaySeconds": 2.5, "unansweredDuration": "empty", "number": "+13135550142", "fate": "filtered"})", &status);
    QCOMPARE(status, 200);
    QCOMPARE(line.simulator.options().visibilityDelay, 2500ms);
    QCOMPARE(textback::toString(line.simulator.texts().fate(caller)), textback::toString(TextFate::Filtered));
    const QJsonObject state = control(line, "state");
    QCOMPARE(state["unansweredDuration"_L1].toString(), u"empty"_s);
    QCOMPARE(state["scenarios"_L1].toArray().size(), qsizetype(allScenarios.size()));
    QCOMPARE(state["faultKinds"_L1].toArray().size(), faultKindCount);
    QVERIFY(!QJsonDocument(state).toJson().contains(line.simulator.authToken().toLatin1()));
}

void TestTwilioSimulator::controlPageRefuses_data()
{
    QTest::addColumn<QByteArray>("what");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("no JSON") << "call"_ba
                             << "hello"_ba;
    QTest::newRow("scenario") << "call"_ba
                              << R"({"scenario": "Z9"})"_ba;
    QTest::newRow("unknown key") << "call"_ba
                                 << R"({"scenaria": "A1"})"_ba;
    QTest::newRow("foreign number") << "call"_ba
                                    << R"({"to": "+13135550142"})"_ba;
    QTest::newRow("negative ring") << "call"_ba
                                   << R"({"ringSeconds": -1})"_ba;
    QTest::newRow("reply without text") << "reply"_ba
                                        << R"({"from": "+13135550142"})"_ba;
    QTest::newRow("reply from nobody") << "reply"_ba
                                       << R"({"from": "555", "body": "a"})"_ba;
    QTest::newRow("fault") << "fault"_ba
                           << R"({"kind": "earthquake"})"_ba;
    QTest::newRow("probability") << "fault"_ba
                                 << R"({"kind": "closed", "probability": 2})"_ba;
    QTest::newRow("count") << "fault"_ba
                           << R"({"kind": "closed", "count": 0})"_ba;
    QTest::newRow("setting") << "setting"_ba
                             << R"({"callsPerMinute": -1})"_ba;
    QTest::newRow("half a setting") << "setting"_ba
                                    << R"({"visibilityDelaySeconds": 9, "nonsense": 1})"_ba;
    QTest::newRow("fate") << "setting"_ba
                          << R"({"number": "+13135550142", "fate": "eaten"})"_ba;
}

void TestTwilioSimulator::controlPageRefuses()
{
    QFETCH(QByteArray, what);
    QFETCH(QByteArray, json);
    Fixture line;
    int status = 0;
    QVERIFY(control(line, what, json, &status).contains("error"_L1));
    QCOMPARE(status, 400);
    QCOMPARE(line.simulator.calls().rows().size(), size_t(0));
    QCOMPARE(line.simulator.options().visibilityDelay, 0ms);
    control(line, "elsewhere", "{}", &status);
    QCOMPARE(status, 404);
}

void TestTwilioSimulator::controlPageRefusesForeignPages()
{
    Fixture line;
    int status = 0;
    control(line, "call", "{}", &status, "Origin: https://evil.example\r\n");
    QCOMPARE(status, 403);
    control(line, "call", "{}", &status, "Origin: null\r\n");
    QCOMPARE(status, 403);
    control(line, "call", "{}", &status, "Origin: http://127.0.0.1:" + QByteArray::number(line.simulator.port()) + "\r\n");
    QCOMPARE(status, 201);
    Wire wire(line.simulator);
    wire.socket.write("GET /control/state HTTP/1.1\r\nHost: evil.example\r\n\r\n");
    QCOMPARE(statusOf(wire.answer()), 403);
}

void TestTwilioSimulator::showsAPage()
{
    Fixture line;
    Wire wire(line.simulator);
    wire.socket.write("GET /control HTTP/1.1\r\nHost: localhost:1\r\n\r\n");
    const QByteArray answer = wire.answer();
    QCOMPARE(statusOf(answer), 200);
    QVERIFY(answer.contains("text/html"));
    QVERIFY(answer.contains("<h1>Simulated phone line</h1>"));
}

void TestTwilioSimulator::customersAnswerTexts()
{
    SimulatorOptions options = quiet();
    options.customersReply = true;
    Fixture line(options);
    QSignalSpy received(&line.simulator, &TwilioSimulator::textReceived);
    QSignalSpy replied(&line.simulator, &TwilioSimulator::replySent);
    const QStringList lines = castMember(caller)->replies;
    const QString label = callerLabel(caller);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        QVERIFY(line.simulator.texts().send({caller, line.simulator.number(), {}, u"Hello"_s, {}, false}));
        line.time.advance(3s);
        QCOMPARE(received.count(), i + 1);
        QCOMPARE(replied.count(), i); // people take a while
        line.time.advance(30s);
        QCOMPARE(replied.count(), i + 1);
        QCOMPARE(replied.last().at(0).toString(), label);
        QCOMPARE(replied.last().at(1).toString(), lines[i]);
    }
    QVERIFY(line.simulator.texts().send({caller, line.simulator.number(), {}, u"Bye"_s, {}, false}));
    line.time.advance(5min);
    QCOMPARE(replied.count(), lines.size()); // has said everything

    // Who cannot get texts does not answer them.
    QVERIFY(line.simulator.texts().send({u"+13135550168"_s, line.simulator.number(), {}, u"Hello"_s, {}, false}));
    line.time.advance(5min);
    QCOMPARE(replied.count(), lines.size());
}

void TestTwilioSimulator::oneSaysStop()
{
    SimulatorOptions options = quiet();
    options.customersReply = true;
    Fixture line(options);
    const QString kevin = u"+13135550123"_s;
    QVERIFY(line.simulator.texts().send({kevin, line.simulator.number(), {}, u"Hello"_s, {}, false}));
    line.time.advance(1min);
    QVERIFY(line.simulator.texts().isOptedOut(kevin, line.simulator.number()));
    const auto refused = line.simulator.texts().send({kevin, line.simulator.number(), {}, u"Hello"_s, {}, false});
    QCOMPARE(refused.error().code, 21610);
}

void TestTwilioSimulator::callersRingByThemselves()
{
    SimulatorOptions options = quiet();
    options.callsPerMinute = 6;
    Fixture line(options);
    QSignalSpy started(&line.simulator, &TwilioSimulator::callStarted);
    QSignalSpy ended(&line.simulator, &TwilioSimulator::callEnded);
    line.time.advance(2s);
    QCOMPARE(started.count(), 1); // the first soon
    line.time.advance(60min);
    QVERIFY2(started.count() > 250 && started.count() < 450, qPrintable(QString::number(started.count())));
    QVERIFY(ended.count() > started.count() - 20);

    QSet<QString> callers;
    for (const QList<QVariant> &call : started)
        callers.insert(call.at(0).toString());
    QCOMPARE(size_t(callers.size()), cast().size()); // everybody
    int answered = 0;
    for (const QList<QVariant> &call : ended)
        answered += call.at(1).toString() == "was answered by the owner"_L1 ? 1 : 0;
    QVERIFY(answered > 10 && answered < ended.count() / 3); // most ring in vain
    const RowList<SimulatedCallRow> &rows = line.simulator.calls().rows();
    for (quint64 i = rows.begin(); i < rows.end(); ++i) {
        if (rows.at(i).ended)
            QVERIFY(*rows.at(i).ended - *rows.at(i).started >= 3s);
    }

    line.simulator.setCallsPerMinute(0);
    line.time.advance(5min);
    const qsizetype before = started.count();
    line.time.advance(60min);
    QCOMPARE(started.count(), before);
}

void TestTwilioSimulator::doesWhatThePanelAsks()
{
    Fixture line;
    SimulatedPhone &phone = line.simulator;
    const PhoneNumber maria = *PhoneNumber::fromStored(caller);
    const RowList<SimulatedCallRow> &rows = line.simulator.calls().rows();

    phone.callAndHangUp(maria);
    line.time.advance(1min);
    QCOMPARE(textback::toString(rows.at(1).status), textback::toString(LegStatus::Canceled));
    QCOMPARE(*rows.at(1).ended - *rows.at(1).started, 14s);

    phone.letItRingOut(maria);
    line.time.advance(2min);
    QCOMPARE(textback::toString(rows.at(3).status), textback::toString(LegStatus::NoAnswer));
    QVERIFY(line.simulator.calls().recordingsOf(rows.at(2).sid).empty());

    phone.leaveVoicemail(maria);
    line.time.advance(2min);
    QCOMPARE(line.simulator.calls().recordingsOf(rows.at(4).sid).size(), size_t(1));

    const QStringList before = phone.repliesFor(maria);
    phone.reply(maria, before.front());
    QCOMPARE(phone.repliesFor(maria), before.mid(1)); // said is said
    phone.reply(maria, u"   "_s);
    phone.reply(*PhoneNumber::fromStored(u"+266696687"_s), u"boo"_s);
    QCOMPARE(line.simulator.texts().rows().size(), size_t(1));
    phone.reply(maria, u"STOP"_s);
    QVERIFY(line.simulator.texts().isOptedOut(caller, line.simulator.number()));
}

void TestTwilioSimulator::offersACast()
{
    Fixture line;
    const auto callers = line.simulator.callers();
    QVERIFY(callers.size() >= 10);
    QSet<QString> numbers;
    int withheld = 0;
    for (const auto &[number, name] : callers) {
        numbers.insert(number.e164());
        if (number.e164() == withheldCaller) {
            ++withheld;
            QVERIFY(line.simulator.repliesFor(number).isEmpty());
            continue;
        }
        QVERIFY2(number.e164().startsWith("+131355501"_L1), qPrintable(number.e164()));
        QVERIFY(PhoneNumber::parse(number.e164()));
        QVERIFY(name.contains(number.display()));
        QVERIFY(line.simulator.repliesFor(number).contains(u"STOP"_s));
    }
    QCOMPARE(withheld, 1);
    QCOMPARE(numbers.size(), callers.size());
    QCOMPARE(callers.front().second, u"Maria Garcia (313) 555-0142"_s);
}

QTEST_GUILESS_MAIN(TestTwilioSimulator)
#include "tst_twiliosimulator.moc"
