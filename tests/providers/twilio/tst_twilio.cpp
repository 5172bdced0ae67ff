// SPDX-License-Identifier: MIT
#include "domain/settings.h"
#include "providers/registry.h"
#include "providers/twilio/twilioconnectionfixture.h"
#include "providers/twilio/twiliofixtures.h"
#include "providers/twilio/twiliomessages.h"
#include "support/fakenetwork.h"
#include "support/virtualtime.h"

#include <QTest>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace textback;
using namespace textback::test;
using namespace std::chrono_literals;

/// One Twilio account behind a fake network in virtual time: which requests are made, and what comes of the answers.
class TwilioTest : public QObject, private TwilioConnectionFixture {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void callsAreAskedByDay();
    void theKeyIsPreferredToTheToken();
    void f35PagesAreFollowedAndTheFirstReadAgain();
    void aLinkToAnotherHostIsRefused_data();
    void aLinkToAnotherHostIsRefused();
    void readingStopsPastTheWindow();
    void anUnsortedListIsReadToItsEnd();
    void anEndlessListIsAnError();
    void aFailedPageFailsTheWhole();
    void openCallsAreReadByIdWithTheirLegs();
    void anOpenCallThatIsGoneIsLeftOut();
    void detailsTellVoicemailAndBrokenSetUp();
    void detailsWorkWithARestrictedKey();

    void messagesComeBothWays();
    void watchedMessagesAreReadInTurns();
    void sentTextsAreLookedFor();
    void aTextIsSentAsAForm();
    void automaticTextsExpire();
    void aTextThatHangsIsUnknown();
    void lineTypesAreLookedUpOnlyWhenAllowed();
    void lookupsGoToTheirOwnHostOrTheGivenBase_data();
    void lookupsGoToTheirOwnHostOrTheGivenBase();

    void theAccountIsChecked();
    void aStandardKeyCannotReadTheAccountButWorks();
    void aBadTokenIsUnauthorized();
    void aSuspendedAccountIsTold();

    void connectingRefuses_data();
    void connectingRefuses();

private:
    using Handler = FakeNetwork::Handler;

    QStringList targets() const
    {
        QStringList result;
        for (const FakeRequest &request : m_network->requests)
            result.append(request.url.path().section(QString::fromLatin1(accountSid), 1) + (request.url.hasQuery() ? u"?"_s : QString()) +
                          request.url.query(QUrl::FullyEncoded));
        return result;
    }
    static PhoneNumber number(const QString &e164) { return PhoneNumber::parse(e164).value(); }
};

namespace {

QByteArray quotedTime(int hour, int minute)
{
    return "\"Mon, 23 Nov 2026 " + QByteArray::number(hour).rightJustified(2, '0') + ':' +
           QByteArray::number(minute).rightJustified(2, '0') + ":00 +0000\"";
}

CallRow callAt(int id, int hour, int minute)
{
    CallRow row;
    row.sid = sid("CA", id);
    row.created = row.started = row.ended = row.updated = quotedTime(hour, minute);
    return row;
}

MessageRow messageAt(int id, int hour, int minute)
{
    MessageRow row;
    row.sid = sid("SM", id);
    row.created = row.updated = quotedTime(hour, minute);
    return row;
}

QString ca(int id)
{
    return QString::fromLatin1(sid("CA", id));
}

QString sm(int id)
{
    return QString::fromLatin1(sid("SM", id));
}

QStringList idsOf(const CallLogAnswer &answer)
{
    QStringList ids;
    for (const CallLeg &leg : answer.legs)
        ids.append(leg.providerCallId);
    ids.sort();
    return ids;
}

QStringList idsOf(const MessageAnswer &answer)
{
    QStringList ids;
    for (const ProviderMessage &message : answer.messages)
        ids.append(message.providerMessageId);
    ids.sort();
    return ids;
}

} // namespace

void TwilioTest::init()
{
    begin();
    QVERIFY(m_connection);
}

void TwilioTest::cleanup()
{
    end();
}

void TwilioTest::callsAreAskedByDay()
{
    m_network->queue(FakeAnswer::json(page("calls", {callAt(1, 14, 50).json(), callAt(2, 14, 39).json()})));
    const auto answer = fetchCalls();
    QVERIFY(answer);
    QCOMPARE(targets(), QStringList{u"/Calls.json?StartTime%3E=2026-11-23&PageSize=50"_s});
    QCOMPARE(m_network->requests.first().url.host(), u"api.twilio.com"_s);
    QCOMPARE(m_network->requests.first().headers.value("authorization"), "Basic " + (accountSid + ':' + authToken).toBase64());
    QCOMPARE(idsOf(*answer), QStringList{ca(1)}); // what ended before the window is cut off here
    QCOMPARE(answer->providerTime, std::optional(fromUnixMillis(1795446000000)));
}

