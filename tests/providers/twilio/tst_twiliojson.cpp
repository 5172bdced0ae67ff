// SPDX-License-Identifier: MIT
#include "providers/twilio/twilioerrors.h"
#include "providers/twilio/twiliofixtures.h"
#include "providers/twilio/twiliojson.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace textback;
using namespace textback::test;
using namespace std::chrono_literals;

/// What Twilio says, in our words; and what an attempt to send came to.
class TwilioJsonTest : public QObject {
    Q_OBJECT

private slots:
    void aCallWithEverything();
    void callStatuses_data();
    void callStatuses();
    void callDirections_data();
    void callDirections();
    void emptyNullAndMissingAreTheSame_data();
    void emptyNullAndMissingAreTheSame();
    void f25OneBadRecordIsPutAside_data();
    void f25OneBadRecordIsPutAside();
    void f24HalfAPageIsNone_data();
    void f24HalfAPageIsNone();
    void f18OtherDocumentsAreRefused_data();
    void f18OtherDocumentsAreRefused();
    void f25IdsAreExact_data();
    void f25IdsAreExact();
    void f25OddDocuments_data();
    void f25OddDocuments();
    void messageStatuses_data();
    void messageStatuses();
    void aReplyWithAPicture();
    void aFailedTextSaysWhy();
    void f10AnUnregisteredSenderIsNoFaultOfTheRecipient();
    void recordings();
    void notifications();
    void numbers();
    void lookups_data();
    void lookups();
    void sendReports_data();
    void sendReports();
    void f07ServerErrorsMayHaveAccepted();
    void f13CodesOfALandline();
};

namespace {

constexpr qint64 at1500 = 1795446000000;

CallLeg onlyLeg(const CallRow &row)
{
    const auto result = parseTwilioCallPage(page("calls", {row.json()}));
    return result && result->rows.size() == 1 ? result->rows.front().leg : CallLeg();
}

} // namespace

void TwilioJsonTest::aCallWithEverything()
{
    CallRow row;
    row.parent = sid("CA", 7);
    row.direction = "outbound-dial";
    row.status = "no-answer";
    const auto result = parseTwilioCallPage(page("calls", {row.json()}, "/2010-04-01/next?PageToken=PA1"));
    QVERIFY(result);
    QCOMPARE(result->nextPageUri, u"/2010-04-01/next?PageToken=PA1"_s);
    QCOMPARE(result->rows.size(), size_t(1));
    CallLeg expected;
    expected.providerCallId = QString::fromLatin1(sid("CA", 1));
    expected.parentCallId = QString::fromLatin1(sid("CA", 7));
    expected.direction = CallDirection::Outbound;
    expected.from = u"+13135550142"_s;
    expected.to = u"+13132230100"_s;
    expected.status = LegStatus::NoAnswer;
    expected.created = fromUnixMillis(at1500);
    expected.started = fromUnixMillis(at1500);
    expected.ended = fromUnixMillis(at1500) + 52s;
    expected.updated = fromUnixMillis(at1500) + 53s;
    expected.duration = 52s;
    QVERIFY(result->rows.front().leg == expected);
}

void TwilioJsonTest::callStatuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<LegStatus>("status");
    QTest::newRow("queued") << QByteArray("queued") << LegStatus::Queued;
    QTest::newRow("ringing") << QByteArray("ringing") << LegStatus::Ringing;
    QTest::newRow("in-progress") << QByteArray("in-progress") << LegStatus::InProgress;
    QTest::newRow("completed") << QByteArray("completed") << LegStatus::Completed;
    QTest::newRow("busy") << QByteArray("busy") << LegStatus::Busy;
    QTest::newRow("failed") << QByteArray("failed") << LegStatus::Failed;
    QTest::newRow("no-answer") << QByteArray("no-answer") << LegStatus::NoAnswer;
    QTest::newRow("canceled") << QByteArray("canceled") << LegStatus::Canceled;
}

void TwilioJsonTest::callStatuses()
{
    QFETCH(QByteArray, text);
    QFETCH(LegStatus, status);
    CallRow row;
    row.status = text;
    QCOMPARE(toString(onlyLeg(row).status), toString(status));
    QVERIFY(!onlyLeg(row).providerCallId.isEmpty());
}

