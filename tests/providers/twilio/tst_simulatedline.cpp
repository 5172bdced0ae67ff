// SPDX-License-Identifier: MIT
#include "domain/media/mediatype.h"
#include "domain/settings.h"
#include "platform/eventloopscheduler.h"
#include "platform/systemclock.h"
#include "platform/systemrandom.h"
#include "providers/registry.h"
#include "simulator/samplemedia.h"
#include "simulator/simulatedcalls.h"
#include "simulator/simulatedtexts.h"
#include "simulator/twiliosimulator.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;
using namespace textback;
using namespace std::chrono_literals;

/// Adapter and simulator, each written from Twilio's documents alone, talk to each other over loopback.
class SimulatedLineTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void theAccountAndItsNumber_data();
    void theAccountAndItsNumber();
    void aWrongTokenIsUnauthorized();
    void aCallThatRingsOutIsSeen();
    void aTextIsSentFoundAndAnswered();
    void whoSaidStopIsOptedOut();
    void picturesComeOverTheStorage();
    void aVoicemailCanBeHeard();
    void noTextWaitsBehindDownloads();
    void filesThatFail_data();
    void filesThatFail();
    void f35CallsBetweenTwoPages();

private:
    std::unique_ptr<ProviderConnection> connect(bool withKey, const QByteArray &token = {})
    {
        AccountSettings account;
        account.apiBaseUrl = m_line->baseUrl();
        account.fields.insert(u"accountSid"_s, m_line->accountSid());
        AccountSecrets secrets;
        secrets.insert(u"authToken"_s, Secret(token.isEmpty() ? m_line->authToken().toUtf8() : token));
        if (withKey) {
            account.fields.insert(u"apiKeySid"_s, m_line->apiKeySid());
            secrets = {{u"apiSecret"_s, Secret(m_line->apiKeySecret().toUtf8())}};
        }
        auto connection = m_registry->connect(account, secrets);
        return connection ? std::move(*connection) : nullptr;
    }
    SendReport sendTo(const PhoneNumber &to, const QString &body)
    {
        std::optional<SendReport> report;
        const SendRequest request{PhoneNumber::parse(m_line->number()).value(), to, body, 600s, {}};
        m_connection->messages().send(request, [&](const SendReport &r) { report = r; });
        const bool ended = QTest::qWaitFor([&] { return report.has_value(); }, 10000);
        return ended ? *report : SendReport();
    }

    /// Orders a fault on the line's control page.
    void order(const QByteArray &fault)
    {
        QNetworkRequest request(QUrl(m_line->baseUrl() + u"/control/fault"_s));
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        const std::unique_ptr<QNetworkReply> reply(m_network->post(request, fault));
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(reply->error(), QNetworkReply::NoError);
    }
    /// The only file of a text that just came.
    Result<QByteArray> fetchPicture(const QByteArray &bytes)
    {
        const QString text = m_line->texts().receive(u"+13135550142"_s, m_line->number(), u"Look"_s, {{{}, {}, "image/jpeg", bytes}});
        Result<QByteArray> result = tl::unexpected(Error{ErrorKind::Cancelled, u"no answer came"_s, {}, 0, {}});
        bool ended = false;
        m_connection->media()->listFiles(text, [&, text](const Result<QStringList> &files) {
            if (!files || files->size() != 1) {
                ended = true;
                return;
            }
            m_connection->media()->fetchFile(text, files->constFirst(), [&](const Result<QByteArray> &file) {
                result = file;
                ended = true;
            });
        });
        (void)QTest::qWaitFor([&] { return ended; }, 20000);
        return result;
    }

    SystemClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<EventLoopScheduler> m_scheduler;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<QNetworkAccessManager> m_fileNetwork;
    std::unique_ptr<TwilioSimulator> m_line;
    std::unique_ptr<ProviderRegistry> m_registry;
    std::unique_ptr<ProviderConnection> m_connection;
};

void SimulatedLineTest::init()
{
    m_scheduler = std::make_unique<EventLoopScheduler>(m_clock);
    m_network = std::make_unique<QNetworkAccessManager>();
    m_fileNetwork = std::make_unique<QNetworkAccessManager>();
    SimulatorOptions options;
    options.callsPerMinute = 0;
    options.timeScale = 200;
    options.customersReply = false;
    m_line = std::make_unique<TwilioSimulator>(m_clock, *m_scheduler, m_random, options);
    QVERIFY(m_line->listen());
    m_registry = std::make_unique<ProviderRegistry>(*m_network, *m_fileNetwork, m_clock, *m_scheduler, m_random);
    m_connection = connect(false);
    QVERIFY(m_connection);
}