void TwilioTest::theKeyIsPreferredToTheToken()
{
    m_connection = connectWith({}, true);
    m_network->queue(FakeAnswer::json(page("calls", {})));
    QVERIFY(fetchCalls());
    QCOMPARE(m_network->requests.first().headers.value("authorization"), "Basic " + (apiKeySid + ':' + apiSecret).toBase64());
    QVERIFY(m_network->requests.first().url.path().contains(QString::fromLatin1(accountSid)));
    QCOMPARE(m_connection->accountKey(), QString::fromLatin1(accountSid));
}

void TwilioTest::f35PagesAreFollowedAndTheFirstReadAgain()
{
    CallRow ringing = callAt(3, 14, 58);
    ringing.status = "ringing";
    CallRow ended = callAt(3, 14, 58);
    ended.status = "no-answer";
    m_network->queue(FakeAnswer::json(
        page("calls", {ringing.json(), callAt(2, 14, 55).json()}, "/2010-04-01/Accounts/x/Calls.json?Page=1&PageToken=PA%2Bz")));
    m_network->queue(FakeAnswer::json(page("calls", {callAt(2, 14, 55).json(), callAt(1, 14, 50).json()})));
    m_network->queue(FakeAnswer::json(page("calls", {callAt(4, 14, 59).json(), ended.json()}, "/elsewhere")));
    const auto answer = fetchCalls();
    QVERIFY(answer);
    QCOMPARE(m_network->requests.size(), 3);
    QCOMPARE(m_network->requests.at(1).url.toEncoded(),
             QByteArray("https://api.twilio.com/2010-04-01/Accounts/x/Calls.json?Page=1&PageToken=PA%2Bz"));
    QCOMPARE(m_network->requests.at(2).url, m_network->requests.at(0).url);
    QCOMPARE(idsOf(*answer), (QStringList{ca(1), ca(2), ca(3), ca(4)})); // a call came while we read; each is there once
    const auto third =
        std::find_if(answer->legs.begin(), answer->legs.end(), [](const CallLeg &leg) { return leg.providerCallId == ca(3); });
    QCOMPARE(toString(third->status), toString(LegStatus::NoAnswer)); // the later reading wins
}

void TwilioTest::aLinkToAnotherHostIsRefused_data()
{
    QTest::addColumn<QByteArray>("link");
    QTest::newRow("absolute") << QByteArray("https://evil.example/2010-04-01/Calls.json");
    QTest::newRow("without scheme") << QByteArray("//evil.example/Calls.json");
    QTest::newRow("http") << QByteArray("http://api.twilio.com/Calls.json");
    QTest::newRow("another port") << QByteArray("https://api.twilio.com:8443/Calls.json");
    QTest::newRow("sign-in") << QByteArray("https://user@evil.example/");
}

void TwilioTest::aLinkToAnotherHostIsRefused()
{
    QFETCH(QByteArray, link);
    m_network->queue(FakeAnswer::json(page("calls", {callAt(1, 14, 50).json()}, link)));
    const auto answer = fetchCalls();
    QVERIFY(!answer);
    QCOMPARE(toString(answer.error().kind), toString(ErrorKind::BadResponse));
    QCOMPARE(m_network->requests.size(), 1);
}

void TwilioTest::readingStopsPastTheWindow()
{
    QList<QByteArray> rows{callAt(1, 14, 55).json()};
    for (int i = 0; i < 12; ++i)
        rows.append(callAt(100 + i, 14, 20 - i).json());
    m_network->queue(FakeAnswer::json(page("calls", rows, "/more")));
    const auto answer = fetchCalls();
    QVERIFY(answer);
    QCOMPARE(m_network->requests.size(), 1);
    QCOMPARE(idsOf(*answer), QStringList{ca(1)});
}

void TwilioTest::anUnsortedListIsReadToItsEnd()
{
    // The newest comes last: whoever trusts the order stops too early.
    QList<QByteArray> rows;
    for (int i = 0; i < 12; ++i)
        rows.append(callAt(100 + i, 13, i * 4).json());
    m_network->queue(FakeAnswer::json(page("calls", rows, "/more")));
    m_network->queue(FakeAnswer::json(page("calls", {callAt(1, 14, 55).json()})));
    m_network->queue(FakeAnswer::json(page("calls", rows, "/more")));
    const auto answer = fetchCalls();
    QVERIFY(answer);
    QCOMPARE(idsOf(*answer), QStringList{ca(1)});
}

