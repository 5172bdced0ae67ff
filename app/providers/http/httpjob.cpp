// SPDX-License-Identifier: MIT
#include "providers/http/httpjob.h"

#include "domain/ports/clock.h"
#include "providers/http/connectionlog.h"
#include "providers/http/httpdate.h"
#include "providers/http/onewaybody.h"
#include "providers/http/redact.h"

#include <QDateTime>
#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QSslCertificate>

#include <algorithm>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace textback {

namespace {

QNetworkRequest toQtRequest(const OutgoingRequest &request, Millis deadline)
{
    QNetworkRequest result(request.url);
    result.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    result.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    result.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    result.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    result.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    // Idle only; a belt beside the absolute deadline of our own, which comes first.
    result.setTransferTimeout(static_cast<int>(std::clamp<qint64>(deadline.count() + 1000, 1, std::numeric_limits<int>::max())));
    result.setRawHeader("User-Agent", "Textback");
    result.setRawHeader("Accept", request.accept);
    if (!request.authorization.isEmpty())
        result.setRawHeader("Authorization", request.authorization.reveal());
    if (request.method == HttpMethod::Post) {
        result.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        result.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
        result.setRawHeader("Content-Type", request.contentType);
    }
    return result;
}

QString dateText(const QDateTime &date)
{
    return date.toUTC().toString(Qt::ISODate);
}

} // namespace

HttpJob::HttpJob(OutgoingRequest request, const Clock &clock, Scheduler &scheduler, qint64 largestBody, ServerNow serverNow,
                 HttpClient::Done done, QObject *parent)
    : QObject(parent)
    , m_request(std::move(request))
    , m_clock(clock)
    , m_scheduler(scheduler)
    , m_largestBody(largestBody)
    , m_serverNow(std::move(serverNow))
    , m_done(std::move(done))
{
}

HttpJob::~HttpJob()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
}

void HttpJob::start(QNetworkAccessManager &network, Millis deadline)
{
    m_startedAt = m_clock.monotonicNow();
    const QNetworkRequest request = toQtRequest(m_request, deadline);
    if (m_request.method == HttpMethod::Post) {
        auto upload = std::make_unique<OneWayBody>(m_request.body);
        m_upload = upload.get();
        m_reply = network.post(request, m_upload);
        upload.release()->setParent(m_reply); // it has to live as long as the reply may read it
    } else {
        m_reply = network.get(request);
    }
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpJob::takeBytes);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &HttpJob::checkAnnouncedSize);
    connect(m_reply, &QNetworkReply::sslErrors, this, &HttpJob::noteTlsErrors);
    connect(m_reply, &QNetworkReply::finished, this, &HttpJob::finish);
    m_timer = m_scheduler.callAfter(deadline, [this, deadline] {
        abandon(HttpEnd::DeadlinePassed, u"no complete answer within %1 s"_s.arg(static_cast<double>(deadline.count()) / 1000));
    });
}

void HttpJob::refuse(const QString &why)
{
    m_startedAt = m_clock.monotonicNow();
    m_timer = m_scheduler.callAfter(Millis(0), [this, why] {
        HttpAnswer answer;
        answer.end = HttpEnd::NotAllowed;
        answer.detail = redactText(why);
        deliver(answer);
    });
}

void HttpJob::abandon(HttpEnd end, const QString &why)
{
    if (m_finished || m_stoppedAs || !m_reply)
        return;
    m_stoppedAs = end;
    m_stoppedBecause = why;
    m_reply->abort(); // ends in finish(), mostly from inside this call
    if (!m_finished)
        finish();
}

void HttpJob::takeBytes()
{
    if (m_finished || m_stoppedAs)
        return;
    if (!m_reply->isOpen())
        return;
    m_received += m_reply->readAll();
    if (m_received.size() > m_largestBody)
        abandon(HttpEnd::TooLarge, u"more than %1 KiB"_s.arg(m_largestBody / 1024));
}

void HttpJob::checkAnnouncedSize()
{
    bool isNumber = false;
    const qint64 size = m_reply->rawHeader("Content-Length").toLongLong(&isNumber);
    if (isNumber && size > m_largestBody)
        abandon(HttpEnd::TooLarge, u"%1 KiB announced"_s.arg(size / 1024));
}

void HttpJob::noteTlsErrors(const QList<QSslError> &errors)
{
    // Only to say later what was wrong. Going on in spite of it is nowhere offered.
    for (const QSslError &error : errors) {
        const QSslCertificate certificate = error.certificate();
        QString text = error.errorString();
        if (!certificate.isNull()) {
            if (m_tlsIssuer.isEmpty())
                m_tlsIssuer = certificate.issuerDisplayName();
            text += u" (issued by %1, valid %2 to %3)"_s.arg(certificate.issuerDisplayName(), dateText(certificate.effectiveDate()),
                                                             dateText(certificate.expiryDate()));
        }
        if (!m_tlsDetail.isEmpty())
            m_tlsDetail += u"; "_s;
        m_tlsDetail += text;
    }
    m_clockSuspected =
        !errors.isEmpty() && std::all_of(errors.begin(), errors.end(), [this](const QSslError &error) { return isClockSuspected(error); });
}