void TwilioJsonTest::callDirections_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<CallDirection>("direction");
    QTest::newRow("inbound") << QByteArray("inbound") << CallDirection::Inbound;
    QTest::newRow("from a trunk") << QByteArray("trunking-originating") << CallDirection::InboundTrunk;
    QTest::newRow("to a trunk") << QByteArray("trunking-terminating") << CallDirection::Outbound;
    QTest::newRow("api") << QByteArray("outbound-api") << CallDirection::Outbound;
    QTest::newRow("dial") << QByteArray("outbound-dial") << CallDirection::Outbound;
}

void TwilioJsonTest::callDirections()
{
    QFETCH(QByteArray, text);
    QFETCH(CallDirection, direction);
    CallRow row;
    row.direction = text;
    QVERIFY(onlyLeg(row).direction == direction);
}

void TwilioJsonTest::emptyNullAndMissingAreTheSame_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("empty") << QByteArray("\"\"");
    QTest::newRow("null") << QByteArray("null");
}

void TwilioJsonTest::emptyNullAndMissingAreTheSame()
{
    QFETCH(QByteArray, value);
    CallRow row;
    row.status = "no-answer";
    row.ended = value;
    row.duration = value;
    row.started = value;
    const CallLeg leg = onlyLeg(row);
    QVERIFY(!leg.providerCallId.isEmpty());
    QVERIFY(!leg.ended);
    QVERIFY(!leg.started);
    QVERIFY(!leg.duration);
    QCOMPARE(leg.endTime(), leg.updated);
}

void TwilioJsonTest::f25OneBadRecordIsPutAside_data()
{
    QTest::addColumn<QByteArray>("bad");
    const auto row = [](auto change) {
        CallRow result;
        result.sid = sid("CA", 2);
        change(result);
        return result.json();
    };
    QTest::newRow("unknown status") << row([](CallRow &r) { r.status = "missed"; });
    QTest::newRow("unknown direction") << row([](CallRow &r) { r.direction = "sideways"; });
    QTest::newRow("no date") << row([](CallRow &r) { r.created = "\"yesterday\""; });
    QTest::newRow("date as number") << row([](CallRow &r) { r.created = "1795446000"; });
    QTest::newRow("negative duration") << row([](CallRow &r) { r.duration = "\"-4\""; });
    QTest::newRow("duration as words") << row([](CallRow &r) { r.duration = "\"long\""; });
    QTest::newRow("numeric id") << row([](CallRow &) {}).replace('"' + sid("CA", 2) + '"', "12345678901234567890");
    QTest::newRow("no id") << row([](CallRow &r) { r.sid.clear(); });
    QTest::newRow("a number instead of a record") << QByteArray("5");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("empty record") << QByteArray("{}");
}

void TwilioJsonTest::f25OneBadRecordIsPutAside()
{
    QFETCH(QByteArray, bad);
    CallRow good;
    good.extra = R"(,"a_new_field":{"of":[1,2]})";
    CallRow alsoGood;
    alsoGood.sid = sid("CA", 3);
    const auto result = parseTwilioCallPage(page("calls", {good.json(), bad, alsoGood.json()}));
    QVERIFY(result);
    QCOMPARE(result->rows.size(), size_t(2));
    QCOMPARE(result->quarantined.size(), 1);
    QVERIFY2(result->quarantined.first().startsWith(u"calls[1]."_s), qPrintable(result->quarantined.first()));
}

void TwilioJsonTest::f24HalfAPageIsNone_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("isCalls");
    QTest::newRow("calls") << page("calls", {CallRow().json(), CallRow().json()}) << true;
    QTest::newRow("messages") << page("messages", {MessageRow().json(), MessageRow().json()}) << false;
}

void TwilioJsonTest::f24HalfAPageIsNone()
{
    QFETCH(QByteArray, json);
    QFETCH(bool, isCalls);
    for (qsizetype length = 0; length < json.size(); ++length) {
        const QByteArray cut = json.left(length);
        QVERIFY2(isCalls ? !parseTwilioCallPage(cut) : !parseTwilioMessagePage(cut), qPrintable(QString::number(length)));
    }
    QVERIFY(isCalls ? parseTwilioCallPage(json).has_value() : parseTwilioMessagePage(json).has_value());
}