void TwilioTest::anEndlessListIsAnError()
{
    m_network->setHandler([](const FakeRequest &) { return FakeAnswer::json(page("calls", {callAt(1, 14, 55).json()}, "/again")); });
    Result<CallLogAnswer> result = CallLogAnswer();
    m_connection->calls().fetchCalls({m_since, {}}, [&](Result<CallLogAnswer> answer) { result = std::move(answer); });
    m_time->advance(10min);
    QVERIFY(!result);
    QCOMPARE(toString(result.error().kind), toString(ErrorKind::BadResponse));
    QCOMPARE(m_network->requests.size(), 5); // four times nothing new
}

void TwilioTest::aFailedPageFailsTheWhole()
{
    m_network->queue(FakeAnswer::json(page("calls", {callAt(1, 14, 55).json()}, "/more")));
    m_network->queue(FakeAnswer::json(errorJson(20503, 503), 503));
    const auto answer = fetchCalls();
    QVERIFY(!answer);
    QCOMPARE(toString(answer.error().kind), toString(ErrorKind::Server));
    QCOMPARE(answer.error().providerCode, u"20503"_s);
}

void TwilioTest::openCallsAreReadByIdWithTheirLegs()
{
    CallRow leg = callAt(71, 14, 10);
    leg.parent = sid("CA", 70);
    leg.direction = "outbound-dial";
    m_network->setHandler([&](const FakeRequest &request) {
        if (request.url.path().endsWith(ca(70) + u".json"_s))
            return FakeAnswer::json(callAt(70, 14, 10).json());
        if (request.parameter(u"ParentCallSid"_s) == ca(70))
            return FakeAnswer::json(page("calls", {leg.json()}));
        return FakeAnswer::json(page("calls", {callAt(1, 14, 55).json()}));
    });
    const auto answer = fetchCalls({ca(70), ca(1), ca(70)});
    QVERIFY(answer);
    QCOMPARE(idsOf(*answer), (QStringList{ca(1), ca(70), ca(71)}));
    QCOMPARE(m_network->requests.size(), 3); // call 1 was in the window anyway
}

void TwilioTest::anOpenCallThatIsGoneIsLeftOut()
{
    m_network->queue(FakeAnswer::json(page("calls", {callAt(1, 14, 55).json()})));
    m_network->queue(FakeAnswer::json(errorJson(20404, 404), 404));
    const auto answer = fetchCalls({ca(70)});
    QVERIFY(answer);
    QCOMPARE(idsOf(*answer), QStringList{ca(1)});
}

void TwilioTest::detailsTellVoicemailAndBrokenSetUp()
{
    m_network->queue(FakeAnswer::json(page("recordings", {R"({"sid":"RE1","source":"RecordVerb","status":"completed","duration":"12"})"})));
    m_network->queue(FakeAnswer::json(page("notifications", {R"({"log":"0","error_code":"11200"})"})));
    std::optional<CallDetails> details;
    m_connection->calls().fetchDetails(ca(1), [&](Result<CallDetails> result) { details = result.value(); });
    m_time->advance(1s);
    QVERIFY(details);
    QCOMPARE(details->recordings, 1);
    QCOMPARE(details->recordingId, u"RE1"_s);
    QCOMPARE(details->recordingLength, Millis(12s));
    QVERIFY(details->flowFailed);
    QCOMPARE(targets(), (QStringList{u"/Calls/%1/Recordings.json?PageSize=50"_s.arg(ca(1)),
                                     u"/Calls/%1/Notifications.json?PageSize=50"_s.arg(ca(1))}));
}

void TwilioTest::detailsWorkWithARestrictedKey()
{
    m_network->queue(FakeAnswer::json(page("recordings", {})));
    m_network->queue(FakeAnswer::json(errorJson(70051, 403), 403));
    std::optional<CallDetails> details;
    m_connection->calls().fetchDetails(ca(1), [&](Result<CallDetails> result) { details = result.value(); });
    m_time->advance(1s);
    QVERIFY(details);
    QVERIFY(!details->flowFailed);
}

