// SPDX-License-Identifier: MIT
#include "domain/phonenumber.h"
#include "simulator/simulatedcalls.h"
#include "simulator/simulatedtexts.h"
#include "simulator/specvalidator.h"
#include "simulator/twilioapi.h"
#include "support/virtualtime.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace textback;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::SeededRandom;
using test::SpecValidator;
using test::VirtualTime;

namespace {

const QString account = u"AC0123456789abcdef0123456789abcdef"_s;
const QString caller = u"+13135550142"_s;
const QString ours = u"+13132230100"_s;

SimulatorOptions accountOptions()
{
    SimulatorOptions options;
    options.accountSid = account;
    options.authToken = u"token"_s;
    options.apiKeySid = u"SK0123456789abcdef0123456789abcdef"_s;
    options.apiKeySecret = u"secret"_s;
    options.messagingServiceSid = u"MG0123456789abcdef0123456789abcdef"_s;
    options.otherNumbers = {u"+13132230101"_s};
    return options;
}

struct Answer {
    int status = 0;
    QJsonObject json;
    QByteArray body;
    QByteArray header(QByteArrayView name) const
    {
        for (const auto &[key, value] : headers) {
            if (key == name)
                return value;
        }
        return {};
    }
    QList<std::pair<QByteArray, QByteArray>> headers;
};

struct Fixture {
    SimulatorOptions options = accountOptions();
    VirtualTime time;
    SeededRandom random;
    SimulatedCalls calls{time, time, random, options};
    SimulatedTexts texts{time, time, random, options};
    TwilioApi api{time, calls, texts, options};
    QByteArray credentials = QByteArray((account + u":token"_s).toLatin1());

    Answer ask(const QByteArray &method, const QString &target, const QByteArray &body = {},
               const QByteArray &type = "application/x-www-form-urlencoded"_ba)
    {
        HttpRequest request;
        request.method = method;
        request.target = target.toLatin1();
        request.path = QString::fromUtf8(QByteArray::fromPercentEncoding(target.section(u'?', 0, 0).toLatin1()));
        request.query = parseForm(target.section(u'?', 1).toLatin1());
        request.body = body;
        request.headers.append({"content-type"_ba, type});
        if (!credentials.isEmpty())
            request.headers.append({"authorization"_ba, "Basic " + credentials.toBase64()});
        api.countPost(request);
        const HttpResponse response = api.handle(request);
        return {response.status, QJsonDocument::fromJson(response.body).object(), response.body, response.headers};
    }
    Answer get(const QString &rest) { return ask("GET", path(rest)); }
    Answer post(const QByteArray &form) { return ask("POST", path(u"Messages.json"_s), form); }
    static QString path(const QString &rest) { return u"/2010-04-01/Accounts/"_s + account + u'/' + rest; }

    void ring(int count)
    {
        for (int i = 0; i < count; ++i) {
            calls.begin({Scenario::F, caller, ours, {}});
            time.advance(1s);
        }
    }
};

QStringList sids(const Answer &answer, const QString &key)
{
    QStringList sids;
    for (const QJsonValue &row : answer.json.value(key).toArray())
        sids += row["sid"_L1].toString();
    return sids;
}

} // namespace

class TestTwilioApi : public QObject {
    Q_OBJECT

private slots:
    void asksForASignIn_data();
    void asksForASignIn();
    void answersErrorsInTwiliosForm_data();
    void answersErrorsInTwiliosForm();
    void listsCallsNewestFirst();
    void filtersCalls_data();
    void filtersCalls();
    void pagesStayStableUnderInserts();
    void pagesBackwards();
    void filtersAreKeptInLinks();
    void listsTextsBothWays();
    void countsPosts();
    void refusesASuspendedAccount();
    void looksUpLineTypes();
    void datesAreRfc2822();
    void answersSatisfyTheSpecification();
    void lookupSatisfiesTheSpecification();
};

