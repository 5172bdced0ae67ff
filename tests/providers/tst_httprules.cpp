// SPDX-License-Identifier: MIT
#include "providers/http/httpdate.h"
#include "providers/http/jsonreader.h"
#include "providers/http/ratelimiter.h"
#include "providers/http/redact.h"
#include "providers/http/retrypolicy.h"
#include "support/virtualtime.h"

#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace textback;
using namespace textback::test;
using namespace std::chrono_literals;

/// The rules of the HTTP client that need no network.
class HttpRulesTest : public QObject {
    Q_OBJECT

private slots:
    void dates_data();
    void dates();
    void f06RetryAfter_data();
    void f06RetryAfter();
    void kinds_data();
    void kinds();
    void statusSaysMoreThanHowTheAnswerGotLost();
    void redaction_data();
    void redaction();
    void urlKeepsNamesOnly();
    void jsonDocuments_data();
    void jsonDocuments();
    void jsonFields();
    void jsonIdsAreStringsOnly_data();
    void jsonIdsAreStringsOnly();
    void jsonNumbersAreExact_data();
    void jsonNumbersAreExact();
    void deepNestingIsRefused();
    void limiterLetsABurstPassAndThenPaces();
    void limiterPrefersTexts();
    void limiterDropsWhatWaitsAtItsEnd();
};

void HttpRulesTest::dates_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("expected"); // -1: no date
    QTest::newRow("http") << QByteArray("Mon, 23 Nov 2026 15:00:00 GMT") << qint64(1795446000000);
    QTest::newRow("rfc2822") << QByteArray("Mon, 23 Nov 2026 15:00:00 +0000") << qint64(1795446000000);
    QTest::newRow("other zone") << QByteArray("Mon, 23 Nov 2026 10:00:00 -0500") << qint64(1795446000000);
    QTest::newRow("half hour zone") << QByteArray("Mon, 23 Nov 2026 20:30:00 +0530") << qint64(1795446000000);
    QTest::newRow("no weekday") << QByteArray("23 Nov 2026 15:00:00 GMT") << qint64(1795446000000);
    QTest::newRow("spaces") << QByteArray("  Mon,  23 Nov 2026 15:00:00  GMT ") << qint64(1795446000000);
    QTest::newRow("leap second") << QByteArray("Tue, 30 Jun 2015 23:59:60 GMT") << qint64(1435708799000);
    QTest::newRow("empty") << QByteArray() << qint64(-1);
    QTest::newRow("no zone") << QByteArray("Mon, 23 Nov 2026 15:00:00") << qint64(-1);
    QTest::newRow("iso") << QByteArray("2026-11-23T15:00:00Z") << qint64(-1);
    QTest::newRow("no such day") << QByteArray("Mon, 31 Feb 2026 15:00:00 GMT") << qint64(-1);
    QTest::newRow("no such hour") << QByteArray("Mon, 23 Nov 2026 25:00:00 GMT") << qint64(-1);
    QTest::newRow("foreign month") << QByteArray("Lun, 23 Dic 2026 15:00:00 GMT") << qint64(-1);
    QTest::newRow("sign in the day") << QByteArray("Mon, -3 Nov 2026 15:00:00 GMT") << qint64(-1);
    QTest::newRow("endless") << QByteArray(100000, '1') << qint64(-1);
}

void HttpRulesTest::dates()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, expected);
    const auto date = parseHttpDate(text);
    QCOMPARE(date ? toUnixMillis(*date) : -1, expected);
}

void HttpRulesTest::f06RetryAfter_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("serverTimeKnown");
    QTest::addColumn<qint64>("expected"); // milliseconds; -1: missing
    QTest::newRow("seconds") << QByteArray("30") << true << qint64(30000);
    QTest::newRow("zero") << QByteArray("0") << true << qint64(0);
    QTest::newRow("missing") << QByteArray() << true << qint64(-1);
    QTest::newRow("negative") << QByteArray("-5") << true << qint64(-1);
    QTest::newRow("ten days") << QByteArray("864000") << true << qint64(864000000);
    QTest::newRow("beyond all numbers") << QByteArray("99999999999999999999999") << true << qint64(366) * 24 * 3600 * 1000;
    QTest::newRow("date") << QByteArray("Mon, 23 Nov 2026 15:02:00 GMT") << true << qint64(120000);
    QTest::newRow("date in the past") << QByteArray("Mon, 23 Nov 2026 14:00:00 GMT") << true << qint64(0);
    QTest::newRow("date without the server's clock") << QByteArray("Mon, 23 Nov 2026 15:02:00 GMT") << false << qint64(-1);
    QTest::newRow("words") << QByteArray("soon") << true << qint64(-1);
    QTest::newRow("fraction") << QByteArray("1.5") << true << qint64(-1);
    QTest::newRow("spaces") << QByteArray(" 7 ") << true << qint64(7000);
}