void TwilioTest::messagesComeBothWays()
{
    MessageRow reply = messageAt(2, 14, 58);
    reply.direction = "inbound";
    reply.status = "received";
    m_network->queue(FakeAnswer::json(page("messages", {reply.json(), messageAt(1, 14, 57).json(), messageAt(3, 14, 30).json()})));
    const auto answer = fetchMessages();
    QVERIFY(answer);
    QCOMPARE(targets(), QStringList{u"/Messages.json?PageSize=50"_s}); // never filtered by DateSent
    QCOMPARE(idsOf(*answer), (QStringList{sm(1), sm(2)}));
}

void TwilioTest::watchedMessagesAreReadInTurns()
{
    QStringList watch;
    for (int i = 0; i < 45; ++i)
        watch.append(sm(1000 + i));
    QStringList asked;
    m_network->setHandler([&](const FakeRequest &request) {
        const QString id = request.url.path().section(u'/', -1).chopped(5);
        if (id == u"Messages"_s) // one watched message is on the page already, though older than the window
            return FakeAnswer::json(page("messages", {messageAt(1000, 10, 0).json()}));
        asked.append(id);
        if (id == sm(1001)) // deleted meanwhile
            return FakeAnswer::json(errorJson(20404, 404), 404);
        MessageRow row = messageAt(1, 10, 0);
        row.sid = id.toLatin1();
        row.status = "delivered";
        return FakeAnswer::json(row.json());
    });
    QStringList seen;
    for (int poll = 0; poll < 3; ++poll) {
        asked.clear();
        const auto answer = fetchMessages(watch);
        QVERIFY(answer);
        QVERIFY(asked.size() <= TwilioMessages::mostWatchedAtOnce);
        QVERIFY(idsOf(*answer).contains(sm(1000)));
        seen += idsOf(*answer);
    }
    seen.removeDuplicates();
    QCOMPARE(seen.size(), 44); // everybody had a turn within three polls, but for the deleted one
}

void TwilioTest::sentTextsAreLookedFor()
{
    MessageRow reply = messageAt(9, 14, 59);
    reply.direction = "inbound";
    reply.status = "received";
    m_network->queue(FakeAnswer::json(page("messages", {reply.json(), messageAt(1, 14, 57).json()})));
    std::optional<MessageAnswer> answer;
    m_connection->messages().fetchSent({number(u"+13132230100"_s), number(u"+13135550142"_s), m_since},
                                       [&](Result<MessageAnswer> result) { answer = result.value(); });
    m_time->advance(1s);
    QVERIFY(answer);
    QCOMPARE(idsOf(*answer), QStringList{sm(1)});
    QCOMPARE(targets(), QStringList{u"/Messages.json?To=%2B13135550142&From=%2B13132230100&PageSize=50"_s});
    m_network->queue(FakeAnswer::json(page("messages", {})));
    m_connection->messages().fetchSent({{}, number(u"+13135550142"_s), m_since},
                                       [&](Result<MessageAnswer> result) { answer = result.value(); });
    m_time->advance(1s);
    QCOMPARE(targets().last(), u"/Messages.json?To=%2B13135550142&PageSize=50"_s);
}

void TwilioTest::aTextIsSentAsAForm()
{
    m_network->queue(FakeAnswer::json(messageAt(5, 15, 0).json(), 201));
    std::optional<SendReport> report;
    const QString body = u"Hi & welcome + 100% = ñ 🙂\nBob"_s;
    m_connection->messages().send({number(u"+13132230100"_s), number(u"+13135550142"_s), body, {}, u"7"_s},
                                  [&](const SendReport &r) { report = r; });
    QVERIFY(!report); // never from inside the call
    m_time->advance(1s);
    QVERIFY(report);
    QVERIFY(report->end == SendEnd::Accepted);
    QCOMPARE(report->providerMessageId, sm(5));
    QCOMPARE(m_network->requests.size(), 1);
    const FakeRequest &request = m_network->requests.first();
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(targets().first(), u"/Messages.json"_s);
    QCOMPARE(request.headers.value("content-type"), QByteArray("application/x-www-form-urlencoded"));
    QCOMPARE(request.parameter(u"To"_s), u"+13135550142"_s);
    QCOMPARE(request.parameter(u"From"_s), u"+13132230100"_s);
    QCOMPARE(request.parameter(u"Body"_s), body);
    QVERIFY(!request.body.contains("ValidityPeriod"));
    QVERIFY(!request.body.contains(' ') && !request.body.contains('\n'));
}

