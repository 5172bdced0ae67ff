// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QObject>
#include <QPair>
#include <QString>
#include <QTcpServer>
#include <QUrl>

#include <functional>

class QTcpSocket;

namespace textback::test {

/// A request as it came over the wire, complete with its body.
struct WireRequest {
    QByteArray method;
    QByteArray target;
    QMap<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
    int connection = 0; ///< number of the connection it came on, from 1
};

/// One connection of LoopbackServer, for a script to do with as it likes. Ends with its socket.
class WireConnection : public QObject {
    Q_OBJECT

public:
    WireConnection(QTcpSocket *socket, int number, QObject *parent);

    int number() const { return m_number; }
    /// An answer with Content-Length; keeps the connection.
    void answer(int status, const QByteArray &body, const QList<QPair<QByteArray, QByteArray>> &headers = {});
    /// These bytes and nothing else.
    void raw(const QByteArray &bytes);
    /// One byte of `bytes` every `milliseconds`, for ever as far as the other side can tell.
    void trickle(const QByteArray &bytes, int milliseconds);
    /// This many bytes as fast as the other side takes them, without keeping them all in memory.
    void flood(qint64 size);
    /// Ends it in the polite way (FIN).
    void close();
    /// Ends it in the rude way (RST).
    void reset();

private:
    QTcpSocket *m_socket;
    int m_number;
};

/// An HTTP server on 127.0.0.1 that does what a test's script says with each request, on a connection plain or with TLS. It counts what
/// really comes over the wire, which no fake can.
class LoopbackServer : public QTcpServer {
    Q_OBJECT

public:
    using Script = std::function<void(WireConnection &, const WireRequest &)>;

    /// `certificate`: base name of a pair in tests/data/tls ("good"); empty for plain HTTP.
    explicit LoopbackServer(const QString &certificate = QString(), QObject *parent = nullptr);

    void setScript(Script script) { m_script = std::move(script); }
    /// Called when a connection is open (with TLS: once it is encrypted), before any request.
    void setOnConnected(std::function<void(WireConnection &)> function) { m_onConnected = std::move(function); }
    QUrl url(const QString &path = QStringLiteral("/")) const;

    QList<WireRequest> requests; ///< complete ones
    int heads = 0;               ///< request heads, also of requests whose body never came
    int connections = 0;
    int countOf(const QByteArray &method) const;

    /// The configuration that trusts the test CA and nobody else.
    static void trustTestCa();
    static QString dataPath(const QString &file);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    struct Reading {
        QByteArray received;
        bool headCounted = false;
    };
    void read(QTcpSocket *socket, WireConnection *connection, Reading &reading);

    QString m_certificate;
    Script m_script;
    std::function<void(WireConnection &)> m_onConnected;
};

} // namespace textback::test
