// SPDX-License-Identifier: MIT
#include "simulator/faultplan.h"
#include "simulator/httpmessage.h"
#include "simulator/httpparser.h"

#include <QTest>

using namespace textback;
using namespace Qt::StringLiterals;

class TestSimulatorHttp : public QObject {
    Q_OBJECT

private slots:
    void readsRequests_data();
    void readsRequests();
    void refusesGarbage_data();
    void refusesGarbage();
    void readsOneAfterTheOther();
    void decodesForms();
    void writesForms();
    void asksForTheBodyOnce();
    void gzipIsWhatInflatesUnpack();
};

void TestSimulatorHttp::readsRequests_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("keepAlive");

    QTest::newRow("get") << "GET /a HTTP/1.1\r\nHost: x\r\n\r\n"_ba
                         << "GET"_ba << u"/a"_s << ""_ba << true;
    QTest::newRow("close") << "GET /a HTTP/1.1\r\nHost: x\r\nConnection: Close\r\n\r\n"_ba
                           << "GET"_ba << u"/a"_s << ""_ba << false;
    QTest::newRow("1.0") << "GET /a HTTP/1.0\r\n\r\n"_ba
                         << "GET"_ba << u"/a"_s << ""_ba << false;
    QTest::newRow("1.0 kept") << "GET /a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"_ba
                              << "GET"_ba << u"/a"_s << ""_ba << true;
    QTest::newRow("length") << "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello"_ba
                            << "POST"_ba << u"/a"_s << "hello"_ba << true;
    QTest::newRow("chunked")
        << "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6;a=b\r\n world\r\n0\r\nT: x\r\n\r\n"_ba
        << "POST"_ba << u"/a"_s << "hello world"_ba << true;
    QTest::newRow("escaped path") << "GET /a%20b/%2B1 HTTP/1.1\r\nHost: x\r\n\r\n"_ba
                                  << "GET"_ba << u"/a b/+1"_s << ""_ba << true;
    QTest::newRow("blank line first") << "\r\nGET /a HTTP/1.1\r\nHost: x\r\n\r\n"_ba
                                      << "GET"_ba << u"/a"_s << ""_ba << true;
    QTest::newRow("same length twice") << "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nContent-Length: 2\r\n\r\nhi"_ba
                                       << "POST"_ba << u"/a"_s << "hi"_ba << true;
}

void TestSimulatorHttp::readsRequests()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(QByteArray, body);
    QFETCH(bool, keepAlive);

    for (const qsizetype piece : {qsizetype(1), qsizetype(7), bytes.size()}) {
        HttpParser parser;
        for (qsizetype i = 0; i < bytes.size(); i += piece) {
            QCOMPARE(parser.parse(), HttpParser::State::NeedMore);
            parser.append(bytes.mid(i, piece));
        }
        QCOMPARE(parser.parse(), HttpParser::State::Complete);
        const HttpRequest request = parser.takeRequest();
        QCOMPARE(request.method, method);
        QCOMPARE(request.path, path);
        QCOMPARE(request.body, body);
        QCOMPARE(request.keepAlive, keepAlive);
        QVERIFY(parser.isIdle());
    }
}