void TwilioTest::automaticTextsExpire()
{
    m_network->setHandler([](const FakeRequest &) { return FakeAnswer::json(MessageRow().json(), 201); });
    for (const Millis validFor : {Millis(600s), Millis(1ms), Millis(100h)})
        m_connection->messages().send({number(u"+13132230100"_s), number(u"+13135550142"_s), u"x"_s, validFor, {}},
                                      [](const SendReport &) {});
    m_time->advance(1s);
    QCOMPARE(m_network->requests.at(0).parameter(u"ValidityPeriod"_s), u"600"_s);
    QCOMPARE(m_network->requests.at(1).parameter(u"ValidityPeriod"_s), u"1"_s);
    QCOMPARE(m_network->requests.at(2).parameter(u"ValidityPeriod"_s), u"36000"_s);
}

void TwilioTest::aTextThatHangsIsUnknown()
{
    m_network->queue(FakeAnswer::silence());
    std::optional<SendReport> report;
    m_connection->messages().send({number(u"+13132230100"_s), number(u"+13135550142"_s), u"x"_s, {}, {}},
                                  [&](const SendReport &r) { report = r; });
    m_time->advance(29s);
    QVERIFY(!report);
    m_time->advance(2s);
    QVERIFY(report);
    QVERIFY(report->end == SendEnd::Unknown);
    QCOMPARE(toString(report->unknownCause), toString(UnknownCause::GaveUpWaiting));
    QCOMPARE(m_network->requests.size(), 1);
}

void TwilioTest::lineTypesAreLookedUpOnlyWhenAllowed()
{
    int answers = 0;
    m_connection->messages().lookUpLineType(number(u"+13135550142"_s), [&](Result<std::optional<NumberCapability>> result) {
        ++answers;
        QVERIFY(result && !*result);
    });
    QCOMPARE(answers, 0);
    m_time->advance(1s);
    QCOMPARE(answers, 1);
    QVERIFY(m_network->requests.isEmpty());
}

void TwilioTest::lookupsGoToTheirOwnHostOrTheGivenBase_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("expected");
    const QString rest = u"/v2/PhoneNumbers/%2B13135550142?Fields=line_type_intelligence"_s;
    QTest::newRow("Twilio") << QString() << u"https://lookups.twilio.com"_s + rest;
    QTest::newRow("loopback") << u"http://127.0.0.1:8081"_s << u"http://127.0.0.1:8081"_s + rest;
    QTest::newRow("loopback, slash") << u"http://localhost:8081/"_s << u"http://localhost:8081"_s + rest;
}

void TwilioTest::lookupsGoToTheirOwnHostOrTheGivenBase()
{
    QFETCH(QString, base);
    QFETCH(QString, expected);
    m_connection = connectWith(base, false, true);
    m_network->queue(FakeAnswer::json(R"({"phone_number":"+13135550142","valid":true,"line_type_intelligence":{"type":"landline"}})"));
    std::optional<NumberCapability> capability;
    m_connection->messages().lookUpLineType(number(u"+13135550142"_s),
                                            [&](Result<std::optional<NumberCapability>> result) { capability = result.value(); });
    m_time->advance(1s);
    QVERIFY(capability == NumberCapability::Landline);
    QCOMPARE(QString::fromLatin1(m_network->requests.first().url.toEncoded()), expected);
}

void TwilioTest::theAccountIsChecked()
{
    m_network->queue(FakeAnswer::json(accountJson("active", "Trial")));
    m_network->queue(
        FakeAnswer::json(page("incoming_phone_numbers",
                              {numberJson(1, "+13132230100", "Main"), numberJson(2, "+13132230101", "Old fax", false),
                               numberJson(3, "+13132230102", "Texts only", true, false),
                               numberJson(4, "+13132230103", "Flow", true, true, "https://webhooks.twilio.com/v1/Accounts/AC1/Flows/FW1"),
                               numberJson(5, "+1555", "broken")})));
    std::optional<AccountCheck> check;
    m_connection->checkAccount([&](Result<AccountCheck> result) { check = result.value(); });
    m_time->advance(1s);
    QVERIFY(check);
    QCOMPARE(check->accountName, u"Motor City Towing"_s);
    QVERIFY(check->active && check->trial);
    QCOMPARE(check->lines.size(), size_t(3));
    QCOMPARE(check->lines[0].label, u"Main"_s);
    QCOMPARE(check->lines[0].number.e164(), u"+13132230100"_s);
    QCOMPARE(check->cannotText, QStringList{u"+13132230101"_s});
    QCOMPARE(check->warnings, QStringList{u"flow-may-text:+13132230103"_s});
    QCOMPARE(m_network->requests.first().url.path(), u"/2010-04-01/Accounts/%1.json"_s.arg(QString::fromLatin1(accountSid)));
}