/// Whether a certificate's dates are wrong because this PC's clock is: the server's own time, where it is known, decides. Without it a certificate
/// that is not valid *yet* nearly always means a clock that stands in the past; one that ran out may as well have run out.
bool HttpJob::isClockSuspected(const QSslError &error) const
{
    if (error.error() != QSslError::CertificateNotYetValid && error.error() != QSslError::CertificateExpired)
        return false;
    const std::optional<UtcTime> serverNow = m_serverNow();
    if (!serverNow)
        return error.error() == QSslError::CertificateNotYetValid;
    const qint64 at = toUnixMillis(*serverNow);
    const QSslCertificate certificate = error.certificate();
    return certificate.effectiveDate().toMSecsSinceEpoch() <= at && at <= certificate.expiryDate().toMSecsSinceEpoch();
}

void HttpJob::finish()
{
    if (m_finished)
        return;
    HttpAnswer answer;
    readAnswer(answer);
    deliver(answer);
}

void HttpJob::readAnswer(HttpAnswer &answer)
{
    if (!m_stoppedAs)
        takeBytes(); // what came with the very end; may find it too large
    answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.contentType = m_reply->rawHeader("Content-Type");
    answer.retryAfter = m_reply->rawHeader("Retry-After");
    answer.date = parseHttpDate(m_reply->rawHeader("Date"));
    answer.mayHaveArrived = m_upload ? m_upload->wasRead() : true;
    if (answer.status >= 300 && answer.status < 400)
        answer.redirectUrl = m_request.url.resolved(QUrl::fromEncoded(m_reply->rawHeader("Location"), QUrl::StrictMode));
    answer.redirectHost = answer.redirectUrl.host();
    answer.end = m_stoppedAs.value_or(endOf(m_reply->error(), answer.status));
    if (answer.end == HttpEnd::Answered && isCutShort())
        answer.end = HttpEnd::Unreadable;
    if (answer.end == HttpEnd::Answered) {
        answer.body = m_received;
        return;
    }
    if (answer.end == HttpEnd::TlsRefused) {
        answer.clockSuspected = m_clockSuspected;
        answer.certificate = ShownCertificate{m_request.url.host(), m_tlsIssuer};
    }
    QString why = m_stoppedAs ? m_stoppedBecause : m_reply->errorString();
    if (answer.end == HttpEnd::TlsRefused && !m_tlsDetail.isEmpty())
        why = m_tlsDetail;
    answer.detail = redactText(u"%1: %2 (%3)"_s.arg(m_request.url.host(), toString(answer.end), why));
}

/// Qt mixes what happened to the connection with what the status says; taken apart here.
HttpEnd HttpJob::endOf(QNetworkReply::NetworkError error, int status) const
{
    switch (error) {
    case QNetworkReply::NoError:
        return HttpEnd::Answered;
    case QNetworkReply::RemoteHostClosedError:
        return HttpEnd::ConnectionLost;
    case QNetworkReply::ContentReSendError: // Qt wanted to send the POST again and OneWayBody did not let it
        return status >= 300 && status < 400 ? HttpEnd::Answered : HttpEnd::ConnectionLost; // a 307 makes it rewind, too
    case QNetworkReply::OperationCanceledError:                                             // not by us: Qt's idle time-out
        return HttpEnd::DeadlinePassed;
    case QNetworkReply::SslHandshakeFailedError:
        return HttpEnd::TlsRefused;
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::UnknownContentError: // an odd 4xx, but also a body that cannot be unpacked
        return status >= 300 ? HttpEnd::Answered : HttpEnd::Unreadable;
    default:
        break;
    }
    if (error > QNetworkReply::ProxyAuthenticationRequiredError) // 2xx to 4xx: made from the status
        return status != 0 ? HttpEnd::Answered : HttpEnd::Unreadable;
    return status != 0 || (m_upload && m_upload->wasRead()) ? HttpEnd::ConnectionLost : HttpEnd::Unreachable;
}

bool HttpJob::isCutShort() const
{
    // An unpacked body has another length than the announced one; there the strict JSON reader is what notices.
    if (m_reply->hasRawHeader("Content-Encoding") || m_reply->error() == QNetworkReply::ContentReSendError)
        return false;
    bool isNumber = false;
    const qint64 announced = m_reply->rawHeader("Content-Length").toLongLong(&isNumber);
    return isNumber && announced != m_received.size();
}

void HttpJob::deliver(const HttpAnswer &answer)
{
    m_finished = true;
    m_timer.cancel();
    const QString line =
        u"%1 %2: %3, status %4, %5 bytes, %6 ms %7"_s
            .arg(m_request.method == HttpMethod::Get ? u"GET"_s : u"POST"_s, redactUrl(m_request.url), toString(answer.end))
            .arg(answer.status)
            .arg(answer.body.size())
            .arg((m_clock.monotonicNow() - m_startedAt).count())
            .arg(answer.detail);
    if (answer.end == HttpEnd::Answered && answer.status < 300)
        qCDebug(httpLog).noquote() << line;
    else
        qCInfo(httpLog).noquote() << line;
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->deleteLater();
        m_reply.clear();
    }
    m_upload = nullptr;
    m_request = {}; // the sign-in is not kept longer than needed
    emit ended();   // before the answer: it may lead to the client's end
    const auto done = std::exchange(m_done, {});
    done(answer);
}

} // namespace textback
