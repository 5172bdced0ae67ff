// SPDX-License-Identifier: MIT
#include "simulator/cast.h"
#include "simulator/faultplan.h"
#include "simulator/simulatedcalls.h"
#include "simulator/simulatedtexts.h"
#include "simulator/simulatorfixture.h"

#include <QJsonArray>
#include <QNetworkAccessManager>
#include <QNetworkReply>

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

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
    QTest::newRow("seed") << "fault"_ba
                          << R"({"kind": "closed", "probability": 0.5, "seed": -1})"_ba;
    QTest::newRow("time scale") << "setting"_ba
                                << R"({"timeScale": 0})"_ba;
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