void TwilioTest::aStandardKeyCannotReadTheAccountButWorks()
{
    m_connection = connectWith({}, true);
    m_network->queue(FakeAnswer::json(errorJson(20003, 401), 401));
    m_network->queue(FakeAnswer::json(page("incoming_phone_numbers", {numberJson(1, "+13132230100", "Main")})));
    std::optional<AccountCheck> check;
    m_connection->checkAccount([&](Result<AccountCheck> result) { check = result.value(); });
    m_time->advance(1s);
    QVERIFY(check);
    QVERIFY(check->active);
    QCOMPARE(check->lines.size(), size_t(1));
}

void TwilioTest::aBadTokenIsUnauthorized()
{
    m_network->setHandler([](const FakeRequest &) { return FakeAnswer::json(errorJson(20003, 401, "Authenticate"), 401); });
    for (const bool withKey : {false, true}) {
        m_connection = connectWith({}, withKey);
        std::optional<Error> error;
        m_connection->checkAccount([&](Result<AccountCheck> result) { error = result.error(); });
        m_time->advance(1s);
        QVERIFY(error);
        QCOMPARE(toString(error->kind), toString(ErrorKind::Unauthorized));
        QCOMPARE(error->providerCode, u"20003"_s);
    }
}

void TwilioTest::aSuspendedAccountIsTold()
{
    m_network->queue(FakeAnswer::json(accountJson("suspended")));
    m_network->queue(FakeAnswer::json(errorJson(20005, 403), 403));
    std::optional<AccountCheck> check;
    m_connection->checkAccount([&](Result<AccountCheck> result) { check = result.value(); });
    m_time->advance(1s);
    QVERIFY(check);
    QVERIFY(!check->active);
}

void TwilioTest::connectingRefuses_data()
{
    QTest::addColumn<QString>("key"); // the setting that is changed
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("named"); // what the refusal names
    QTest::newRow("unknown provider") << u"provider"_s << u"acme"_s << u"acme"_s;
    QTest::newRow("no account") << u"accountSid"_s << QString() << u"accountSid"_s;
    QTest::newRow("odd account") << u"accountSid"_s << u"AC123"_s << u"accountSid"_s;
    QTest::newRow("more than an account") << u"accountSid"_s << QString::fromLatin1(accountSid) + u"/../x"_s << u"accountSid"_s;
    QTest::newRow("odd key") << u"apiKeySid"_s << u"AC00"_s << u"apiKeySid"_s;
    QTest::newRow("no token") << u"authToken"_s << QString() << u"authToken"_s;
    QTest::newRow("http") << u"apiBaseUrl"_s << u"http://api.twilio.com"_s << u"https"_s;
    QTest::newRow("foreign host") << u"apiBaseUrl"_s << u"https://evil.example"_s << u"evil.example"_s;
    QTest::newRow("looks like loopback") << u"apiBaseUrl"_s << u"http://127.0.0.1.evil.example"_s << u"apiBaseUrl"_s;
    QTest::newRow("path") << u"apiBaseUrl"_s << u"https://api.twilio.com/x"_s << u"apiBaseUrl"_s;
    QTest::newRow("sign-in") << u"apiBaseUrl"_s << u"https://a:b@api.twilio.com"_s << u"apiBaseUrl"_s;
    QTest::newRow("words") << u"apiBaseUrl"_s << u"twilio"_s << u"apiBaseUrl"_s;
}

void TwilioTest::connectingRefuses()
{
    QFETCH(QString, key);
    QFETCH(QString, value);
    QFETCH(QString, named);
    AccountSettings account;
    AccountSecrets secrets;
    account.fields.insert(u"accountSid"_s, QString::fromLatin1(accountSid));
    secrets.insert(u"authToken"_s, Secret(authToken));
    if (key == u"provider"_s)
        account.provider = value;
    else if (key == u"apiBaseUrl"_s)
        account.apiBaseUrl = value;
    else if (key == u"authToken"_s)
        secrets.remove(key);
    else
        account.fields.insert(key, value);
    const auto connection = m_registry->connect(account, secrets);
    QVERIFY(!connection);
    QCOMPARE(toString(connection.error().kind), toString(ErrorKind::Rejected));
    QVERIFY2(connection.error().detail.contains(named), qPrintable(connection.error().detail));
}

QTEST_GUILESS_MAIN(TwilioTest)
#include "tst_twilio.moc"