void SimulatedLineTest::cleanup()
{
    m_connection.reset();
    m_registry.reset();
    m_line.reset();
    m_fileNetwork.reset();
    m_network.reset();
    m_scheduler.reset();
}

void SimulatedLineTest::theAccountAndItsNumber_data()
{
    QTest::addColumn<bool>("withKey");
    QTest::newRow("auth token") << false;
    QTest::newRow("API key") << true;
}

void SimulatedLineTest::theAccountAndItsNumber()
{
    QFETCH(bool, withKey);
    m_connection = connect(withKey);
    std::optional<Result<AccountCheck>> check;
    m_connection->checkAccount([&](Result<AccountCheck> result) { check = std::move(result); });
    QTRY_VERIFY(check);
    QVERIFY2(check->has_value(), check->has_value() ? "" : qPrintable(check->error().detail));
    QVERIFY((*check)->active);
    QCOMPARE((*check)->lines.size(), size_t(1));
    QCOMPARE((*check)->lines.front().number.e164(), m_line->number());
    QVERIFY((*check)->providerTime);
}

void SimulatedLineTest::aWrongTokenIsUnauthorized()
{
    m_connection = connect(false, "00000000000000000000000000000000");
    std::optional<Result<AccountCheck>> check;
    m_connection->checkAccount([&](Result<AccountCheck> result) { check = std::move(result); });
    QTRY_VERIFY(check);
    QVERIFY(!check->has_value());
    QCOMPARE(toString(check->error().kind), toString(ErrorKind::Unauthorized));
    QCOMPARE(check->error().providerCode, u"20003"_s);
}

void SimulatedLineTest::aCallThatRingsOutIsSeen()
{
    const PhoneNumber caller = m_line->callers().front().first;
    const UtcTime begin = m_clock.utcNow() - 1min;
    m_line->letItRingOut(caller);
    CallLogAnswer log;
    const auto look = [&] {
        std::optional<Result<CallLogAnswer>> answer;
        m_connection->calls().fetchCalls({begin, {}}, [&](Result<CallLogAnswer> result) { answer = std::move(result); });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, 10000) || !*answer)
            return false;
        log = std::move(**answer);
        return !log.legs.empty() && std::all_of(log.legs.begin(), log.legs.end(), [](const CallLeg &leg) { return leg.isFinal(); });
    };
    QTRY_VERIFY_WITH_TIMEOUT(look(), 20000);
    QCOMPARE(log.quarantined, 0);
    const auto root = std::find_if(log.legs.begin(), log.legs.end(), [](const CallLeg &leg) { return leg.parentCallId.isEmpty(); });
    QVERIFY(root != log.legs.end());
    QCOMPARE(root->from, caller.e164());
    QCOMPARE(root->to, m_line->number());
    QVERIFY(root->direction == CallDirection::Inbound);
    std::optional<Result<CallDetails>> details;
    m_connection->calls().fetchDetails(root->providerCallId, [&](Result<CallDetails> result) { details = std::move(result); });
    QTRY_VERIFY(details);
    QVERIFY2(details->has_value(), details->has_value() ? "" : qPrintable(details->error().detail));
    // Also when asked for by id, as a call that began before the window.
    std::optional<Result<CallLogAnswer>> later;
    m_connection->calls().fetchCalls({m_clock.utcNow() + 5min, {root->providerCallId}},
                                     [&](Result<CallLogAnswer> result) { later = std::move(result); });
    QTRY_VERIFY(later);
    QVERIFY(later->has_value());
    QCOMPARE((*later)->legs.size(), log.legs.size());
}

