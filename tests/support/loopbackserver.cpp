// SPDX-License-Identifier: MIT
#include "support/loopbackserver.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>
#include <memory>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#endif

using namespace Qt::StringLiterals;

namespace textback::test {

WireConnection::WireConnection(QTcpSocket *socket, int number, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_number(number)
{
}

void WireConnection::answer(int status, const QByteArray &body, const QList<QPair<QByteArray, QByteArray>> &headers)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(status) + " Scripted\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
    bool hasType = false;
    for (const auto &[name, value] : headers) {
        head += name + ": " + value + "\r\n";
        hasType = hasType || name == "Content-Type";
    }
    if (!hasType)
        head += "Content-Type: application/json\r\n";
    raw(head + "\r\n" + body);
}

void WireConnection::raw(const QByteArray &bytes)
{
    m_socket->write(bytes);
    m_socket->flush();
}

void WireConnection::trickle(const QByteArray &bytes, int milliseconds)
{
    auto *timer = new QTimer(m_socket);
    auto rest = std::make_shared<QByteArray>(bytes);
    connect(timer, &QTimer::timeout, m_socket, [this, timer, rest] {
        if (rest->isEmpty())
            return timer->stop();
        raw(rest->left(1));
        rest->remove(0, 1);
    });
    timer->start(milliseconds);
}

void WireConnection::flood(qint64 size)
{
    const auto rest = std::make_shared<qint64>(size);
    const auto more = [this, rest] {
        while (*rest > 0 && m_socket->bytesToWrite() < 65536) {
            const QByteArray piece(static_cast<qsizetype>(std::min<qint64>(*rest, 65536)), ' ');
            *rest -= piece.size();
            m_socket->write(piece);
        }
    };
    connect(m_socket, &QTcpSocket::bytesWritten, this, more);
    more();
}

void WireConnection::close()
{
    m_socket->disconnectFromHost();
}

void WireConnection::reset()
{
    const linger now{1, 0}; // closing throws away what was not sent and answers with RST
    ::setsockopt(
#ifdef Q_OS_WIN
        static_cast<SOCKET>(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, reinterpret_cast<const char *>(&now), sizeof now);
#else
        static_cast<int>(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
#endif
    m_socket->abort();
}

LoopbackServer::LoopbackServer(const QString &certificate, QObject *parent)
    : QTcpServer(parent)
    , m_certificate(certificate)
{
    listen(QHostAddress::LocalHost);
}

QUrl LoopbackServer::url(const QString &path) const
{
    return QUrl(u"%1://127.0.0.1:%2%3"_s.arg(m_certificate.isEmpty() ? u"http"_s : u"https"_s).arg(serverPort()).arg(path));
}

int LoopbackServer::countOf(const QByteArray &method) const
{
    return static_cast<int>(
        std::count_if(requests.begin(), requests.end(), [&](const WireRequest &request) { return request.method == method; }));
}

QString LoopbackServer::dataPath(const QString &file)
{
    return QStringLiteral(TEXTBACK_SOURCE_DIR "/tests/data/tls/") + file;
}

void LoopbackServer::trustTestCa()
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates(QSslCertificate::fromPath(dataPath(u"ca.pem"_s)));
    QSslConfiguration::setDefaultConfiguration(configuration);
}

void LoopbackServer::incomingConnection(qintptr descriptor)
{
    auto *socket = m_certificate.isEmpty() ? new QTcpSocket(this) : new QSslSocket(this);
    socket->setSocketDescriptor(descriptor);
    auto *connection = new WireConnection(socket, ++connections, socket);
    auto reading = std::make_shared<Reading>();
    connect(socket, &QTcpSocket::readyRead, connection, [this, socket, connection, reading] { read(socket, connection, *reading); });
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    if (auto *secure = qobject_cast<QSslSocket *>(socket)) {
        QFile key(dataPath(m_certificate + u".key"_s));
        if (!key.open(QIODevice::ReadOnly))
            qFatal("the key of a test certificate is missing");
        secure->setLocalCertificateChain(QSslCertificate::fromPath(dataPath(m_certificate + u".pem"_s)));
        secure->setPrivateKey(QSslKey(&key, QSsl::Ec));
        connect(secure, &QSslSocket::encrypted, connection, [this, connection] {
            if (m_onConnected)
                m_onConnected(*connection);
        });
        secure->startServerEncryption();
    } else if (m_onConnected) {
        m_onConnected(*connection);
    }
}

void LoopbackServer::read(QTcpSocket *socket, WireConnection *connection, Reading &reading)
{
    reading.received += socket->readAll();
    for (;;) {
        const qsizetype headEnd = reading.received.indexOf("\r\n\r\n");
        if (headEnd < 0)
            return;
        if (!reading.headCounted) {
            reading.headCounted = true;
            ++heads;
        }
        WireRequest request;
        request.connection = connection->number();
        QList<QByteArray> lines = reading.received.left(headEnd).split('\n');
        const QList<QByteArray> first = lines.takeFirst().trimmed().split(' ');
        request.method = first.value(0);
        request.target = first.value(1);
        for (const QByteArray &line : lines) {
            const qsizetype colon = line.indexOf(':');
            request.headers.insert(line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed());
        }
        const qsizetype length = request.headers.value("content-length", "0").toLongLong();
        if (reading.received.size() < headEnd + 4 + length)
            return;
        request.body = reading.received.mid(headEnd + 4, length);
        reading.received.remove(0, headEnd + 4 + length);
        reading.headCounted = false;
        requests.append(request);
        if (m_script)
            m_script(*connection, request);
        if (socket->state() != QAbstractSocket::ConnectedState)
            return;
    }
}

} // namespace textback::test