void TestTwilioApi::asksForASignIn_data()
{
    QTest::addColumn<QByteArray>("credentials");
    QTest::addColumn<int>("status");
    const QByteArray sid = account.toLatin1();
    QTest::newRow("token") << QByteArray(sid + ":token") << 200;
    QTest::newRow("api key") << "SK0123456789abcdef0123456789abcdef:secret"_ba << 200;
    QTest::newRow("wrong token") << QByteArray(sid + ":tokem") << 401;
    QTest::newRow("wrong account") << "ACffffffffffffffffffffffffffffffff:token"_ba << 401;
    QTest::newRow("no secret") << "SK0123456789abcdef0123456789abcdef:"_ba << 401;
    QTest::newRow("mixed") << QByteArray(sid + ":secret") << 401;
    QTest::newRow("none") << QByteArray() << 401;
}

void TestTwilioApi::asksForASignIn()
{
    QFETCH(QByteArray, credentials);
    QFETCH(int, status);
    Fixture line;
    line.credentials = credentials;
    const Answer answer = line.get(u"Calls.json"_s);
    QCOMPARE(answer.status, status);
    if (status == 401) {
        QCOMPARE(answer.json["code"_L1].toInt(), 20003);
        QVERIFY(answer.header("WWW-Authenticate").startsWith("Basic"));
    }
}

void TestTwilioApi::answersErrorsInTwiliosForm_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("code");
    const QString calls = Fixture::path(u"Calls.json"_s);
    const QString messages = Fixture::path(u"Messages.json"_s);
    QTest::newRow("nowhere") << "GET"_ba << u"/elsewhere"_s << ""_ba << 404 << 20404;
    QTest::newRow("other account") << "GET"_ba << u"/2010-04-01/Accounts/ACffffffffffffffffffffffffffffffff/Calls.json"_s << ""_ba << 404
                                   << 20404;
    QTest::newRow("unknown call") << "GET"_ba << Fixture::path(u"Calls/CAffffffffffffffffffffffffffffffff.json"_s) << ""_ba << 404 << 20404;
    QTest::newRow("unknown text") << "GET"_ba << Fixture::path(u"Messages/SMffffffffffffffffffffffffffffffff.json"_s) << ""_ba << 404
                                  << 20404;
    QTest::newRow("unknown call's list") << "GET"_ba << Fixture::path(u"Calls/CAff/Recordings.json"_s) << ""_ba << 404 << 20404;
    QTest::newRow("delete") << "DELETE"_ba << calls << ""_ba << 405 << 20004;
    QTest::newRow("put") << "PUT"_ba << messages << ""_ba << 405 << 20004;
    QTest::newRow("status missed") << "GET"_ba << QString(calls + u"?Status=missed"_s) << ""_ba << 400 << 20001;
    QTest::newRow("bad date") << "GET"_ba << QString(calls + u"?StartTime%3E=notadate"_s) << ""_ba << 400 << 20001;
    QTest::newRow("page size") << "GET"_ba << QString(calls + u"?PageSize=0"_s) << ""_ba << 400 << 20006;
    QTest::newRow("page token") << "GET"_ba << QString(calls + u"?PageToken=PAnonsense"_s) << ""_ba << 400 << 20006;
    QTest::newRow("no to") << "POST"_ba << messages << "From=%2B13132230100&Body=a"_ba << 400 << 21604;
    QTest::newRow("bad to") << "POST"_ba << messages << "To=%2B1&From=%2B13132230100&Body=a"_ba << 400 << 21211;
    QTest::newRow("no body") << "POST"_ba << messages << "To=%2B13135550142&From=%2B13132230100"_ba << 400 << 21602;
    QTest::newRow("validity") << "POST"_ba << messages << "To=%2B13135550142&From=%2B13132230100&Body=a&ValidityPeriod=abc"_ba << 400
                              << 21624;
}