void SimulatedLineTest::aTextIsSentFoundAndAnswered()
{
    const PhoneNumber customer = m_line->callers().front().first;
    const UtcTime begin = m_clock.utcNow() - 1min;
    const QString body = u"Sorry we missed you & your call — ¿cuándo? 100% + more 🙂"_s;
    const SendReport report = sendTo(customer, body);
    QVERIFY2(report.end == SendEnd::Accepted, report.error ? qPrintable(report.error->detail) : "no report");
    std::optional<Result<MessageAnswer>> sent;
    m_connection->messages().fetchSent({{}, customer, begin}, [&](Result<MessageAnswer> result) { sent = std::move(result); });
    QTRY_VERIFY(sent);
    QVERIFY(sent->has_value());
    QCOMPARE((*sent)->messages.size(), size_t(1));
    QCOMPARE((*sent)->messages.front().providerMessageId, report.providerMessageId);
    QCOMPARE((*sent)->messages.front().body, body);
    m_line->reply(customer, u"Yes please"_s);
    std::optional<Result<MessageAnswer>> all;
    const auto look = [&] {
        all.reset();
        m_connection->messages().fetchMessages({begin, {}}, [&](Result<MessageAnswer> result) { all = std::move(result); });
        return QTest::qWaitFor([&] { return all.has_value(); }, 10000) && all->has_value() && (*all)->messages.size() == 2;
    };
    QTRY_VERIFY_WITH_TIMEOUT(look(), 20000);
    const auto &messages = (*all)->messages;
    const auto reply =
        std::find_if(messages.begin(), messages.end(), [](const auto &m) { return m.direction == MessageDirection::Incoming; });
    QVERIFY(reply != messages.end());
    QCOMPARE(reply->body, u"Yes please"_s);
    QCOMPARE(reply->from, customer.e164());
}

void SimulatedLineTest::whoSaidStopIsOptedOut()
{
    const PhoneNumber customer = m_line->callers().front().first;
    m_line->reply(customer, u"STOP"_s);
    SendReport report;
    QTRY_VERIFY_WITH_TIMEOUT((report = sendTo(customer, u"Hello"_s), report.end == SendEnd::Refused), 20000);
    QCOMPARE(toString(report.error->kind), toString(ErrorKind::OptedOut));
    QCOMPARE(report.error->providerCode, u"21610"_s);
}

/// The storage answers only who shows no sign-in.
void SimulatedLineTest::picturesComeOverTheStorage()
{
    const QByteArray bytes = samplePicture();
    QVERIFY(mediaTypeOf(bytes) == MediaType::Jpeg);
    const auto picture = fetchPicture(bytes);
    QVERIFY2(picture, picture ? "" : qPrintable(picture.error().detail));
    QCOMPARE(*picture, bytes);
}

void SimulatedLineTest::aVoicemailCanBeHeard()
{
    ScenarioVariant variant;
    variant.voicemail = true;
    const QString call = m_line->calls().begin({Scenario::A1, u"+13135550109"_s, m_line->number(), variant});
    QTRY_COMPARE_WITH_TIMEOUT(m_line->calls().running(), size_t(0), 20000);
    std::optional<Result<CallDetails>> details;
    m_connection->calls().fetchDetails(call, [&](Result<CallDetails> result) { details = std::move(result); });
    QTRY_VERIFY(details);
    QVERIFY(details->has_value());
    std::optional<Result<QByteArray>> sound;
    m_connection->media()->fetchRecording((*details)->recordingId, [&](const Result<QByteArray> &bytes) { sound = bytes; });
    QTRY_VERIFY(sound);
    QVERIFY2(sound->has_value(), sound->has_value() ? "" : qPrintable(sound->error().detail));
    QVERIFY(mediaTypeOf(**sound) == MediaType::Mp3);
}

/// Qt opens six connections to a host; what else is asked there waits in a queue of its own.
void SimulatedLineTest::noTextWaitsBehindDownloads()
{
    for (int i = 0; i < 8; ++i) {
        order(R"({"kind": "hang", "path": "/Recordings/"})");
        m_connection->media()->fetchRecording(u"RE%1"_s.arg(i), [](const Result<QByteArray> &) {});
    }
    const SendReport report = sendTo(PhoneNumber::parse(u"+13135550142"_s).value(), u"Sorry we missed your call"_s);
    QCOMPARE(int(report.end), int(SendEnd::Accepted));
}

