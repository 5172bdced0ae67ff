// SPDX-License-Identifier: MIT
#include "providers/contract.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace textback::test {

namespace {

const QStringList &operations()
{
    static const QStringList list{u"account"_s, u"calls"_s, u"details"_s, u"messages"_s, u"sent"_s, u"lookup"_s};
    return list;
}

SendRequest someText()
{
    return {PhoneNumber::parse(u"+13132230100"_s).value(), PhoneNumber::parse(u"+13135550142"_s).value(), u"Sorry we missed you"_s, 600s,
            u"k"_s};
}

/// What must never be in anything that may be logged or shown.
QStringList secretsOf(const ContractScript &script)
{
    QStringList result{u"3135550142"_s};
    for (const Secret &secret : script.secrets)
        result << QString::fromUtf8(secret.reveal()) << QString::fromLatin1(secret.reveal().toBase64())
               << QString::fromLatin1(secret.reveal().toPercentEncoding());
    return result;
}

} // namespace

void ContractTest::init()
{
    m_time = std::make_unique<VirtualTime>();
    m_random = std::make_unique<SeededRandom>();
    m_network = std::make_unique<FakeNetwork>(*m_time, *m_time);
    m_registry = std::make_unique<ProviderRegistry>(*m_network, *m_network, *m_time, *m_time, *m_random);
}

void ContractTest::cleanup()
{
    m_connection.reset();
    m_registry.reset();
    m_network.reset();
}

const ContractScript &ContractTest::script(const QString &provider) const
{
    const auto &scripts = contractScripts();
    return *std::find_if(scripts.begin(), scripts.end(), [&](const ContractScript &s) { return s.provider == provider; });
}

std::unique_ptr<ProviderConnection> ContractTest::connectTo(const ContractScript &script)
{
    auto connection = m_registry->connect(script.account, script.secrets);
    return connection ? std::move(*connection) : nullptr;
}

void ContractTest::run(const QString &operation, std::function<void(std::optional<Error>, int)> done)
{
    const auto number = PhoneNumber::parse(u"+13135550142"_s).value();
    const UtcTime since = m_time->utcNow() - 20min;
    const auto finish = [done](const auto &result, auto rows) {
        if (result)
            done(std::nullopt, static_cast<int>(rows(*result)));
        else
            done(result.error(), 0);
    };
    const auto one = [](const auto &) { return 1; };
    if (operation == u"account"_s)
        m_connection->checkAccount([=](const Result<AccountCheck> &r) { finish(r, [](const auto &check) { return check.lines.size(); }); });
    else if (operation == u"calls"_s)
        m_connection->calls().fetchCalls(
            {since, {}}, [=](const Result<CallLogAnswer> &r) { finish(r, [](const auto &answer) { return answer.legs.size(); }); });
    else if (operation == u"details"_s)
        m_connection->calls().fetchDetails(u"CA00000000000000000000000000000001"_s, [=](const Result<CallDetails> &r) { finish(r, one); });
    else if (operation == u"messages"_s)
        m_connection->messages().fetchMessages(
            {since, {}}, [=](const Result<MessageAnswer> &r) { finish(r, [](const auto &answer) { return answer.messages.size(); }); });
    else if (operation == u"sent"_s)
        m_connection->messages().fetchSent({{}, number, since}, [=](const Result<MessageAnswer> &r) {
            finish(r, [](const auto &answer) { return answer.messages.size(); });
        });
    else
        m_connection->messages().lookUpLineType(number, [=](const Result<std::optional<NumberCapability>> &r) { finish(r, one); });
}

void ContractTest::addProviderRows()
{
    QTest::addColumn<QString>("provider");
    for (const ContractScript &script : contractScripts())
        QTest::newRow(qPrintable(script.provider)) << script.provider;
}

void ContractTest::addOperationRows()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("operation");
    for (const ContractScript &script : contractScripts()) {
        for (const QString &operation : operations())
            QTest::addRow("%s: %s", qPrintable(script.provider), qPrintable(operation)) << script.provider << operation;
    }
}

void ContractTest::everyProviderHasAScript()
{
    QStringList registered;
    for (const ProviderDescriptor &descriptor : m_registry->descriptors())
        registered.append(descriptor.id);
    QStringList scripted;
    for (const ContractScript &script : contractScripts())
        scripted.append(script.provider);
    registered.sort();
    scripted.sort();
    QCOMPARE(scripted, registered);
}