void TestTwilioApi::answersErrorsInTwiliosForm()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, target);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(int, code);
    Fixture line;
    const Answer answer = line.ask(method, target, body);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.json["code"_L1].toInt(), code);
    QCOMPARE(answer.json["status"_L1].toInt(), status);
    QVERIFY(!answer.json["message"_L1].toString().isEmpty());
    QCOMPARE(answer.json["more_info"_L1].toString(), u"https://www.twilio.com/docs/errors/%1"_s.arg(code));
    QCOMPARE(line.ask("POST", Fixture::path(u"Messages.json"_s), "{\"To\":\"+13135550142\"}", "application/json").status, 415);
}

void TestTwilioApi::listsCallsNewestFirst()
{
    Fixture line;
    const QString first = line.calls.begin({Scenario::A2, caller, ours, {}});
    line.time.advance(2s);
    const Answer live = line.get(u"Calls.json"_s);
    QCOMPARE(live.status, 200);
    const QJsonArray rows = live.json["calls"_L1].toArray();
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[0]["parent_call_sid"_L1].toString(), first); // the child is newer
    QCOMPARE(rows[0]["status"_L1].toString(), u"ringing"_s);
    QCOMPARE(rows[1]["sid"_L1].toString(), first);
    QCOMPARE(rows[1]["status"_L1].toString(), u"in-progress"_s);
    QVERIFY(rows[1]["duration"_L1].isNull());
    QVERIFY(rows[1]["trunk_sid"_L1].isNull());
    QVERIFY(live.json["next_page_uri"_L1].isNull());
    line.time.advance(5min);
    QCOMPARE(line.get(u"Calls/"_s + first + u".json"_s).json["status"_L1].toString(), u"completed"_s);
}

void TestTwilioApi::filtersCalls_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<int>("rows");
    // Two calls on 23 November 2026: an unanswered one (two rows) at 15:00:00, a menu call from somebody else at 15:10:00.
    QTest::newRow("all") << QString() << 3;
    QTest::newRow("to ours") << u"To=%2B13132230100"_s << 1;
    QTest::newRow("from") << u"From=%2B13135550142"_s << 2;
    QTest::newRow("from, national spelling") << u"From=(313)+555-0142"_s << 2;
    QTest::newRow("from nobody") << u"From=%2B13135550109"_s << 0;
    QTest::newRow("status") << u"Status=no-answer"_s << 1;
    QTest::newRow("status and from") << u"Status=completed&From=%2B13135550142"_s << 1;
    QTest::newRow("day") << u"StartTime=2026-11-23"_s << 3;
    QTest::newRow("other day") << u"StartTime=2026-11-22"_s << 0;
    QTest::newRow("from day") << u"StartTime%3E=2026-11-23"_s << 3;
    QTest::newRow("from next day") << u"StartTime%3E=2026-11-24"_s << 0;
    QTest::newRow("until day") << u"StartTime%3C=2026-11-23"_s << 3;
    QTest::newRow("until day before") << u"StartTime%3C=2026-11-22"_s << 0;
    QTest::newRow("from moment") << u"StartTime%3E=2026-11-23T15:05:00Z"_s << 1;
    QTest::newRow("from moment, offset") << u"StartTime%3E=2026-11-23T10:05:00-05:00"_s << 1;
    QTest::newRow("from that second") << u"StartTime%3E=2026-11-23T15:10:00Z"_s << 1;
    QTest::newRow("until moment") << u"StartTime%3C=2026-11-23T15:05:00Z"_s << 2;
    QTest::newRow("between") << u"StartTime%3E=2026-11-23T15:00:01Z&StartTime%3C=2026-11-23T15:09:59Z"_s << 0;
    QTest::newRow("ended from") << u"EndTime%3E=2026-11-23T15:10:01Z"_s << 1;
    QTest::newRow("empty filter") << u"Status=&From="_s << 3;
}