void TwilioJsonTest::f18OtherDocumentsAreRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("sign-in page") << QByteArray("<!DOCTYPE html><html><body>Welcome to HotelNet</body></html>");
    QTest::newRow("another service's JSON") << QByteArray(R"({"status":"ok"})");
    QTest::newRow("list of another kind") << page("messages", {});
    QTest::newRow("list is an object") << QByteArray(R"({"calls":{}})");
    QTest::newRow("link is a number") << QByteArray(R"({"calls":[],"next_page_uri":5})");
    QTest::newRow("a bare list") << QByteArray("[]");
}

void TwilioJsonTest::f18OtherDocumentsAreRefused()
{
    QFETCH(QByteArray, json);
    const auto result = parseTwilioCallPage(json);
    QVERIFY(!result);
    QCOMPARE(toString(result.error().kind), toString(ErrorKind::BadResponse));
}

void TwilioJsonTest::f25IdsAreExact_data()
{
    QTest::addColumn<QByteArray>("id");    // as it stands in the JSON
    QTest::addColumn<QString>("expected"); // empty: not an id
    QTest::newRow("20 digits") << QByteArray("\"12345678901234567890\"") << u"12345678901234567890"_s;
    QTest::newRow("over the exact doubles") << QByteArray("\"9007199254740993\"") << u"9007199254740993"_s;
    QTest::newRow("30 digits with zeros in front")
        << QByteArray("\"000000000000000000000000000001\"") << u"000000000000000000000000000001"_s;
    QTest::newRow("looks like an exponent") << QByteArray("\"1e5\"") << u"1e5"_s;
    QTest::newRow("a number of 20 digits") << QByteArray("12345678901234567890") << QString();
    QTest::newRow("a number over the exact doubles") << QByteArray("9007199254740993") << QString();
    QTest::newRow("a small number") << QByteArray("7") << QString();
    QTest::newRow("true") << QByteArray("true") << QString();
    QTest::newRow("a list") << QByteArray("[\"CA1\"]") << QString();
    QTest::newRow("empty") << QByteArray("\"\"") << QString();
}

void TwilioJsonTest::f25IdsAreExact()
{
    QFETCH(QByteArray, id);
    QFETCH(QString, expected);
    const QByteArray calls = page("calls", {CallRow().json().replace('"' + sid("CA", 1) + '"', id)});
    const auto callPage = parseTwilioCallPage(calls);
    QVERIFY(callPage);
    QCOMPARE(callPage->rows.empty() ? QString() : callPage->rows[0].leg.providerCallId, expected);
    QCOMPARE(callPage->quarantined.size(), expected.isEmpty() ? 1 : 0);
    const auto message = parseTwilioMessage(MessageRow().json().replace('"' + sid("SM", 1) + '"', id));
    QCOMPARE(message ? message->message.providerMessageId : QString(), expected);
}

void TwilioJsonTest::f25OddDocuments_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("rows"); // -1: refused
    const QByteArray row = CallRow().json();
    const QByteArray deepIn = QByteArray(100, '[') + QByteArray(100, ']');
    QTest::newRow("deep nesting in a field that nobody asks for") << page("calls", {row.chopped(1) + ",\"x\":" + deepIn + "}"}) << 1;
    QTest::newRow("nesting beyond all measure") << QByteArray(200000, '[') << -1;
    QTest::newRow("objects beyond all measure") << QByteArray("{\"a\":").repeated(100000) << -1;
    QTest::newRow("an id twice: the last one counts, once") << page("calls", {"{\"sid\":\"CA_first\"," + row.mid(1)}) << 1;
    QTest::newRow("the list twice") << "{\"calls\":[]," + page("calls", {row}).mid(1) << 1;
    QTest::newRow("something after the end") << page("calls", {row}) + "{}" << -1;
    QTest::newRow("two documents") << page("calls", {row}) + page("calls", {row}) << -1;
    QTest::newRow("a byte that is no UTF-8") << page("calls", {QByteArray(row).replace("from_formatted\":\"x", "from_formatted\":\"\xff")})
                                             << -1;
}

