// SPDX-License-Identifier: MIT
#include "providers/twilio/twilioconnection.h"

#include "domain/loopback.h"
#include "domain/settings.h"
#include "providers/twilio/twilioaccountcheck.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace textback {

namespace {

/// Twilio counts requests at the same time, not per second (429 and 20429); we have at most a few under way. The bucket is a brake for the day
/// when something asks in a loop.
constexpr RateLimiter::Rate pace{40, 80};

QUrl lookupsFor(const QUrl &base)
{
    // Lookup has a host of its own. Under another base everything is asked there, so that a test never reaches the real hosts.
    if (base.host() == "api.twilio.com"_L1)
        return QUrl(u"https://lookups.twilio.com"_s);
    return base;
}

HttpClient::Options optionsFor(const QUrl &base)
{
    HttpClient::Options options;
    options.origins = {base, lookupsFor(base)};
    return options;
}

HttpClient::Options fileOptionsFor(const QUrl &base)
{
    HttpClient::Options options;
    options.origins = {base};
    if (isLoopback(base))
        return options;
    for (const QString &host : TwilioConnection::description().fileHosts) {
        QUrl origin;
        origin.setScheme(u"https"_s);
        origin.setHost(host);
        options.unsignedOrigins.append(origin);
    }
    return options;
}

} // namespace

const ProviderDescriptor &TwilioConnection::description()
{
    static const ProviderDescriptor descriptor = [] {
        ProviderDescriptor result;
        result.id = u"twilio"_s;
        result.name = u"Twilio"_s;
        result.defaultApiBaseUrl = u"https://api.twilio.com"_s;
        result.hosts = {u"api.twilio.com"_s, u"lookups.twilio.com"_s, u"api.dublin.ie1.twilio.com"_s, u"api.sydney.au1.twilio.com"_s};
        result.fileHosts = {u"mms.twiliocdn.com"_s, u"media.twiliocdn.com"_s, u"s3-external-1.amazonaws.com"_s};
        result.fields = {
            {u"accountSid"_s, u"Account SID"_s, false, true, u"AC[0-9a-fA-F]{32}"_s, QString()},
            {u"apiKeySid"_s, u"API key SID"_s, false, false, u"SK[0-9a-fA-F]{32}"_s, QString()},
            {u"authToken"_s, u"Auth token"_s, true, false, QString(), u"TEXTBACK_TWILIO_AUTH_TOKEN"_s},
            {u"apiSecret"_s, u"API key secret"_s, true, false, QString(), u"TEXTBACK_TWILIO_API_SECRET"_s},
        };
        result.shortestPollSeconds = 1;
        result.maximumTextLength = 1600;
        result.answersStopItself = true;
        result.stopWords = {u"stop"_s, u"stopall"_s, u"unsubscribe"_s, u"cancel"_s, u"end"_s, u"quit"_s, u"revoke"_s, u"optout"_s};
        result.filteredCodes = {u"30007"_s};
        result.resendsOnceWhenAbsent = true;
        result.accountPage = u"https://console.twilio.com/"_s;
        return result;
    }();
    return descriptor;
}

Result<TwilioLogin> TwilioConnection::login(const AccountSettings &account, const AccountSecrets &secrets)
{
    TwilioLogin login;
    login.accountSid = account.fields.value(u"accountSid"_s);
    const QString key = account.fields.value(u"apiKeySid"_s);
    const Secret keySecret = secrets.value(u"apiSecret"_s);
    const Secret token = secrets.value(u"authToken"_s);
    if (!key.isEmpty() && !keySecret.isEmpty()) {
        login.userName = key;
        login.password = keySecret;
        return login;
    }
    if (!token.isEmpty()) {
        login.userName = login.accountSid;
        login.password = token;
        return login;
    }
    Error error;
    error.kind = ErrorKind::Rejected;
    error.detail = key.isEmpty() ? u"missing: authToken (or apiKeySid with apiSecret)"_s : u"missing: apiSecret"_s;
    return tl::unexpected(error);
}

TwilioConnection::TwilioConnection(QNetworkAccessManager &network, QNetworkAccessManager &fileNetwork, Clock &clock, Scheduler &scheduler,
                                   TwilioLogin login, const QUrl &base, bool lookUpLineTypes)
    : m_limiter(clock, scheduler, pace)
    , m_api(m_http, m_limiter, login, base, lookupsFor(base))
    , m_calls(m_api)
    , m_messages(m_api, scheduler, lookUpLineTypes)
    , m_files(m_fileHttp, m_limiter, std::move(login), base, lookupsFor(base))
    , m_media(m_files)
    , m_fileHttp(fileNetwork, clock, scheduler, fileOptionsFor(base))
    , m_http(network, clock, scheduler, optionsFor(base))
{
}

CallLogSource &TwilioConnection::calls()
{
    m_thread.check("TwilioConnection::calls");
    return m_calls;
}

MessageChannel &TwilioConnection::messages()
{
    m_thread.check("TwilioConnection::messages");
    return m_messages;
}

MediaSource *TwilioConnection::media()
{
    m_thread.check("TwilioConnection::media");
    return &m_media;
}

void TwilioConnection::dropConnections()
{
    m_thread.check("TwilioConnection::dropConnections");
    m_http.dropConnections();
    m_fileHttp.dropConnections();
}

void TwilioConnection::checkAccount(Completion<AccountCheck> done)
{
    m_thread.check("TwilioConnection::checkAccount");
    checkTwilioAccount(m_api, std::move(done));
}

} // namespace textback