void TestTwilioApi::filtersCalls()
{
    QFETCH(QString, query);
    QFETCH(int, rows);
    Fixture line;
    ScenarioVariant variant;
    variant.voicemail = false;
    const QString first = line.calls.begin({Scenario::A1, caller, ours, variant});
    line.time.advance(10min);
    line.calls.begin({Scenario::F, u"+13135550117"_s, u"+13132230101"_s, {}});
    line.time.advance(10min);
    QCOMPARE(line.get(u"Calls.json?"_s + query).json["calls"_L1].toArray().size(), rows);
    QCOMPARE(line.get(u"Calls.json?ParentCallSid="_s + first).json["calls"_L1].toArray().size(), 1);
}

void TestTwilioApi::pagesStayStableUnderInserts()
{
    Fixture line;
    line.ring(25);
    const QStringList all = sids(line.get(u"Calls.json"_s), u"calls"_s);
    QCOMPARE(all.size(), 25);

    QStringList walked;
    QString target = Fixture::path(u"Calls.json?PageSize=10"_s);
    int pages = 0;
    while (!target.isEmpty()) {
        const Answer page = line.ask("GET", target);
        QCOMPARE(page.status, 200);
        QCOMPARE(page.json["page"_L1].toInt(), pages);
        QCOMPARE(page.json["page_size"_L1].toInt(), 10);
        walked += sids(page, u"calls"_s);
        target = page.json["next_page_uri"_L1].toString();
        ++pages;
        line.ring(3); // calls come in between: they must neither repeat nor push out anything
    }
    QCOMPARE(pages, 3);
    QCOMPARE(walked, all);
}

void TestTwilioApi::pagesBackwards()
{
    Fixture line;
    line.ring(25);
    const Answer first = line.get(u"Calls.json?PageSize=10"_s);
    QVERIFY(first.json["previous_page_uri"_L1].isNull());
    const Answer second = line.ask("GET", first.json["next_page_uri"_L1].toString());
    const Answer back = line.ask("GET", second.json["previous_page_uri"_L1].toString());
    QCOMPARE(sids(back, u"calls"_s), sids(first, u"calls"_s));
    QCOMPARE(sids(line.get(u"Calls.json?PageSize=10&Page=1"_s), u"calls"_s), sids(second, u"calls"_s));
}

void TestTwilioApi::filtersAreKeptInLinks()
{
    Fixture line;
    line.ring(5);
    const Answer page = line.get(u"Calls.json?To=%2B13132230100&StartTime%3E=2026-11-23&PageSize=2"_s);
    const QString next = page.json["next_page_uri"_L1].toString();
    QVERIFY(next.startsWith(u"/2010-04-01/Accounts/"_s)); // relative, as Twilio's
    QVERIFY(next.contains("StartTime%3E=2026-11-23"_L1));
    QVERIFY(next.contains("To=%2B13132230100"_L1));
    QVERIFY(next.contains("PageToken=PACA"_L1));
    QCOMPARE(line.ask("GET", next).json["calls"_L1].toArray().size(), 2);
    QVERIFY(page.json["first_page_uri"_L1].toString().endsWith("PageSize=2&Page=0"_L1));
}

void TestTwilioApi::listsTextsBothWays()
{
    Fixture line;
    const Answer sent = line.post("To=%2B13135550142&From=%2B13132230100&Body=Sorry%20we%20missed%20your%20call.");
    QCOMPARE(sent.status, 201);
    QCOMPARE(sent.json["status"_L1].toString(), u"queued"_s);
    QVERIFY(sent.json["date_sent"_L1].isNull());
    QCOMPARE(sent.json["direction"_L1].toString(), u"outbound-api"_s);

    // A DateSent filter hides what has not been sent yet: the trap for whoever reconciles with it.
    QCOMPARE(line.get(u"Messages.json?DateSent%3E=2026-11-23"_s).json["messages"_L1].toArray().size(), 0);
    line.time.advance(10s);
    QCOMPARE(line.get(u"Messages.json?DateSent%3E=2026-11-23"_s).json["messages"_L1].toArray().size(), 1);

    line.texts.receive(caller, ours, u"On my way"_s);
    const QJsonArray rows = line.get(u"Messages.json"_s).json["messages"_L1].toArray();
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[0]["direction"_L1].toString(), u"inbound"_s);
    QCOMPARE(rows[0]["status"_L1].toString(), u"received"_s);
    QCOMPARE(line.get(u"Messages.json?To=%2B13135550142"_s).json["messages"_L1].toArray().size(), 1);
    QCOMPARE(line.get(u"Messages.json?From=%2B13135550142"_s).json["messages"_L1].toArray().size(), 1);
    QCOMPARE(line.get(u"Messages/"_s + sent.json["sid"_L1].toString() + u".json"_s).json["status"_L1].toString(), u"delivered"_s);

    const Answer byService = line.post("To=%2B13135550142&MessagingServiceSid=MG0123456789abcdef0123456789abcdef&Body=a");
    QCOMPARE(byService.json["status"_L1].toString(), u"accepted"_s);
    QVERIFY(byService.json["from"_L1].isNull());
}