void ContractTest::descriptorsAreComplete()
{
    for (const ProviderDescriptor &descriptor : m_registry->descriptors()) {
        QVERIFY(!descriptor.id.isEmpty() && !descriptor.name.isEmpty());
        const QUrl base(descriptor.defaultApiBaseUrl);
        QCOMPARE(base.scheme(), u"https"_s);
        QVERIFY(descriptor.hosts.contains(base.host()));
        QCOMPARE(QUrl(descriptor.accountPage).scheme(), u"https"_s);
        QVERIFY(descriptor.shortestPollSeconds >= 1);
        QVERIFY(descriptor.maximumTextLength >= 160);
        QStringList keys;
        for (const ProviderField &field : descriptor.fields) {
            QVERIFY(!field.key.isEmpty() && !field.label.isEmpty());
            QVERIFY(!keys.contains(field.key));
            keys.append(field.key);
            QVERIFY(QRegularExpression(field.pattern).isValid());
            QCOMPARE(field.environmentVariable.startsWith(u"TEXTBACK_"_s), field.secret);
        }
    }
}

void ContractTest::missingSignInIsRefused()
{
    for (const ContractScript &script : contractScripts()) {
        QVERIFY(connectTo(script));
        AccountSettings empty = script.account;
        empty.fields.clear();
        const auto withoutFields = m_registry->connect(empty, script.secrets);
        QVERIFY(!withoutFields);
        QCOMPARE(toString(withoutFields.error().kind), toString(ErrorKind::Rejected));
        const auto withoutSecrets = m_registry->connect(script.account, {});
        QVERIFY(!withoutSecrets);
        QCOMPARE(toString(withoutSecrets.error().kind), toString(ErrorKind::Rejected));
        AccountSettings elsewhere = script.account;
        elsewhere.apiBaseUrl = u"https://evil.example"_s;
        QVERIFY(!m_registry->connect(elsewhere, script.secrets));
    }
    QVERIFY(m_network->requests.isEmpty());
}

void ContractTest::everythingEndsOnceAndNotFromInside_data()
{
    addOperationRows();
}

void ContractTest::everythingEndsOnceAndNotFromInside()
{
    QFETCH(QString, provider);
    QFETCH(QString, operation);
    m_connection = connectTo(script(provider));
    m_network->setHandler(script(provider).healthy);
    int ends = 0;
    std::optional<Error> error;
    int rows = -1;
    run(operation, [&](std::optional<Error> e, int count) {
        ++ends;
        error = std::move(e);
        rows = count;
    });
    QCOMPARE(ends, 0);
    m_time->advance(5min);
    QCOMPARE(ends, 1);
    QVERIFY2(!error, error ? qPrintable(error->detail) : "");
    QCOMPARE(rows, 1);
}

void ContractTest::onlyItsHostsAreAskedAndNothingLeaks_data()
{
    addProviderRows();
}

void ContractTest::onlyItsHostsAreAskedAndNothingLeaks()
{
    QFETCH(QString, provider);
    m_connection = connectTo(script(provider));
    m_network->setHandler(script(provider).healthy);
    for (const QString &operation : operations())
        run(operation, [](const auto &, int) {});
    m_connection->messages().send(someText(), [](const SendReport &) {});
    m_time->advance(5min);
    QVERIFY(!m_network->requests.isEmpty());
    for (const FakeRequest &request : m_network->requests) {
        QCOMPARE(request.url.scheme(), u"https"_s);
        QVERIFY2(m_connection->descriptor().hosts.contains(request.url.host()), qPrintable(request.url.host()));
        for (const Secret &secret : script(provider).secrets)
            QVERIFY(!request.url.toEncoded().contains(secret.reveal()));
        QCOMPARE(request.qt.attribute(QNetworkRequest::RedirectPolicyAttribute).toInt(), int(QNetworkRequest::ManualRedirectPolicy));
        QCOMPARE(request.qt.attribute(QNetworkRequest::Http2AllowedAttribute).toBool(), false);
        QCOMPARE(request.qt.attribute(QNetworkRequest::CookieLoadControlAttribute).toInt(), int(QNetworkRequest::Manual));
        QVERIFY(request.qt.transferTimeout() > 0);
        if (request.method == "POST") {
            QVERIFY(request.qt.attribute(QNetworkRequest::DoNotBufferUploadDataAttribute).toBool());
            QCOMPARE(request.qt.header(QNetworkRequest::ContentLengthHeader).toLongLong(), qint64(request.body.size()));
        }
    }
}