void HttpRulesTest::f06RetryAfter()
{
    QFETCH(QByteArray, value);
    QFETCH(bool, serverTimeKnown);
    QFETCH(qint64, expected);
    const auto now = serverTimeKnown ? std::optional(fromUnixMillis(1795446000000)) : std::nullopt;
    const auto wait = parseRetryAfter(value, now);
    QCOMPARE(wait ? wait->count() : -1, expected);
}

void HttpRulesTest::kinds_data()
{
    QTest::addColumn<HttpEnd>("end");
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("code");
    QTest::newRow("200 but not the format") << HttpEnd::Answered << 200 << ErrorKind::BadResponse << u"not-json"_s;
    QTest::newRow("302") << HttpEnd::Answered << 302 << ErrorKind::BadResponse << u"redirect"_s;
    QTest::newRow("400") << HttpEnd::Answered << 400 << ErrorKind::Rejected << QString();
    QTest::newRow("401") << HttpEnd::Answered << 401 << ErrorKind::Unauthorized << QString();
    QTest::newRow("403") << HttpEnd::Answered << 403 << ErrorKind::Rejected << QString();
    QTest::newRow("404") << HttpEnd::Answered << 404 << ErrorKind::Rejected << QString();
    QTest::newRow("408") << HttpEnd::Answered << 408 << ErrorKind::Timeout << QString();
    QTest::newRow("429") << HttpEnd::Answered << 429 << ErrorKind::RateLimited << QString();
    for (const int status : {500, 502, 503, 504, 599})
        QTest::addRow("%d", status) << HttpEnd::Answered << status << ErrorKind::Server << QString();
    QTest::newRow("no name") << HttpEnd::Unreachable << 0 << ErrorKind::Network << QString();
    QTest::newRow("tls") << HttpEnd::TlsRefused << 0 << ErrorKind::Network << u"tls"_s;
    QTest::newRow("lost") << HttpEnd::ConnectionLost << 0 << ErrorKind::Network << QString();
    QTest::newRow("lost after the head") << HttpEnd::ConnectionLost << 200 << ErrorKind::Network << QString();
    QTest::newRow("deadline") << HttpEnd::DeadlinePassed << 0 << ErrorKind::Timeout << QString();
    QTest::newRow("too large") << HttpEnd::TooLarge << 200 << ErrorKind::BadResponse << QString();
    QTest::newRow("cut short") << HttpEnd::Unreadable << 200 << ErrorKind::BadResponse << QString();
    QTest::newRow("forbidden by us") << HttpEnd::NotAllowed << 0 << ErrorKind::Rejected << QString();
}

void HttpRulesTest::kinds()
{
    QFETCH(HttpEnd, end);
    QFETCH(int, status);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, code);
    HttpAnswer answer;
    answer.end = end;
    answer.status = status;
    const Error error = errorFrom(answer, u"Acme"_s);
    QCOMPARE(toString(error.kind), toString(kind));
    QCOMPARE(error.providerCode, code);
    QCOMPARE(error.httpStatus, status);
}

void HttpRulesTest::statusSaysMoreThanHowTheAnswerGotLost()
{
    HttpAnswer answer;
    answer.end = HttpEnd::ConnectionLost;
    answer.status = 503;
    answer.retryAfter = "4";
    const Error error = errorFrom(answer, u"Acme"_s);
    QCOMPARE(toString(error.kind), toString(ErrorKind::Server));
    QCOMPARE(error.retryAfter, std::optional<Millis>(4s));
}