void TwilioJsonTest::f25OddDocuments()
{
    QFETCH(QByteArray, json);
    QFETCH(int, rows);
    const auto result = parseTwilioCallPage(json);
    QCOMPARE(result ? static_cast<int>(result->rows.size()) : -1, rows);
    if (rows == 1)
        QCOMPARE(result->rows[0].leg.providerCallId, QString::fromLatin1(sid("CA", 1)));
}

void TwilioJsonTest::messageStatuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<DeliveryStatus>("status");
    for (const char *text : {"accepted", "scheduled", "queued", "sending", "sent"})
        QTest::newRow(text) << QByteArray(text) << DeliveryStatus::Sent;
    for (const char *text : {"delivered", "read", "partially_delivered"})
        QTest::newRow(text) << QByteArray(text) << DeliveryStatus::Delivered;
    QTest::newRow("undelivered") << QByteArray("undelivered") << DeliveryStatus::Undelivered;
    QTest::newRow("failed") << QByteArray("failed") << DeliveryStatus::Failed;
    QTest::newRow("canceled") << QByteArray("canceled") << DeliveryStatus::Failed;
}

void TwilioJsonTest::messageStatuses()
{
    QFETCH(QByteArray, text);
    QFETCH(DeliveryStatus, status);
    MessageRow row;
    row.status = text;
    const auto result = parseTwilioMessage(row.json());
    QVERIFY(result);
    QCOMPARE(toString(result->message.status), toString(status));
    QVERIFY(result->message.direction == MessageDirection::Outgoing);
}

void TwilioJsonTest::aReplyWithAPicture()
{
    MessageRow row;
    row.direction = "inbound";
    row.status = "receiving";
    row.body = "\\u00bfcu\\u00e1nto? \\ud83d\\ude42";
    row.media = "\"2\"";
    const auto result = parseTwilioMessage(row.json());
    QVERIFY(result);
    const ProviderMessage &message = result->message;
    QVERIFY(message.direction == MessageDirection::Incoming);
    QCOMPARE(toString(message.status), toString(DeliveryStatus::Received));
    QCOMPARE(message.body, u"¿cuánto? 🙂"_s);
    QCOMPARE(message.media, 2);
    QCOMPARE(message.created, std::optional(fromUnixMillis(at1500) + 63s));
}

void TwilioJsonTest::aFailedTextSaysWhy()
{
    MessageRow row;
    row.status = "undelivered";
    row.from = "null"; // a Messaging Service that has not chosen
    row.errorCode = "30006";
    row.errorText = "\"Landline or unreachable carrier\"";
    const auto result = parseTwilioMessage(row.json());
    QVERIFY(result);
    QCOMPARE(result->message.errorCode, u"30006"_s);
    QCOMPARE(result->message.errorText, u"Landline or unreachable carrier"_s);
    QCOMPARE(result->message.from, QString());
    QVERIFY(result->message.recipient == NumberCapability::Landline);
    row.errorCode = "30003"; // the phone was off: that passes
    QVERIFY(!parseTwilioMessage(row.json())->message.recipient);
}

void TwilioJsonTest::f10AnUnregisteredSenderIsNoFaultOfTheRecipient()
{
    MessageRow row;
    row.status = "undelivered";
    row.errorCode = "30034";
    const auto result = parseTwilioMessage(row.json());
    QVERIFY(result);
    QVERIFY(result->message.senderRefused);
    QVERIFY(!result->message.recipient);
    for (const char *code : {"30003", "30006", "30007", "null"}) {
        row.errorCode = code;
        QVERIFY(!parseTwilioMessage(row.json())->message.senderRefused);
    }
}