void ContractTest::troubleIsAnErrorOfItsKind_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("operation");
    QTest::addColumn<QString>("trouble");
    QTest::addColumn<QString>("kind");
    for (const ContractScript &script : contractScripts()) {
        for (const QString &operation : operations()) {
            const auto row = [&](const char *trouble, const char *kind) {
                QTest::addRow("%s: %s, %s", qPrintable(script.provider), qPrintable(operation), trouble)
                    << script.provider << operation << QString::fromLatin1(trouble) << QString::fromLatin1(kind);
            };
            row("401", "unauthorized");
            row("403", "rejected");
            row("429", "rate-limited");
            row("500", "server");
            row("503", "server");
            row("no name", "network");
            row("closed", "network");
            row("silence", "timeout");
            row("huge", "bad-response");
        }
    }
}

void ContractTest::troubleIsAnErrorOfItsKind()
{
    QFETCH(QString, provider);
    QFETCH(QString, operation);
    QFETCH(QString, trouble);
    QFETCH(QString, kind);
    const ContractScript &script = this->script(provider);
    m_connection = connectTo(script);
    m_network->setHandler([&](const FakeRequest &) {
        bool isStatus = false;
        const int status = trouble.toInt(&isStatus);
        if (isStatus)
            return script.refusal(status);
        if (trouble == u"no name"_s)
            return FakeAnswer::failure(QNetworkReply::HostNotFoundError, false);
        if (trouble == u"closed"_s)
            return FakeAnswer::failure(QNetworkReply::RemoteHostClosedError, true);
        if (trouble == u"huge"_s)
            return FakeAnswer::json(QByteArray(5 * 1024 * 1024, ' '));
        return FakeAnswer::silence();
    });
    int ends = 0;
    std::optional<Error> error;
    run(operation, [&](std::optional<Error> e, int) {
        ++ends;
        error = std::move(e);
    });
    m_time->advance(5min);
    QCOMPARE(ends, 1);
    QVERIFY(error);
    QCOMPARE(toString(error->kind), kind);
    QVERIFY(!error->detail.isEmpty());
    for (const QString &secret : secretsOf(script))
        QVERIFY2(!error->detail.contains(secret), qPrintable(error->detail));
}

void ContractTest::f18WhatIsNotTheProviderIsAnError_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("operation");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    const QByteArray html = "<!DOCTYPE html><html><body>Welcome to HotelNet. <a href=\"/accept\">Sign in</a></body></html>";
    for (const ContractScript &script : contractScripts()) {
        for (const QString &operation : operations() + QStringList{u"send"_s}) {
            const auto row = [&](const char *what, int status, const QByteArray &type, const QByteArray &body, QLatin1StringView code) {
                QTest::addRow("%s: %s, %s", qPrintable(script.provider), qPrintable(operation), what)
                    << script.provider << operation << status << type << body << QString(code);
            };
            row("a sign-in page", 200, "text/html", html, notJsonCode);
            row("a sign-in page that says it is JSON", 200, "application/json", html, notJsonCode);
            row("nothing at all", 200, "text/html", "", notJsonCode);
            row("no content", 204, "text/html", "", notJsonCode);
            row("another service's JSON", 200, "application/json", R"({"hello":"world"})", notJsonCode);
            row("a list of another kind", 200, "application/json", R"([{"sid":"CA1"}])", notJsonCode);
            row("the keys are there, empty", 200, "application/json", R"({"calls":null,"messages":null,"sid":null})", notJsonCode);
            row("a redirect to a sign-in page", 302, "text/html", html, redirectCode);
        }
    }
}

