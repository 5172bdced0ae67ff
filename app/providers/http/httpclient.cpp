// SPDX-License-Identifier: MIT
#include "providers/http/httpclient.h"

#include "domain/loopback.h"
#include "domain/ports/clock.h"
#include "providers/http/httpjob.h"

#include <QNetworkAccessManager>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace textback {

namespace {

int effectivePort(const QUrl &url)
{
    return url.port(url.scheme() == "https"_L1 ? 443 : 80);
}

bool sameOrigin(const QUrl &a, const QUrl &b)
{
    return a.scheme() == b.scheme() && a.host() == b.host() && effectivePort(a) == effectivePort(b);
}

bool isOneOf(const QList<QUrl> &origins, const QUrl &url)
{
    return std::any_of(origins.begin(), origins.end(), [&url](const QUrl &origin) { return sameOrigin(origin, url); });
}

} // namespace

HttpClient::HttpClient(QNetworkAccessManager &network, const Clock &clock, Scheduler &scheduler, Options options, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_clock(clock)
    , m_scheduler(scheduler)
    , m_options(std::move(options))
{
}

HttpClient::~HttpClient()
{
    // Children would be destroyed after our members; end them while the client is whole.
    qDeleteAll(std::exchange(m_jobs, {}));
}

std::optional<QString> HttpClient::objection(const OutgoingRequest &request) const
{
    const QUrl &url = request.url;
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty())
        return u"not a usable address"_s;
    if (url.scheme() != "https"_L1 && !(url.scheme() == "http"_L1 && isLoopback(url)))
        return u"only https is allowed (host %1)"_s.arg(url.host());
    if (!isOneOf(m_options.origins, url)) {
        if (!isOneOf(m_options.unsignedOrigins, url))
            return u"the host %1 is not one of the provider's"_s.arg(url.host());
        if (!request.authorization.isEmpty())
            return u"the sign-in is not for the host %1"_s.arg(url.host());
    }
    if (request.method == HttpMethod::Post && request.body.isEmpty())
        return u"a POST without a body cannot be kept from going out twice"_s;
    return std::nullopt;
}

void HttpClient::send(const OutgoingRequest &request, Done done)
{
    m_thread.check("HttpClient::send");
    auto *job = new HttpJob(
        request, m_clock, m_scheduler, request.largestBody.value_or(m_options.largestBody), [this] { return serverNow(); },
        [this, isOwn = isOneOf(m_options.origins, request.url), done = std::move(done)](const HttpAnswer &answer) {
            if (isOwn) // a storage may answer from a cache, with the time of another day
                noteServerTime(answer);
            done(answer);
        },
        this);
    m_jobs.append(job);
    connect(job, &HttpJob::ended, this, [this, job] { finished(job); });
    if (const auto why = objection(request))
        job->refuse(*why);
    else
        job->start(m_network,
                   request.deadline.value_or(request.method == HttpMethod::Get ? m_options.getDeadline : m_options.postDeadline));
}

void HttpClient::dropConnections()
{
    m_thread.check("HttpClient::dropConnections");
    const QList<HttpJob *> jobs = m_jobs;
    for (HttpJob *job : jobs) {
        if (job->method() == HttpMethod::Get)
            job->abandon(HttpEnd::ConnectionLost, u"connections are made anew after sleep"_s);
    }
    m_serverTime.reset(); // the monotonic clock may have stood still meanwhile
    // The cache cannot be cleared under a request: that one would never end.
    if (m_jobs.isEmpty())
        m_network.clearConnectionCache();
    else
        m_dropWhenIdle = true;
}

std::optional<UtcTime> HttpClient::serverNow() const
{
    return m_serverTime ? std::optional(*m_serverTime + (m_clock.monotonicNow() - m_serverTimeAt)) : std::nullopt;
}

void HttpClient::noteServerTime(const HttpAnswer &answer)
{
    if (answer.end != HttpEnd::Answered || !answer.date)
        return;
    m_serverTime = answer.date;
    m_serverTimeAt = m_clock.monotonicNow();
}

void HttpClient::finished(HttpJob *job)
{
    m_jobs.removeOne(job);
    job->deleteLater();
    if (m_jobs.isEmpty() && std::exchange(m_dropWhenIdle, false))
        m_network.clearConnectionCache();
}

} // namespace textback
