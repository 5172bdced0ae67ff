// SPDX-License-Identifier: MIT
#pragma once

#include "domain/result.h"
#include "simulator/httpconnection.h"

#include <QObject>
#include <QTcpServer>

namespace textback {

/// A small HTTP/1.1 server on 127.0.0.1, and on no other address: it serves the simulated phone line and nothing else. One thread.
class HttpServer : public QObject {
    Q_OBJECT

public:
    HttpServer(const Clock &clock, Scheduler &scheduler, HttpConnection::Handler handler, QObject *parent = nullptr);

    /// Starts to listen; port 0 takes a free one. Fails (Network) when the port is taken.
    Result<void> listen(quint16 port = 0);
    quint16 port() const { return m_server.serverPort(); }
    qint64 connections() const;

private:
    void acceptConnections();

    const Clock &m_clock;
    Scheduler &m_scheduler;
    HttpConnection::Handler m_handler;
    QTcpServer m_server;
};

} // namespace textback
