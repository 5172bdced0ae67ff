// SPDX-License-Identifier: MIT
#include "simulator/httpconnection.h"

#include "domain/ports/clock.h"
#include "simulator/socketreset.h"

#include <QTcpSocket>

#include <algorithm>

namespace textback {

using namespace std::chrono_literals;

namespace {

constexpr Millis idleLimit = 60s;                ///< of a connection without a request, and of a request that does not come to its end
constexpr Millis trickleStep = 500ms;            ///< between two bytes of HttpDelivery::Trickle
constexpr qint64 paddingPiece = 256 * 1024;      ///< written at a time
constexpr qsizetype readAhead = 2 * 1024 * 1024; ///< more than the largest request: what may pile up while an answer is on its way

QByteArray reasonPhrase(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 204:
        return "No Content";
    case 302:
        return "Found";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 413:
        return "Content Too Large";
    case 414:
        return "URI Too Long";
    case 415:
        return "Unsupported Media Type";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 503:
        return "Service Unavailable";
    case 505:
        return "HTTP Version Not Supported";
    default:
        return "Status";
    }
}

} // namespace

HttpConnection::HttpConnection(QTcpSocket *socket, const Clock &clock, Scheduler &scheduler, Handler handler, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_clock(clock)
    , m_scheduler(scheduler)
    , m_handler(std::move(handler))
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(readAhead);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(m_socket, &QTcpSocket::readyRead, this, &HttpConnection::readRequests);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &HttpConnection::pumpPadding);
    connect(m_socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    waitForRequest();
    if (m_socket->state() != QAbstractSocket::ConnectedState)
        deleteLater();
    else
        readRequests();
}

HttpConnection::~HttpConnection()
{
    m_socket->disconnect(this);
}

void HttpConnection::readRequests()
{
    // Whatever comes while an answer is on its way waits in the socket: one answer at a time, in order.
    while (!m_answering && m_socket->isOpen()) {
        m_parser.append(m_socket->readAll());
        switch (m_parser.parse()) {
        case HttpParser::State::NeedMore:
            if (m_parser.takeExpectation())
                m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
            return;
        case HttpParser::State::Complete: {
            const HttpRequest request = m_parser.takeRequest();
            answer(request, m_handler(request));
            break;
        }
        case HttpParser::State::Broken: {
            HttpResponse response = HttpResponse::json(m_parser.errorStatus(), "{\"message\":\"The request could not be read\"}");
            m_answering = true;
            send(response, false);
            return;
        }
        }
    }
}

void HttpConnection::answer(const HttpRequest &request, const HttpResponse &response)
{
    m_answering = true;
    m_timer.cancel();
    const bool keepAlive = request.keepAlive && !response.close;
    HttpResponse reply = response;
    if (request.method == "HEAD") {
        reply.body.clear();
        reply.padding = 0;
    }
    if (reply.delay > 0ms)
        m_timer = m_scheduler.callAfter(reply.delay, [this, reply, keepAlive] { send(reply, keepAlive); });
    else
        send(reply, keepAlive);
}

void HttpConnection::send(const HttpResponse &response, bool keepAlive)
{
    const qint64 length = response.body.size() + response.padding;
    const qsizetype half = response.body.size() / 2;
    m_closeAfter = !keepAlive;
    switch (response.delivery) {
    case HttpDelivery::Normal:
        m_padding = response.padding;
        m_socket->write(head(response, length, keepAlive));
        m_socket->write(response.body);
        if (m_padding > 0)
            pumpPadding();
        else
            finishAnswer();
        return;
    case HttpDelivery::CloseUnanswered:
        closeSocket();
        return;
    case HttpDelivery::Reset:
        resetConnection(*m_socket);
        return;
    case HttpDelivery::StallBody:
        m_socket->write(head(response, length, keepAlive));
        m_socket->write(response.body.left(half));
        return; // stays open and silent until the client gives up
    case HttpDelivery::ShortBody:
        m_socket->write(head(response, length, false));
        m_socket->write(response.body.left(half));
        closeSocket();
        return;
    case HttpDelivery::CutBody:
        m_socket->write(head(response, -1, false));
        m_socket->write(response.body.left(half));
        closeSocket();
        return;
    case HttpDelivery::Trickle:
        m_trickle = head(response, length, keepAlive) + response.body;
        trickle();
        return;
    }
}

/// `bodyLength` below zero: the end of the connection is the end of the body.
QByteArray HttpConnection::head(const HttpResponse &response, qint64 bodyLength, bool keepAlive) const
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + reasonPhrase(response.status) + "\r\n";
    head += "Date: " + formatRfcTime(m_clock.utcNow()) + " GMT\r\n";
    for (const auto &[name, value] : response.headers)
        head += name + ": " + value + "\r\n";
    if (bodyLength >= 0 && response.status != 204)
        head += "Content-Length: " + QByteArray::number(bodyLength) + "\r\n";
    head += keepAlive ? "Connection: keep-alive\r\n" : "Connection: close\r\n";
    return head + "\r\n";
}

/// A huge body is made while it is sent, so that it costs the client's memory and not ours.
void HttpConnection::pumpPadding()
{
    if (m_padding <= 0)
        return;
    while (m_padding > 0 && m_socket->bytesToWrite() < paddingPiece) {
        const qint64 piece = std::min(m_padding, paddingPiece);
        if (m_socket->write(QByteArray(piece, ' ')) < 0)
            return;
        m_padding -= piece;
    }
    if (m_padding <= 0)
        finishAnswer();
}

void HttpConnection::trickle()
{
    m_socket->write(m_trickle.left(1));
    m_trickle.remove(0, 1);
    if (m_trickle.isEmpty())
        finishAnswer();
    else
        m_timer = m_scheduler.callAfter(trickleStep, [this] { trickle(); });
}

void HttpConnection::finishAnswer()
{
    m_answering = false;
    if (m_closeAfter) {
        m_answering = true; // reads no more
        closeSocket();
        return;
    }
    waitForRequest();
    // Requests that were sent ahead are already in the socket or in the parser; not from inside readRequests, whose loop does it.
    if (m_socket->bytesAvailable() > 0 || m_parser.buffered() > 0)
        QMetaObject::invokeMethod(this, &HttpConnection::readRequests, Qt::QueuedConnection);
}

void HttpConnection::closeSocket()
{
    m_timer.cancel();
    m_socket->disconnectFromHost(); // sends what is written first
    if (m_socket->state() == QAbstractSocket::UnconnectedState)
        deleteLater(); // it was gone before, or is at once: perhaps without a signal
}

void HttpConnection::waitForRequest()
{
    m_timer = m_scheduler.callAfter(idleLimit, [this] { closeSocket(); });
}

} // namespace textback