void TwilioJsonTest::recordings()
{
    const auto recording = [](int number, const QByteArray &source, const QByteArray &status, const QByteArray &minute,
                              const QByteArray &duration) {
        return R"({"sid":")" + sid("RE", number) + R"(","source":")" + source + R"(","status":")" + status +
               R"(","date_created":"Mon, 23 Nov 2026 15:)" + minute + R"(:00 +0000","duration":)" + duration +
               R"(,"price":null,"channels":1})";
    };
    const auto details = parseTwilioRecordings(page("recordings", {
                                                                      recording(1, "RecordVerb", "completed", "05", "\"21\""),
                                                                      recording(2, "RecordVerb", "processing", "03", "\"-1\""),
                                                                      recording(3, "DialVerb", "completed", "09", "\"300\""),
                                                                      recording(4, "RecordVerb", "deleted", "10", "\"9\""),
                                                                  }));
    QVERIFY(details);
    QCOMPARE(details->recordings, 2); // not the conversation, not the deleted one
    QCOMPARE(details->recordingId, QString::fromLatin1(sid("RE", 1)));
    QCOMPARE(details->recordingLength, Millis(21s));
    const auto none = parseTwilioRecordings(page("recordings", {}));
    QVERIFY(none && none->recordings == 0 && none->recordingId.isEmpty());
}

void TwilioJsonTest::notifications()
{
    const QByteArray warning = R"({"log":"1","error_code":"12200"})";
    const QByteArray error = R"({"log":"0","error_code":"11200"})";
    QCOMPARE(parseTwilioNotifications(page("notifications", {})).value(), false);
    QCOMPARE(parseTwilioNotifications(page("notifications", {warning})).value(), false);
    QCOMPARE(parseTwilioNotifications(page("notifications", {warning, error})).value(), true);
}

void TwilioJsonTest::numbers()
{
    const auto result = parseTwilioNumberPage(
        page("incoming_phone_numbers",
             {
                 numberJson(1, "+13132230100", "Main line"),
                 numberJson(2, "+13132230101", "(313) 223-0101", false),
                 numberJson(3, "+13132230102", "Flow", true, true, "https://webhooks.twilio.com/v1/Accounts/AC1/Flows/FW1"),
             }));
    QVERIFY(result);
    QCOMPARE(result->rows.size(), size_t(3));
    QCOMPARE(result->rows[0].label, u"Main line"_s);
    QVERIFY(result->rows[0].canText && result->rows[0].canCall && !result->rows[0].flowMayText);
    QCOMPARE(result->rows[1].label, QString()); // only the number again
    QVERIFY(!result->rows[1].canText);
    QVERIFY(result->rows[2].flowMayText);
}

void TwilioJsonTest::lookups_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<bool>("valid");
    QTest::addColumn<int>("expected"); // 0 nothing, 1 landline, 2 cannot receive
    QTest::newRow("mobile") << QByteArray("\"mobile\"") << true << 0;
    QTest::newRow("landline") << QByteArray("\"landline\"") << true << 1;
    QTest::newRow("voip") << QByteArray("\"nonFixedVoip\"") << true << 0;
    QTest::newRow("pager") << QByteArray("\"pager\"") << true << 2;
    QTest::newRow("unknown") << QByteArray("null") << true << 0;
    QTest::newRow("no number") << QByteArray("null") << false << 2;
}

void TwilioJsonTest::lookups()
{
    QFETCH(QByteArray, type);
    QFETCH(bool, valid);
    QFETCH(int, expected);
    const auto result = parseTwilioLookup(R"({"phone_number":"+13135550142","valid":)" + QByteArray(valid ? "true" : "false") +
                                          R"(,"line_type_intelligence":{"type":)" + type + R"(,"carrier_name":"x","error_code":null}})");
    QVERIFY(result);
    const int got = !*result ? 0 : **result == NumberCapability::Landline ? 1 : 2;
    QCOMPARE(got, expected);
    QVERIFY(!parseTwilioLookup("{}"));
}