void TestSimulatorHttp::refusesGarbage_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");

    QTest::newRow("noise") << QByteArray("\x16\x03\x01\x02\r\n\r\n") << 400;
    QTest::newRow("no version") << "GET /a\r\n\r\n"_ba << 400;
    QTest::newRow("HTTP/2") << "GET /a HTTP/2.0\r\nHost: x\r\n\r\n"_ba << 505;
    QTest::newRow("no host") << "GET /a HTTP/1.1\r\n\r\n"_ba << 400;
    QTest::newRow("absolute target") << "GET http://x/ HTTP/1.1\r\nHost: x\r\n\r\n"_ba << 400;
    QTest::newRow("space before colon") << "GET /a HTTP/1.1\r\nHost : x\r\n\r\n"_ba << 400;
    QTest::newRow("folded header") << "GET /a HTTP/1.1\r\nHost: x\r\nA: b\r\n c\r\n\r\n"_ba << 400;
    QTest::newRow("bare line feed") << "GET /a HTTP/1.1\nHost: x\r\n\r\n"_ba << 400;
    QTest::newRow("two lengths") << "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nabc"_ba << 400;
    QTest::newRow("length and chunked") << "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n"_ba
                                        << 400;
    QTest::newRow("negative length") << "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: -2\r\n\r\n"_ba << 400;
    QTest::newRow("empty length") << "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: \r\n\r\n"_ba << 400;
    QTest::newRow("huge length") << "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\n\r\n"_ba << 413;
    QTest::newRow("other coding") << "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip, chunked\r\n\r\n"_ba << 501;
    QTest::newRow("bad chunk") << "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n"_ba << 400;
    QTest::newRow("huge chunk") << "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nfffffff\r\n"_ba << 413;
    QTest::newRow("chunk too long") << "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nabc\r\n"_ba << 400;
    QTest::newRow("endless head") << QByteArray("GET /a HTTP/1.1\r\nHost: x\r\nA: ") + QByteArray(40000, 'a') << 431;
    QTest::newRow("too many headers") << QByteArray("GET /a HTTP/1.1\r\nHost: x\r\n") + QByteArray("A: b\r\n").repeated(200) + "\r\n"
                                      << 431;
    QTest::newRow("endless chunk line") << QByteArray("POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n") +
                                               QByteArray(9000, '0')
                                        << 400;
}

void TestSimulatorHttp::refusesGarbage()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);

    HttpParser parser;
    parser.append(bytes);
    QCOMPARE(parser.parse(), HttpParser::State::Broken);
    QCOMPARE(parser.errorStatus(), status);
    parser.append("GET /a HTTP/1.1\r\nHost: x\r\n\r\n");
    QCOMPARE(parser.parse(), HttpParser::State::Broken); // nothing after it can be trusted
}

void TestSimulatorHttp::readsOneAfterTheOther()
{
    HttpParser parser;
    parser.append("POST /1 HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\noneGET /2 HTTP/1.1\r\nHost: x\r\n\r\n");
    QCOMPARE(parser.parse(), HttpParser::State::Complete);
    QCOMPARE(parser.takeRequest().body, "one");
    QCOMPARE(parser.parse(), HttpParser::State::Complete);
    QCOMPARE(parser.takeRequest().path, u"/2");
    QCOMPARE(parser.parse(), HttpParser::State::NeedMore);
}

void TestSimulatorHttp::decodesForms()
{
    const HttpPairs pairs = parseForm("To=%2B13135550142&Body=a+b%26c%C3%A9&StartTime%3E=2026-11-23&empty&=x");
    QCOMPARE(valueOf(pairs, u"To"), u"+13135550142"_s);
    QCOMPARE(valueOf(pairs, u"Body"), u"a b&cé"_s);
    QCOMPARE(valueOf(pairs, u"StartTime>"), u"2026-11-23"_s);
    QCOMPARE(valueOf(pairs, u"empty"), QString());
    QVERIFY(!valueOf(pairs, u"StartTime"));
}

void TestSimulatorHttp::writesForms()
{
    const HttpPairs pairs{{u"StartTime>"_s, u"2026-11-23"_s}, {u"To"_s, u"+1 é&="_s}};
    QCOMPARE(formatForm(pairs), "StartTime%3E=2026-11-23&To=%2B1%20%C3%A9%26%3D");
    QCOMPARE(parseForm(formatForm(pairs)), pairs);
}

void TestSimulatorHttp::asksForTheBodyOnce()
{
    HttpParser parser;
    parser.append("POST /a HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    QCOMPARE(parser.parse(), HttpParser::State::NeedMore);
    QVERIFY(parser.takeExpectation());
    QVERIFY(!parser.takeExpectation());
}

void TestSimulatorHttp::gzipIsWhatInflatesUnpack()
{
    // The stream of the zlib format inside, framed as RFC 1952 has it; checked against a file that gzip(1) takes.
    const QByteArray packed = gzip("hello");
    QVERIFY(packed.startsWith(QByteArray::fromHex("1f8b08")));
    QCOMPARE(packed.last(8), QByteArray::fromHex("86a6103605000000")); // CRC-32 of "hello" and its length
}

QTEST_GUILESS_MAIN(TestSimulatorHttp)
#include "tst_simulatorhttp.moc"