void HttpRulesTest::redaction_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("e164") << u"to +13132230142 failed"_s << u"to …0142 failed"_s;
    QTest::newRow("national") << u"(313) 223-0142"_s << u"(…0142"_s;
    QTest::newRow("encoded") << u"/PhoneNumbers/%2B13132230142"_s << u"/PhoneNumbers/…0142"_s;
    QTest::newRow("basic") << u"Authorization: Basic QUM6c2VjcmV0"_s << u"Authorization: Basic …"_s;
    QTest::newRow("bearer") << u"bearer abc.def"_s << u"bearer …"_s;
    QTest::newRow("sid") << u"CA00112233445566778899aabbccddeeff"_s << u"CA…eeff"_s;
    QTest::newRow("token") << u"token=00112233445566778899aabbccddeeff"_s << u"token=…"_s;
    QTest::newRow("query") << u"GET /x?To=Bob&Body=Hello"_s << u"GET /x?To=…&Body=…"_s;
    QTest::newRow("user in an address") << u"https://me:pw@host/"_s << u"https://…@host/"_s;
    QTest::newRow("status and code stay") << u"HTTP 429, code 20429"_s << u"HTTP 429, code 20429"_s;
    QTest::newRow("plain words stay") << u"The certificate has expired"_s << u"The certificate has expired"_s;
}

void HttpRulesTest::redaction()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(redactText(text), expected);
}

void HttpRulesTest::urlKeepsNamesOnly()
{
    const QUrl url(
        u"https://api.twilio.com/2010-04-01/Accounts/AC00112233445566778899aabbccddeeff/Messages.json?To=%2B13132230142&PageSize=50"_s);
    QCOMPARE(redactUrl(url), u"api.twilio.com/2010-04-01/Accounts/AC…eeff/Messages.json?To&PageSize"_s);
}

void HttpRulesTest::jsonDocuments_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("good");
    QTest::newRow("object") << QByteArray(R"({"a":1})") << true;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("half") << QByteArray(R"({"a":)") << false;
    QTest::newRow("more after the end") << QByteArray(R"({"a":1} {"b":2})") << false;
    QTest::newRow("list") << QByteArray("[]") << false;
    QTest::newRow("text") << QByteArray("\"a\"") << false;
    QTest::newRow("html") << QByteArray("<html><body>Sign in to the network</body></html>") << false;
    QTest::newRow("duplicate keys are one") << QByteArray(R"({"a":1,"a":2})") << true;
    QTest::newRow("broken UTF-8") << QByteArray("{\"a\":\"\xff\xfe\"}") << false;
}

void HttpRulesTest::jsonDocuments()
{
    QFETCH(QByteArray, json);
    QFETCH(bool, good);
    const auto document = JsonRecord::parse(json);
    QCOMPARE(document.has_value(), good);
    if (!document)
        QCOMPARE(toString(document.error().kind), toString(ErrorKind::BadResponse));
}

void HttpRulesTest::jsonFields()
{
    auto document =
        JsonRecord::parse(R"({"sid":"CA1","name":null,"flag":true,"inner":{"x":7},"code":30006,"list":[{"a":"b"},5],"more":[]})");
    QVERIFY(document);
    QCOMPARE(document->id("sid"_L1), u"CA1"_s);
    QCOMPARE(document->text("name"_L1), QString());
    QCOMPARE(document->text("missing"_L1), QString());
    QCOMPARE(document->boolean("flag"_L1), std::optional(true));
    QCOMPARE(document->boolean("missing"_L1), std::nullopt);
    QCOMPARE(document->code("code"_L1), u"30006"_s);
    JsonRecord inner = document->record("inner"_L1);
    QCOMPARE(inner.integer("x"_L1, 0, 10), std::optional<qint64>(7));
    std::vector<JsonRecord> list = document->records("list"_L1);
    QCOMPARE(list.size(), size_t(2));
    QCOMPARE(list[0].problem(), QString());
    QVERIFY(list[1].problem().startsWith(u"list[1]"_s));
    QCOMPARE(document->problem(), QString());
    // The first misfit stays, with its path and without the value.
    QCOMPARE(list[0].integer("a"_L1, 0, 1), std::nullopt);
    list[0].id("zzz"_L1);
    QCOMPARE(list[0].problem(), u"list[0].a: not a whole number from 0 to 1"_s);
    document->requiredText("name"_L1);
    QVERIFY(!document->problem().isEmpty());
}