void SimulatedLineTest::filesThatFail_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("status");
    const QString rejected = toString(ErrorKind::Rejected);
    const QString unreadable = toString(ErrorKind::BadResponse);
    QTest::newRow("to a foreign host") << R"("redirect", "value": "https://example.com/x")"_ba
                                       << "/Media/ME"_ba << rejected << 0;
    QTest::newRow("over http") << R"("redirect", "value": "http://mms.twiliocdn.com/x")"_ba
                               << "/Media/ME"_ba << rejected << 0;
    QTest::newRow("to another port") << R"("redirect", "value": "http://127.0.0.1:1/x")"_ba
                                     << "/Media/ME"_ba << rejected << 0;
    QTest::newRow("twice") << R"("redirect", "value": "/storage/again")"_ba
                           << "/storage/"_ba << unreadable << 307;
    QTest::newRow("too large") << R"("huge-body")"_ba
                               << "/storage/"_ba << unreadable << 200;
    QTest::newRow("a bomb") << R"("gzip-bomb")"_ba
                            << "/storage/"_ba << unreadable << 200;
    QTest::newRow("cut short") << R"("short-body")"_ba
                               << "/storage/"_ba << QString() << 200;
    QTest::newRow("not found") << R"("not-found")"_ba
                               << "/storage/"_ba << rejected << 404;
    QTest::newRow("deleted") << R"("gone")"_ba
                             << "/Media/ME"_ba << rejected << 410;
    QTest::newRow("unavailable") << R"("unavailable")"_ba
                                 << "/storage/"_ba << toString(ErrorKind::Server) << 503;
}

void SimulatedLineTest::filesThatFail()
{
    QFETCH(QByteArray, fault);
    QFETCH(QByteArray, path);
    QFETCH(QString, kind);
    QFETCH(int, status);
    order(R"({"kind": )" + fault + R"(, "path": ")" + path + R"("})");
    const auto picture = fetchPicture(samplePicture());
    QVERIFY(!picture);
    if (!kind.isEmpty())
        QCOMPARE(toString(picture.error().kind), kind);
    QCOMPARE(picture.error().httpStatus, status);
    QVERIFY(fetchPicture(samplePicture())); // it struck once, and nothing of it stays
}

/// Calls begin between any two pages of the log: each row is there once, the new ones as well.
void SimulatedLineTest::f35CallsBetweenTwoPages()
{
    SimulatedCalls &calls = m_line->calls();
    const UtcTime begin = m_clock.utcNow() - 10min;
    int callers = 0;
    const auto ring = [&] {
        ScenarioVariant variant;
        variant.voicemail = false;
        calls.begin({Scenario::A1, u"+1313223%1"_s.arg(3000 + callers++), m_line->number(), variant});
    };
    const auto sids = [&] {
        QStringList all;
        for (quint64 i = calls.rows().begin(); i < calls.rows().end(); ++i)
            all.append(calls.rows().at(i).sid);
        return all;
    };
    for (int i = 0; i < 70; ++i)
        ring();
    QVERIFY(QTest::qWaitFor([&] { return calls.running() == 0; }, 20000));
    const QStringList before = sids();
    QVERIFY(before.size() > 100); // three pages
    int pages = 0;
    const auto interfere = QObject::connect(m_network.get(), &QNetworkAccessManager::finished, m_network.get(), [&](QNetworkReply *reply) {
        pages += reply->url().path().endsWith("/Calls.json"_L1) ? 1 : 0;
        for (int i = 0; i < pages * 20; ++i)
            ring(); // more than would fit on a page, in the end
    });
    const auto fetch = [&] {
        std::optional<Result<CallLogAnswer>> answer;
        m_connection->calls().fetchCalls({begin, {}}, [&](Result<CallLogAnswer> result) { answer = std::move(result); });
        std::map<QString, int> seen;
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, 20000) || !*answer)
            return seen;
        for (const CallLeg &leg : (*answer)->legs)
            ++seen[leg.providerCallId];
        return seen;
    };
    const auto during = fetch();
    QObject::disconnect(interfere);
    QVERIFY2(pages >= 4, qPrintable(QString::number(pages)));
    QVERIFY(std::all_of(during.begin(), during.end(), [](const auto &row) { return row.second == 1; }));
    for (const QString &sid : before)
        QVERIFY2(during.contains(sid), qPrintable(sid));         // none was pushed from one page to the next and missed
    QVERIFY(during.size() > static_cast<size_t>(before.size())); // the first page was read again
    // What did not fit on it comes with the next poll, whose window overlaps.
    QVERIFY(QTest::qWaitFor([&] { return calls.running() == 0; }, 20000));
    const auto after = fetch();
    const QStringList all = sids();
    QCOMPARE(after.size(), static_cast<size_t>(all.size()));
    QVERIFY(std::all_of(all.begin(), all.end(), [&](const QString &sid) { return after.contains(sid) && after.at(sid) == 1; }));
}

QTEST_GUILESS_MAIN(SimulatedLineTest)
#include "tst_simulatedline.moc"