void ContractTest::f18WhatIsNotTheProviderIsAnError()
{
    QFETCH(QString, provider);
    QFETCH(QString, operation);
    QFETCH(int, status);
    QFETCH(QByteArray, contentType);
    QFETCH(QByteArray, body);
    QFETCH(QString, code);
    m_connection = connectTo(script(provider));
    m_network->setHandler([&](const FakeRequest &) {
        FakeAnswer answer = FakeAnswer::json(body, status);
        answer.contentType = contentType;
        return status == 302 ? answer.with("Location", "https://hotel.example/") : answer;
    });
    int ends = 0;
    std::optional<Error> error;
    if (operation == u"send"_s) {
        m_connection->messages().send(someText(), [&](const SendReport &report) {
            ++ends;
            error = report.error;
            QVERIFY(report.end == SendEnd::Unknown); // whoever answered read the text, and may have passed it on
        });
    } else {
        run(operation, [&](std::optional<Error> e, int) {
            ++ends;
            error = std::move(e);
        });
    }
    m_time->advance(5min);
    QCOMPARE(ends, 1);
    QVERIFY(error);
    QCOMPARE(toString(error->kind), toString(ErrorKind::BadResponse));
    QCOMPARE(error->providerCode, code);
    QVERIFY(code != redirectCode || error->detail.contains("hotel.example"_L1));
}

void ContractTest::f24HalfAnAnswerIsNeverAShortList_data()
{
    addOperationRows();
}

void ContractTest::f24HalfAnAnswerIsNeverAShortList()
{
    QFETCH(QString, provider);
    QFETCH(QString, operation);
    const ContractScript &script = this->script(provider);
    m_connection = connectTo(script);
    // The last request of the operation is the one that is cut: what was read before must not come through either.
    m_network->setHandler(script.healthy);
    run(operation, [](const auto &, int) {});
    m_time->advance(1min);
    const qsizetype requests = m_network->requests.size();
    const qsizetype size = script.healthy(m_network->requests.last()).body.size();
    for (qsizetype length = 0; length < size; ++length) {
        qsizetype answered = 0;
        m_network->setHandler([&](const FakeRequest &request) {
            FakeAnswer answer = script.healthy(request);
            if (++answered == requests)
                answer.body.truncate(length);
            return answer;
        });
        std::optional<Error> error;
        run(operation, [&](std::optional<Error> e, int) { error = std::move(e); });
        m_time->advance(1min);
        QVERIFY2(error, qPrintable(QString::number(length)));
        QCOMPARE(toString(error->kind), toString(ErrorKind::BadResponse));
    }
}

void ContractTest::f05ATextIsPostedOnceAndItsEndIsTold_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("what");
    QTest::addColumn<SendEnd>("end");
    QTest::addColumn<UnknownCause>("cause");
    for (const ContractScript &script : contractScripts()) {
        const auto row = [&](const char *what, SendEnd end, UnknownCause cause = UnknownCause::None) {
            QTest::addRow("%s: %s", qPrintable(script.provider), what) << script.provider << QString::fromLatin1(what) << end << cause;
        };
        row("healthy", SendEnd::Accepted);
        for (const char *status : {"400", "402", "403", "404", "422"})
            row(status, SendEnd::Refused);
        for (const char *status : {"401", "429"})
            row(status, SendEnd::NotAccepted);
        for (const char *status : {"408", "500", "502", "503", "504"})
            row(status, SendEnd::Unknown, UnknownCause::ConnectionEnded);
        row("html", SendEnd::Unknown, UnknownCause::ConnectionEnded);
        row("half", SendEnd::Unknown, UnknownCause::ConnectionEnded);
        row("html 400", SendEnd::Unknown, UnknownCause::ConnectionEnded);
        row("redirect", SendEnd::Unknown, UnknownCause::ConnectionEnded);
        row("closed", SendEnd::Unknown, UnknownCause::ConnectionEnded);
        row("re-send refused", SendEnd::Unknown, UnknownCause::ConnectionEnded);
        row("silence", SendEnd::Unknown, UnknownCause::GaveUpWaiting);
        row("no name", SendEnd::NotAccepted);
        row("refused connection", SendEnd::NotAccepted);
        row("tls", SendEnd::NotAccepted);
    }
}

