// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/clock.h"
#include "domain/ports/scheduler.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QPair>
#include <QUrl>

#include <deque>
#include <functional>

namespace textback::test {

/// A request as it arrived at the fake network.
struct FakeRequest {
    QByteArray method;
    QUrl url;
    QMap<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
    QNetworkRequest qt;

    /// A value of the query or of a form body, decoded.
    QString parameter(const QString &name) const;
};

/// What the fake network makes of a request.
struct FakeAnswer {
    int status = 200;
    QByteArray body;
    QByteArray contentType = "application/json";
    QList<QPair<QByteArray, QByteArray>> headers;
    QNetworkReply::NetworkError error = QNetworkReply::NoError; ///< of the connection; with a status of 0 nothing came at all
    Millis delay{0};
    bool hangs = false;    ///< never answers
    bool readsBody = true; ///< false: the connection never came about, so nobody read the body of the POST
    bool sendsDate = true;

    static FakeAnswer json(const QByteArray &body, int status = 200);
    /// A connection that failed: before the request went out, or after.
    static FakeAnswer failure(QNetworkReply::NetworkError error, bool afterSending);
    static FakeAnswer silence();
    FakeAnswer with(const QByteArray &header, const QByteArray &value) const;
    FakeAnswer after(Millis span) const;
};

/// A network of a test's own in virtual time: nothing leaves the process. Behaves towards its user as QNetworkAccessManager does for the
/// things that HttpClient relies on (errors made from statuses, uploads read from the device, abort).
class FakeNetwork final : public QNetworkAccessManager {
    Q_OBJECT

public:
    using Handler = std::function<FakeAnswer(const FakeRequest &)>;

    FakeNetwork(const Clock &clock, Scheduler &scheduler);

    /// Answers that are given in this order before the handler is asked.
    void queue(const FakeAnswer &answer) { m_queue.push_back(answer); }
    /// Who answers everything else. Without one the answer is 404.
    void setHandler(Handler handler) { m_handler = std::move(handler); }
    /// Every request so far.
    QList<FakeRequest> requests;
    int countOf(const QByteArray &method) const;

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request, QIODevice *upload) override;

private:
    const Clock &m_clock;
    Scheduler &m_scheduler;
    std::deque<FakeAnswer> m_queue;
    Handler m_handler;
};

} // namespace textback::test
