// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/scheduler.h"
#include "providers/http/httpclient.h"

#include <QList>
#include <QNetworkReply>
#include <QPointer>
#include <QSslError>

namespace textback {

class OneWayBody;

/// One request of HttpClient from sending to its one end. A child of the client, deletes itself.
class HttpJob final : public QObject {
    Q_OBJECT

public:
    /// Tells what time it is by the server's clock, if that is known.
    using ServerNow = std::function<std::optional<UtcTime>()>;

    HttpJob(OutgoingRequest request, const Clock &clock, Scheduler &scheduler, qint64 largestBody, ServerNow serverNow,
            HttpClient::Done done, QObject *parent);
    ~HttpJob() override;

    HttpMethod method() const { return m_request.method; }
    /// Sends it; `deadline` counts from here.
    void start(QNetworkAccessManager &network, Millis deadline);
    /// Ends it without sending anything (from the event loop, not from inside the call).
    void refuse(const QString &why);
    /// Ends it now with `end`.
    void abandon(HttpEnd end, const QString &why);

signals:
    /// The answer was handed over.
    void ended();

private:
    void takeBytes();
    void checkAnnouncedSize();
    void noteTlsErrors(const QList<QSslError> &errors);
    bool isClockSuspected(const QSslError &error) const;
    void finish();
    void readAnswer(HttpAnswer &answer);
    HttpEnd endOf(QNetworkReply::NetworkError error, int status) const;
    bool isCutShort() const;
    void deliver(const HttpAnswer &answer);

    OutgoingRequest m_request;
    const Clock &m_clock;
    Scheduler &m_scheduler;
    qint64 m_largestBody;
    ServerNow m_serverNow;
    HttpClient::Done m_done;
    QPointer<QNetworkReply> m_reply;
    OneWayBody *m_upload = nullptr; // child of the reply
    QByteArray m_received;
    std::optional<HttpEnd> m_stoppedAs; // our own reason for an abort: Qt reports all of them as "cancelled"
    QString m_stoppedBecause;
    QString m_tlsDetail;
    QString m_tlsIssuer;
    bool m_clockSuspected = false;
    bool m_finished = false;
    Millis m_startedAt{0};
    ScheduledCall m_timer;
};

} // namespace textback