void TestTwilioApi::countsPosts()
{
    Fixture line;
    line.post("To=%2B13135550142&From=%2B13132230100&Body=one");
    line.post("To=(313)+555-0142&From=%2B13132230100&Body=two");
    line.credentials.clear();
    line.post("To=%2B13135550142&From=%2B13132230100&Body=three");
    line.get(u"Messages.json"_s);
    const PostCount count = line.api.posts().value(caller);
    QCOMPARE(count.received, 3);
    QCOMPARE(count.bodies, (QStringList{u"one"_s, u"two"_s, u"three"_s}));
    QCOMPARE(line.texts.acceptedTo(caller), 2);
}

void TestTwilioApi::refusesASuspendedAccount()
{
    Fixture line;
    line.options.suspended = true;
    QCOMPARE(line.post("To=%2B13135550142&From=%2B13132230100&Body=a").status, 403);
    QCOMPARE(line.ask("GET", u"/2010-04-01/Accounts/"_s + account + u".json"_s).json["status"_L1].toString(), u"suspended"_s);
}

void TestTwilioApi::looksUpLineTypes()
{
    Fixture line;
    line.texts.setFate(u"+13135550168"_s, TextFate::Landline);
    const QString fields = u"?Fields=line_type_intelligence"_s;
    const auto type = [&line, &fields](const QString &number) {
        return line.ask("GET", u"/v2/PhoneNumbers/"_s + number + fields).json["line_type_intelligence"_L1]["type"_L1].toString();
    };
    QCOMPARE(type(u"+13135550168"_s), u"landline"_s);
    QCOMPARE(type(u"%2B13135550142"_s), u"mobile"_s);
    QCOMPARE(line.ask("GET", u"/v2/PhoneNumbers/+15550100"_s + fields).json["valid"_L1].toBool(true), false);
    QVERIFY(!line.ask("GET", u"/v2/PhoneNumbers/+13135550142"_s).json.contains("line_type_intelligence"_L1));
}

void TestTwilioApi::datesAreRfc2822()
{
    Fixture line;
    const QString sid = line.calls.begin({Scenario::F, caller, ours, {}});
    QCOMPARE(line.get(u"Calls/"_s + sid + u".json"_s).json["date_created"_L1].toString(), u"Mon, 23 Nov 2026 15:00:00 +0000"_s);
}

