// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace textback {

/// The body of a POST that cannot go out twice.
///
/// QNetworkAccessManager sends a POST again by itself when the connection ends before an answer: measured with Qt 6.4.2, the server saw it
/// two times over HTTP and four times over HTTPS. Before it does so it rewinds the body. This device is sequential and refuses to rewind,
/// so the second attempt ends as QNetworkReply::ContentReSendError instead. It only works together with an explicit Content-Length,
/// QNetworkRequest::DoNotBufferUploadDataAttribute (else Qt reads it into a buffer of its own, which can be rewound) and a body that is
/// not empty (an empty one is never read and never rewound).
///
/// It also remembers whether anybody read from it. Never read means that the request surely did not reach the server: the head may have
/// left this PC, but no server acts on a POST whose announced body is missing.
class OneWayBody final : public QIODevice {
    Q_OBJECT

public:
    explicit OneWayBody(QByteArray content, QObject *parent = nullptr);

    bool wasRead() const { return m_wasRead; }

    bool isSequential() const override { return true; }
    bool reset() override { return false; }
    bool seek(qint64) override { return false; }
    bool atEnd() const override;
    qint64 bytesAvailable() const override;

protected:
    qint64 readData(char *data, qint64 maximum) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_content;
    qsizetype m_position = 0;
    bool m_wasRead = false;
};

} // namespace textback
