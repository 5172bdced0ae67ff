// SPDX-License-Identifier: MIT
#pragma once

#include "simulator/twiliosimulator.h"
#include "support/virtualtime.h"

#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

namespace textback::test {

inline const QString caller = QStringLiteral("+13135550142");

/// A line on which nothing happens by itself.
inline SimulatorOptions quiet()
{
    SimulatorOptions options;
    options.callsPerMinute = 0;
    options.customersReply = false;
    return options;
}

/// A listening line in virtual time, and requests as they go over the wire.
struct Fixture {
    explicit Fixture(const SimulatorOptions &options = quiet())
        : simulator(time, time, random, options)
    {
        const Result<void> listening = simulator.listen();
        if (!listening)
            qFatal("cannot listen");
    }
    VirtualTime time;
    SeededRandom random;
    TwilioSimulator simulator;

    QByteArray authorization() const
    {
        return "Authorization: Basic " + (simulator.accountSid() + u':' + simulator.authToken()).toLatin1().toBase64() + "\r\n";
    }
    QByteArray path(const QByteArray &rest) const { return "/2010-04-01/Accounts/" + simulator.accountSid().toLatin1() + '/' + rest; }
    QByteArray get(const QByteArray &rest, const QByteArray &headers = {}) const
    {
        return "GET " + path(rest) + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + authorization() + headers + "\r\n";
    }
    QByteArray post(const QByteArray &body) const
    {
        return "POST " + path("Messages.json") + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n" +
               authorization() + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }
    QByteArray text() const { return post("To=%2B13135550142&From=%2B13132230100&Body=Hi"); }
};

/// A raw connection: what the wire really carries.
struct Wire {
    explicit Wire(const TwilioSimulator &simulator)
    {
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), simulator.port());
        QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [this] { received += socket.readAll(); });
    }
    /// Waits for one whole answer with a length and takes it off.
    QByteArray answer()
    {
        const auto whole = [this] {
            const qsizetype head = received.indexOf("\r\n\r\n");
            if (head < 0)
                return qsizetype(-1);
            const qsizetype field = received.indexOf("Content-Length: ");
            if (field < 0 || field > head)
                return qsizetype(-1);
            const qsizetype length = received.mid(field + 16, received.indexOf("\r\n", field) - field - 16).toLongLong();
            return received.size() >= head + 4 + length ? head + 4 + length : qsizetype(-1);
        };
        while (whole() < 0) {
            QSignalSpy more(&socket, &QTcpSocket::readyRead);
            if (!more.wait(5000))
                return {};
        }
        const QByteArray taken = received.left(whole());
        received.remove(0, taken.size());
        return taken;
    }
    bool ended()
    {
        return QTest::qWaitFor([this] { return socket.state() == QAbstractSocket::UnconnectedState; }, 5000);
    }

    QTcpSocket socket;
    QByteArray received;
};

inline QJsonObject bodyOf(const QByteArray &answer)
{
    return QJsonDocument::fromJson(answer.mid(answer.indexOf("\r\n\r\n") + 4)).object();
}

inline int statusOf(const QByteArray &answer)
{
    return answer.mid(9, 3).toInt();
}

/// Asks the control page.
inline QJsonObject control(const Fixture &line, const QByteArray &what, const QByteArray &json = {}, int *status = nullptr,
                           const QByteArray &more = {})
{
    Wire wire(line.simulator);
    wire.socket.write((json.isEmpty() ? "GET " : "POST ") + QByteArray("/control/") + what + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + more +
                      "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(json.size()) + "\r\n\r\n" + json);
    const QByteArray answer = wire.answer();
    if (status)
        *status = statusOf(answer);
    return bodyOf(answer);
}

} // namespace textback::test