void TestTwilioApi::answersSatisfyTheSpecification()
{
    const std::optional<SpecValidator> spec = SpecValidator::load(u"twilio_api_v2010.pruned.json"_s);
    if (!spec)
        QSKIP("Twilio's specification is not here: set TEXTBACK_SPECS to the folder of twilio_api_v2010.pruned.json");

    const QString base = u"/2010-04-01/Accounts/{AccountSid}/"_s;
    const auto verify = [&spec](const QString &path, const Answer &answer, const QString &method = u"get"_s) {
        const QStringList violations = spec->check(path, method, answer.status, answer.body);
        if (!violations.isEmpty())
            QFAIL(qPrintable(path + u": "_s + violations.join(u"; "_s)));
    };
    for (const UnansweredDuration duration : {UnansweredDuration::Zero, UnansweredDuration::Null, UnansweredDuration::Empty}) {
        Fixture line;
        line.options.unansweredDuration = duration;
        line.options.unansweredEndTime = duration == UnansweredDuration::Null ? UnansweredEndTime::Null : UnansweredEndTime::Set;
        QStringList roots;
        ScenarioVariant variant;
        variant.voicemail = true;
        for (const Scenario scenario : allScenarios)
            roots += line.calls.begin({scenario, scenario == Scenario::B2 ? u"+266696687"_s : caller, ours, variant});
        line.texts.setFate(u"+13135550168"_s, TextFate::Landline);
        verify(base + u"Messages.json"_s, line.post("To=%2B13135550142&From=%2B13132230100&Body=Hi"), u"post"_s);
        verify(base + u"Messages.json"_s, line.post("To=%2B13135550168&MessagingServiceSid=MG0123456789abcdef0123456789abcdef&Body=Hi"),
               u"post"_s);
        line.texts.receive(caller, ours, u"STOP"_s);
        for (int second = 0; second < 90; ++second) {
            verify(base + u"Calls.json"_s, line.get(u"Calls.json?PageSize=30"_s));
            verify(base + u"Messages.json"_s, line.get(u"Messages.json?PageSize=2"_s));
            line.time.advance(1s);
        }
        for (const QString &sid : roots) {
            verify(base + u"Calls/{Sid}.json"_s, line.get(u"Calls/"_s + sid + u".json"_s));
            verify(base + u"Calls/{CallSid}/Recordings.json"_s, line.get(u"Calls/"_s + sid + u"/Recordings.json"_s));
            verify(base + u"Calls/{CallSid}/Notifications.json"_s, line.get(u"Calls/"_s + sid + u"/Notifications.json"_s));
        }
        QVERIFY(line.calls.recordings().size() > 0);
        verify(base + u"Recordings.json"_s, line.get(u"Recordings.json"_s));
        verify(base + u"IncomingPhoneNumbers.json"_s, line.get(u"IncomingPhoneNumbers.json"_s));
        verify(u"/2010-04-01/Accounts/{Sid}.json"_s, line.ask("GET", u"/2010-04-01/Accounts/"_s + account + u".json"_s));
        for (const QString &sid : sids(line.get(u"Messages.json"_s), u"messages"_s))
            verify(base + u"Messages/{Sid}.json"_s, line.get(u"Messages/"_s + sid + u".json"_s));
    }
    // The check itself sees what is wrong.
    QVERIFY(!spec->check(base + u"Calls.json"_s, u"get"_s, 200, R"({"calls": [{"status": "missed"}]})").isEmpty());
    QVERIFY(!spec->check(base + u"Calls.json"_s, u"get"_s, 200, R"({"calls": [{"duration": 5}]})").isEmpty());
    QVERIFY(!spec->check(base + u"Calls.json"_s, u"get"_s, 200, R"({"calls": [{"trunk_sid": ""}]})").isEmpty());
}

void TestTwilioApi::lookupSatisfiesTheSpecification()
{
    const std::optional<SpecValidator> spec = SpecValidator::load(u"twilio_lookups_v2.json"_s);
    if (!spec)
        QSKIP("Twilio's specification is not here: set TEXTBACK_SPECS to the folder of twilio_lookups_v2.json");
    Fixture line;
    for (const QString &number : {u"+13135550142"_s, u"+15550100"_s}) {
        for (const QString &fields : {u"?Fields=line_type_intelligence"_s, QString()}) {
            const Answer answer = line.ask("GET", u"/v2/PhoneNumbers/"_s + number + fields);
            const QStringList violations = spec->check(u"/v2/PhoneNumbers/{PhoneNumber}"_s, u"get"_s, answer.status, answer.body);
            QVERIFY2(violations.isEmpty(), qPrintable(violations.join(u"; "_s)));
        }
    }
}

QTEST_GUILESS_MAIN(TestTwilioApi)
#include "tst_twilioapi.moc"
