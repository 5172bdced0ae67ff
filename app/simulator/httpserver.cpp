// SPDX-License-Identifier: MIT
#include "simulator/httpserver.h"

#include <QTcpSocket>

namespace textback {

namespace {
constexpr qint64 maximumConnections = 256;
}

HttpServer::HttpServer(const Clock &clock, Scheduler &scheduler, HttpConnection::Handler handler, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_scheduler(scheduler)
    , m_handler(std::move(handler))
{
    connect(&m_server, &QTcpServer::newConnection, this, &HttpServer::acceptConnections);
}

Result<void> HttpServer::listen(quint16 port)
{
    if (!m_server.listen(QHostAddress(QHostAddress::LocalHost), port))
        return tl::make_unexpected(Error{ErrorKind::Network, m_server.errorString(), std::nullopt, 0, {}});
    return {};
}

qint64 HttpServer::connections() const
{
    return findChildren<HttpConnection *>(Qt::FindDirectChildrenOnly).size();
}

void HttpServer::acceptConnections()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        if (connections() >= maximumConnections) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        new HttpConnection(socket, m_clock, m_scheduler, m_handler, this);
    }
}

} // namespace textback