void TwilioJsonTest::sendReports_data()
{
    QTest::addColumn<HttpEnd>("end");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("read");
    QTest::addColumn<SendEnd>("expected");
    QTest::addColumn<QString>("kind"); // of the error; empty: none
    QTest::addColumn<UnknownCause>("cause");
    const auto none = UnknownCause::None;
    const auto ended = UnknownCause::ConnectionEnded;
    const QByteArray html = "<html>Bad</html>";
    const auto answered = [&](const char *name, int status, const QByteArray &body, SendEnd end, const char *kind, UnknownCause cause) {
        QTest::newRow(name) << HttpEnd::Answered << status << body << true << end << QString::fromLatin1(kind) << cause;
    };
    answered("created", 201, MessageRow().json(), SendEnd::Accepted, "", none);
    answered("ok", 200, MessageRow().json(), SendEnd::Accepted, "", none);
    answered("created, cut short", 201, MessageRow().json().left(40), SendEnd::Unknown, "bad-response", ended);
    answered("created, html", 200, html, SendEnd::Unknown, "bad-response", ended);
    answered("created, no id", 201, "{}", SendEnd::Unknown, "bad-response", ended);
    answered("opted out", 400, errorJson(21610, 400), SendEnd::Refused, "opted-out", none);
    answered("no mobile", 400, errorJson(21614, 400), SendEnd::Refused, "invalid-recipient", none);
    answered("landline", 400, errorJson(21635, 400), SendEnd::Refused, "invalid-recipient", none);
    answered("carrier unreachable", 400, errorJson(30006, 400), SendEnd::Refused, "invalid-recipient", none);
    answered("invalid number", 400, errorJson(21211, 400), SendEnd::Refused, "invalid-recipient", none);
    answered("region not permitted", 400, errorJson(21408, 400), SendEnd::Refused, "rejected", none);
    answered("sender cannot text", 400, errorJson(21606, 400), SendEnd::Refused, "rejected", none);
    answered("suspended", 403, errorJson(30002, 403), SendEnd::Refused, "rejected", none);
    answered("unpaid", 402, errorJson(20005, 402), SendEnd::Refused, "rejected", none);
    answered("no such account", 404, errorJson(20404, 404), SendEnd::Refused, "rejected", none);
    answered("unprocessable", 422, errorJson(99999, 422), SendEnd::Refused, "rejected", none);
    answered("code as text", 400, R"({"code":"21610","message":"no"})", SendEnd::Refused, "opted-out", none);
    answered("400 from somebody else", 400, html, SendEnd::Unknown, "rejected", ended);
    answered("400 with other JSON", 400, R"({"error":"x"})", SendEnd::Unknown, "rejected", ended);
    answered("bad sign-in", 401, errorJson(20003, 401), SendEnd::NotAccepted, "unauthorized", none);
    answered("bad sign-in by 403", 403, errorJson(20003, 403), SendEnd::NotAccepted, "unauthorized", none);
    answered("401 without words", 401, "", SendEnd::NotAccepted, "unauthorized", none);
    answered("too fast", 429, errorJson(20429, 429), SendEnd::NotAccepted, "rate-limited", none);
    answered("too fast, html", 429, html, SendEnd::NotAccepted, "rate-limited", none);
    answered("timeout of the server", 408, errorJson(20408, 408), SendEnd::Unknown, "timeout", ended);
    answered("redirect", 307, "", SendEnd::Unknown, "bad-response", ended);
    answered("500", 500, errorJson(20500, 500), SendEnd::Unknown, "server", ended);
    answered("502", 502, html, SendEnd::Unknown, "server", ended);
    answered("503", 503, errorJson(20503, 503), SendEnd::Unknown, "server", ended);
    answered("504", 504, "", SendEnd::Unknown, "server", ended);
    answered("server trouble told by 400", 400, errorJson(20500, 400), SendEnd::Unknown, "server", ended);
    const QByteArray nothing;
    QTest::newRow("deadline, sent") << HttpEnd::DeadlinePassed << 0 << nothing << true << SendEnd::Unknown << u"timeout"_s
                                    << UnknownCause::GaveUpWaiting;
    QTest::newRow("deadline, not sent") << HttpEnd::DeadlinePassed << 0 << nothing << false << SendEnd::NotAccepted << u"timeout"_s << none;
    QTest::newRow("lost, sent") << HttpEnd::ConnectionLost << 0 << nothing << true << SendEnd::Unknown << u"network"_s << ended;
    QTest::newRow("lost within a 201") << HttpEnd::ConnectionLost << 201 << nothing << true << SendEnd::Unknown << u"network"_s << ended;
    QTest::newRow("lost within a 400") << HttpEnd::ConnectionLost << 400 << nothing << true << SendEnd::Unknown << u"rejected"_s << ended;
    QTest::newRow("lost within a 429") << HttpEnd::ConnectionLost << 429 << nothing << true << SendEnd::NotAccepted << u"rate-limited"_s
                                       << none;
    QTest::newRow("not sent") << HttpEnd::Unreachable << 0 << nothing << false << SendEnd::NotAccepted << u"network"_s << none;
    QTest::newRow("tls") << HttpEnd::TlsRefused << 0 << nothing << false << SendEnd::NotAccepted << u"network"_s << none;
    QTest::newRow("too large") << HttpEnd::TooLarge << 201 << nothing << true << SendEnd::Unknown << u"bad-response"_s << ended;
    QTest::newRow("forbidden by us") << HttpEnd::NotAllowed << 0 << nothing << false << SendEnd::NotAccepted << u"rejected"_s << none;
}