void HttpRulesTest::jsonIdsAreStringsOnly_data()
{
    QTest::addColumn<QByteArray>("value");
    for (const char *value : {"9007199254740993", "12345678901234567890", "null", "\"\"", "true", "{}", "[]", "1e3"})
        QTest::newRow(value) << QByteArray(value);
}

void HttpRulesTest::jsonIdsAreStringsOnly()
{
    QFETCH(QByteArray, value);
    auto document = JsonRecord::parse("{\"id\":" + value + "}");
    QVERIFY(document);
    QCOMPARE(document->id("id"_L1), QString());
    QVERIFY(!document->problem().isEmpty());
}

void HttpRulesTest::jsonNumbersAreExact_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("good");
    QTest::addColumn<qint64>("expected");
    QTest::newRow("above 2^53") << QByteArray("9007199254740993") << true << qint64(9007199254740993);
    QTest::newRow("as text") << QByteArray("\"9007199254740993\"") << true << qint64(9007199254740993);
    QTest::newRow("20 digits") << QByteArray("12345678901234567890") << false << qint64(0);
    QTest::newRow("fraction") << QByteArray("1.5") << false << qint64(0);
    QTest::newRow("words") << QByteArray("\"many\"") << false << qint64(0);
    QTest::newRow("negative") << QByteArray("-1") << false << qint64(0);
    QTest::newRow("truth") << QByteArray("true") << false << qint64(0);
}

void HttpRulesTest::jsonNumbersAreExact()
{
    QFETCH(QByteArray, value);
    QFETCH(bool, good);
    QFETCH(qint64, expected);
    auto document = JsonRecord::parse("{\"n\":" + value + "}");
    QVERIFY(document);
    const auto number = document->integer("n"_L1, 0, std::numeric_limits<qint64>::max());
    QCOMPARE(number.has_value(), good);
    QCOMPARE(document->problem().isEmpty(), good);
    if (good)
        QCOMPARE(*number, expected);
}

void HttpRulesTest::deepNestingIsRefused()
{
    QVERIFY(!JsonRecord::parse("{\"a\":" + QByteArray(100000, '[') + QByteArray(100000, ']') + "}"));
}

void HttpRulesTest::limiterLetsABurstPassAndThenPaces()
{
    VirtualTime time;
    RateLimiter limiter(time, time, {2, 3});
    QList<Millis> ran;
    for (int i = 0; i < 7; ++i)
        limiter.run(RateLimiter::Lane::Read, [&] { ran.append(time.monotonicNow()); });
    QCOMPARE(ran.size(), 3); // at once
    QCOMPARE(limiter.waiting(), size_t(4));
    time.advance(10s);
    QCOMPARE(ran, (QList<Millis>{0ms, 0ms, 0ms, 500ms, 1000ms, 1500ms, 2000ms}));
    // A quiet time fills the bucket again, but no further than the burst.
    time.advance(1h);
    for (int i = 0; i < 4; ++i)
        limiter.run(RateLimiter::Lane::Read, [&] { ran.append(time.monotonicNow()); });
    QCOMPARE(ran.size(), 10);
}

void HttpRulesTest::limiterPrefersTexts()
{
    VirtualTime time;
    RateLimiter limiter(time, time, {1, 1});
    QString order;
    limiter.run(RateLimiter::Lane::Read, [&] { order += u'a'; });
    limiter.run(RateLimiter::Lane::Read, [&] { order += u'b'; });
    limiter.run(RateLimiter::Lane::Read, [&] { order += u'c'; });
    limiter.run(RateLimiter::Lane::Send, [&] { order += u'S'; });
    time.advance(1min);
    QCOMPARE(order, u"aSbc"_s);
}

void HttpRulesTest::limiterDropsWhatWaitsAtItsEnd()
{
    VirtualTime time;
    int ran = 0;
    {
        RateLimiter limiter(time, time, {1, 1});
        limiter.run(RateLimiter::Lane::Read, [&] { ++ran; });
        limiter.run(RateLimiter::Lane::Read, [&] { ++ran; });
    }
    time.advance(1min);
    QCOMPARE(ran, 1);
}

QTEST_GUILESS_MAIN(HttpRulesTest)
#include "tst_httprules.moc"