void ContractTest::f05ATextIsPostedOnceAndItsEndIsTold()
{
    QFETCH(QString, provider);
    QFETCH(QString, what);
    QFETCH(SendEnd, end);
    QFETCH(UnknownCause, cause);
    const ContractScript &script = this->script(provider);
    m_connection = connectTo(script);
    bool isStatus = false;
    const int status = what.toInt(&isStatus);
    if (isStatus)
        m_network->queue(script.refusal(status));
    else if (what == u"html"_s)
        m_network->queue(FakeAnswer::json("<html></html>", 201));
    else if (what == u"html 400"_s)
        m_network->queue(FakeAnswer::json("<html></html>", 400));
    else if (what == u"half"_s)
        m_network->queue(FakeAnswer::json("{\"", 201));
    else if (what == u"redirect"_s)
        m_network->queue(FakeAnswer::json("", 307).with("Location", "https://evil.example/"));
    else if (what == u"closed"_s)
        m_network->queue(FakeAnswer::failure(QNetworkReply::RemoteHostClosedError, true));
    else if (what == u"re-send refused"_s)
        m_network->queue(FakeAnswer::failure(QNetworkReply::ContentReSendError, true));
    else if (what == u"silence"_s)
        m_network->queue(FakeAnswer::silence());
    else if (what == u"no name"_s)
        m_network->queue(FakeAnswer::failure(QNetworkReply::HostNotFoundError, false));
    else if (what == u"refused connection"_s)
        m_network->queue(FakeAnswer::failure(QNetworkReply::ConnectionRefusedError, false));
    else if (what == u"tls"_s)
        m_network->queue(FakeAnswer::failure(QNetworkReply::SslHandshakeFailedError, false));
    m_network->setHandler(script.healthy);
    int ends = 0;
    SendReport report;
    m_connection->messages().send(someText(), [&](const SendReport &r) {
        ++ends;
        report = r;
    });
    QCOMPARE(ends, 0);
    m_time->advance(31s); // the promised deadline
    QCOMPARE(ends, 1);
    m_time->advance(10min); // and nothing is tried again by itself
    QCOMPARE(ends, 1);
    QCOMPARE(m_network->countOf("POST"), 1);
    QCOMPARE(static_cast<int>(report.end), static_cast<int>(end));
    QCOMPARE(toString(report.unknownCause), toString(cause));
    QCOMPARE(report.error.has_value(), end != SendEnd::Accepted);
    QCOMPARE(report.providerMessageId.isEmpty(), end != SendEnd::Accepted);
    if (report.error) {
        for (const QString &secret : secretsOf(script))
            QVERIFY2(!report.error->detail.contains(secret), qPrintable(report.error->detail));
    }
}

void ContractTest::retryAfterIsPassedOn_data()
{
    addProviderRows();
}

void ContractTest::retryAfterIsPassedOn()
{
    QFETCH(QString, provider);
    const ContractScript &script = this->script(provider);
    m_connection = connectTo(script);
    m_network->setHandler([&](const FakeRequest &) { return script.refusal(429).with("Retry-After", "864000"); });
    std::optional<Error> error;
    run(u"calls"_s, [&](std::optional<Error> e, int) { error = std::move(e); });
    m_time->advance(1s);
    QVERIFY(error);
    QCOMPARE(error->retryAfter, std::optional<Millis>(864000s)); // as asked for: capping is the engine's
    SendReport report;
    m_connection->messages().send(someText(), [&](const SendReport &r) { report = r; });
    m_time->advance(1s);
    QVERIFY(report.error);
    QCOMPARE(report.error->retryAfter, std::optional<Millis>(864000s));
}

void ContractTest::itsEndIsSilent_data()
{
    addProviderRows();
}

void ContractTest::itsEndIsSilent()
{
    QFETCH(QString, provider);
    const ContractScript &script = this->script(provider);
    m_connection = connectTo(script);
    m_network->setHandler([&](const FakeRequest &request) { return script.healthy(request).after(5s); });
    int ends = 0;
    for (const QString &operation : operations())
        run(operation, [&](const auto &, int) { ++ends; });
    m_connection->messages().send(someText(), [&](const SendReport &) { ++ends; });
    m_time->advance(1s);
    m_connection.reset();
    m_time->advance(5min);
    QCOMPARE(ends, 0);
    QCOMPARE(m_time->pendingCalls(), size_t(0));
    // Going away from inside an answer is the usual way: somebody changed the settings because of it.
    m_connection = connectTo(script);
    m_network->setHandler(script.healthy);
    run(u"calls"_s, [&](const auto &, int) {
        ++ends;
        m_connection.reset();
    });
    m_time->advance(1min);
    QCOMPARE(ends, 1);
}

} // namespace textback::test

QTEST_GUILESS_MAIN(textback::test::ContractTest)
