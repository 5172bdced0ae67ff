// SPDX-License-Identifier: MIT
#include "providers/twilio/twilioaccess.h"

#include "providers/http/redact.h"
#include "providers/twilio/twilioerrors.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace textback {

namespace {

constexpr Millis fileDeadline = std::chrono::seconds(60);

} // namespace

TwilioAccess::TwilioAccess(HttpClient &http, RateLimiter &limiter, TwilioLogin login, QUrl base, QUrl lookups)
    : m_http(http)
    , m_limiter(limiter)
    , m_login(std::move(login))
    , m_base(std::move(base))
    , m_lookups(std::move(lookups))
{
}

QUrl TwilioAccess::fileUrl(const QString &resource) const
{
    QUrl url = m_base;
    QString path = u"/2010-04-01/Accounts/"_s + m_login.accountSid;
    if (!resource.isEmpty())
        path += u'/' + resource;
    url.setPath(path);
    return url;
}

QUrl TwilioAccess::accountUrl(const QString &resource, const Parameters &parameters) const
{
    QUrl url = fileUrl(resource);
    url.setPath(url.path() + u".json"_s);
    if (!parameters.empty())
        url.setQuery(QString::fromLatin1(encode(parameters)), QUrl::StrictMode);
    return url;
}

QUrl TwilioAccess::lookupUrl(const QString &e164) const
{
    QUrl url = m_lookups;
    url.setPath(u"/v2/PhoneNumbers/"_s + QString::fromLatin1(QUrl::toPercentEncoding(e164)), QUrl::StrictMode);
    url.setQuery(u"Fields=line_type_intelligence"_s, QUrl::StrictMode);
    return url;
}

Result<QUrl> TwilioAccess::nextPageUrl(const QUrl &page, const QString &nextPageUri) const
{
    const QUrl relative = QUrl::fromEncoded(nextPageUri.toUtf8(), QUrl::StrictMode);
    const QUrl next = page.resolved(relative);
    if (relative.isValid() && next.scheme() == page.scheme() && next.host() == page.host() && next.port() == page.port())
        return next;
    Error error;
    error.kind = ErrorKind::BadResponse;
    error.detail = u"Twilio's list goes on at another address: %1"_s.arg(redactUrl(next));
    return tl::unexpected(error);
}

void TwilioAccess::get(const QUrl &url, std::function<void(Result<Answer>)> done)
{
    m_limiter.run(RateLimiter::Lane::Read, [this, url, done = std::move(done)] {
        m_http.send(signedRequest(HttpMethod::Get, url), [done](const HttpAnswer &answer) {
            if (answer.isSuccess())
                done(Answer{answer.body, answer.date});
            else
                done(tl::unexpected(twilioError(answer)));
        });
    });
}

void TwilioAccess::getFile(const QUrl &url, HttpClient::Done done)
{
    download(signedRequest(HttpMethod::Get, url), std::move(done));
}

void TwilioAccess::getStored(const QUrl &url, HttpClient::Done done)
{
    OutgoingRequest request;
    request.url = url;
    download(std::move(request), std::move(done));
}

void TwilioAccess::download(OutgoingRequest request, HttpClient::Done done)
{
    request.accept = "*/*";
    request.largestBody = largestFile;
    request.deadline = fileDeadline;
    m_limiter.run(RateLimiter::Lane::Read, [this, request = std::move(request), done = std::move(done)] { m_http.send(request, done); });
}

void TwilioAccess::post(const QUrl &url, const Parameters &form, HttpClient::Done done)
{
    m_limiter.run(RateLimiter::Lane::Send, [this, url, form, done = std::move(done)] {
        OutgoingRequest request = signedRequest(HttpMethod::Post, url);
        request.contentType = "application/x-www-form-urlencoded";
        request.body = encode(form);
        m_http.send(request, done);
    });
}

QByteArray TwilioAccess::encode(const Parameters &parameters)
{
    QByteArray result;
    for (const auto &[name, value] : parameters) {
        if (!result.isEmpty())
            result += '&';
        result += QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
    }
    return result;
}

OutgoingRequest TwilioAccess::signedRequest(HttpMethod method, const QUrl &url) const
{
    OutgoingRequest request;
    request.method = method;
    request.url = url;
    request.authorization = Secret("Basic " + (m_login.userName.toUtf8() + ':' + m_login.password.reveal()).toBase64());
    return request;
}

} // namespace textback
