// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/scheduler.h"
#include "simulator/httpmessage.h"
#include "simulator/httpparser.h"

#include <QObject>

#include <functional>

class QTcpSocket;

namespace textback {

class Clock;

/// One connection of the small HTTP server: reads requests one after the other, answers each before it reads the next, keeps the
/// connection open where the client wants that, and can break off in all the ways that HttpDelivery names. Deletes itself.
class HttpConnection : public QObject {
    Q_OBJECT

public:
    using Handler = std::function<HttpResponse(const HttpRequest &)>;

    /// Takes the socket. `handler` is called once for each complete request.
    HttpConnection(QTcpSocket *socket, const Clock &clock, Scheduler &scheduler, Handler handler, QObject *parent);
    ~HttpConnection() override;

private:
    void readRequests();
    void answer(const HttpRequest &request, const HttpResponse &response);
    void send(const HttpResponse &response, bool keepAlive);
    QByteArray head(const HttpResponse &response, qint64 bodyLength, bool keepAlive) const;
    void pumpPadding();
    void trickle();
    void finishAnswer();
    void closeSocket();
    void waitForRequest();

    QTcpSocket *m_socket; // a child
    const Clock &m_clock;
    Scheduler &m_scheduler;
    Handler m_handler;
    HttpParser m_parser;
    bool m_answering = false;  // an answer is on its way: nothing is read meanwhile
    bool m_closeAfter = false; // after the answer
    qint64 m_padding = 0;      // still to be written
    QByteArray m_trickle;      // still to be written, byte by byte
    ScheduledCall m_timer;
};

} // namespace textback
