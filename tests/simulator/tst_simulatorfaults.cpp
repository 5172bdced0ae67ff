// SPDX-License-Identifier: MIT
#include "simulator/simulatedtexts.h"
#include "simulator/simulatorfixture.h"

#ifdef Q_OS_UNIX
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#endif

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestSimulatorFaults : public QObject {
    Q_OBJECT

private slots:
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
    void aSeedStrikesTheSameRequests();
};

void TestSimulatorFaults::answersFaults_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("accepted");
    QTest::newRow("unauthorized") << "unauthorized"_ba << 401 << 20003 << 0;
    QTest::newRow("forbidden") << "forbidden"_ba << 403 << 20005 << 0;
    QTest::newRow("not-found") << "not-found"_ba << 404 << 20404 << 0;
    QTest::newRow("gone") << "gone"_ba << 410 << 20404 << 0;
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

void TestSimulatorFaults::answersFaults()
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

void TestSimulatorFaults::breaksConnections_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<int>("accepted");
    QTest::addColumn<bool>("reset");
    QTest::newRow("closed") << "closed"_ba << 0 << false;
    QTest::newRow("closed-after") << "closed-after"_ba << 1 << false;
    QTest::newRow("reset") << "reset"_ba << 0 << true;
    QTest::newRow("reset-after") << "reset-after"_ba << 1 << true;
}

void TestSimulatorFaults::breaksConnections()
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

void TestSimulatorFaults::sendsHalfOfTheBody_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<bool>("promised");
    QTest::addColumn<bool>("ends");
    QTest::newRow("truncated-json") << "truncated-json"_ba << false << true;
    QTest::newRow("short-body") << "short-body"_ba << true << true;
    QTest::newRow("stalled-body") << "stalled-body"_ba << true << false;
}

void TestSimulatorFaults::sendsHalfOfTheBody()
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

void TestSimulatorFaults::hangs_data()
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

void TestSimulatorFaults::hangs()
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

void TestSimulatorFaults::trickles()
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

void TestSimulatorFaults::sendsAHugeBody()
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

void TestSimulatorFaults::retryAfterIsAsOrdered()
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

void TestSimulatorFaults::faultsCountDownAndChooseTheirRequests()
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

void TestSimulatorFaults::faultsStrikeByChance()
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

void TestSimulatorFaults::aSeedStrikesTheSameRequests()
{
    Fixture line;
    Wire wire(line.simulator);
    const auto pattern = [&](const QByteArray &seed) {
        control(line, "fault", R"({"kind": "none"})");
        control(line, "fault", R"({"kind": "unavailable", "probability": 0.3, "seed": )" + seed + "}");
        QByteArray struck;
        for (int i = 0; i < 60; ++i) {
            wire.socket.write(line.get("Calls.json"));
            struck += statusOf(wire.answer()) == 503 ? 'x' : '.';
        }
        return struck;
    };
    const QByteArray first = pattern("7");
    QVERIFY2(first.count('x') > 8 && first.count('x') < 30, first.constData());
    QCOMPARE(pattern("7"), first);
    QVERIFY(pattern("8") != first);
}

QTEST_GUILESS_MAIN(TestSimulatorFaults)
#include "tst_simulatorfaults.moc"