void TwilioJsonTest::sendReports()
{
    QFETCH(HttpEnd, end);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(bool, read);
    QFETCH(SendEnd, expected);
    QFETCH(QString, kind);
    QFETCH(UnknownCause, cause);
    HttpAnswer answer;
    answer.end = end;
    answer.status = status;
    answer.body = body;
    answer.mayHaveArrived = read;
    answer.date = fromUnixMillis(at1500);
    const SendReport report = twilioSendReport(answer);
    QCOMPARE(static_cast<int>(report.end), static_cast<int>(expected));
    QCOMPARE(report.error ? toString(report.error->kind) : QString(), kind);
    QCOMPARE(toString(report.unknownCause), toString(cause));
    QCOMPARE(report.providerMessageId.isEmpty(), expected != SendEnd::Accepted);
    QCOMPARE(report.providerTime, answer.date);
    const bool saysSomethingOfTheNumber = kind == u"invalid-recipient"_s;
    QCOMPARE(report.recipient.has_value(), saysSomethingOfTheNumber);
}

/// Whatever the body says, and however it got lost: a 5xx is no refusal.
void TwilioJsonTest::f07ServerErrorsMayHaveAccepted()
{
    for (const int status : {500, 502, 503, 504, 599}) {
        for (const QByteArray &body : {QByteArray(), QByteArray("<html>Bad gateway</html>"), errorJson(20500, status),
                                       errorJson(21610, status), errorJson(20429, status), MessageRow().json()}) {
            for (const HttpEnd end : {HttpEnd::Answered, HttpEnd::ConnectionLost, HttpEnd::TooLarge}) {
                HttpAnswer answer;
                answer.end = end;
                answer.status = status;
                answer.body = body;
                answer.mayHaveArrived = true;
                answer.retryAfter = "3";
                const SendReport report = twilioSendReport(answer);
                QVERIFY2(report.end == SendEnd::Unknown, qPrintable(u"%1 %2"_s.arg(status).arg(QString::fromUtf8(body))));
                QVERIFY(report.unknownCause == UnknownCause::ConnectionEnded);
                QVERIFY(report.error && !report.recipient);
            }
        }
    }
}

void TwilioJsonTest::f13CodesOfALandline()
{
    for (const int code : {30006, 21614, 21635, 21211}) {
        const auto expected = code == 21211 ? NumberCapability::CannotReceive : NumberCapability::Landline;
        HttpAnswer answer;
        answer.end = HttpEnd::Answered;
        answer.status = 400;
        answer.body = errorJson(code, 400);
        answer.mayHaveArrived = true;
        const SendReport refused = twilioSendReport(answer);
        QVERIFY(refused.end == SendEnd::Refused);
        QVERIFY(refused.recipient == expected);
        // The same by the delivery report of a text that was accepted first.
        MessageRow row;
        row.status = "undelivered";
        row.errorCode = QByteArray::number(code);
        const auto message = parseTwilioMessage(row.json());
        QVERIFY(message);
        QVERIFY(message->message.recipient == expected);
    }
}

QTEST_GUILESS_MAIN(TwilioJsonTest)
#include "tst_twiliojson.moc"
