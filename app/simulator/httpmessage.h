// SPDX-License-Identifier: MIT
#pragma once

#include "domain/time.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>
#include <utility>

namespace textback {

/// Names and values in their order; a name may come more than once.
using HttpPairs = QList<std::pair<QString, QString>>;

/// First value of a name, or nothing.
std::optional<QString> valueOf(const HttpPairs &pairs, QStringView name);

/// Reads "a=1&b=2" with percent and plus decoding. Names may end in '<' or '>'.
HttpPairs parseForm(const QByteArray &text);
/// Writes pairs as "a=1&b=2".
QByteArray formatForm(const HttpPairs &pairs);

/// One request as it came in.
struct HttpRequest {
    QByteArray method;                                ///< as sent; methods are case-sensitive
    QByteArray target;                                ///< raw, "/path?query"
    QString path;                                     ///< decoded
    HttpPairs query;                                  ///< decoded
    QList<std::pair<QByteArray, QByteArray>> headers; ///< names in lower case
    QByteArray body;
    bool keepAlive = true;

    /// First header of that (lower-case) name, or empty.
    QByteArray header(QByteArrayView name) const;
};

/// How an answer goes out: properly, or in one of the ways in which networks and servers fail.
enum class HttpDelivery {
    Normal,
    CloseUnanswered, ///< the connection is closed without a byte
    Reset,           ///< the connection is reset (RST)
    StallBody,       ///< headers and half of the body, then silence
    ShortBody,       ///< half of the promised body, then the end
    CutBody,         ///< half of the body without a promised length, then the end: looks complete to a careless reader
    Trickle,         ///< one byte every half second
};

/// One answer.
struct HttpResponse {
    int status = 200;
    QList<std::pair<QByteArray, QByteArray>> headers; ///< Content-Length, Date and Connection are added by the connection
    QByteArray body;
    qint64 padding = 0; ///< that many more bytes follow the body (spaces), made while they are sent
    HttpDelivery delivery = HttpDelivery::Normal;
    Millis delay{0};    ///< waits before the answer begins
    bool close = false; ///< ends the connection afterwards

    static HttpResponse json(int status, const QByteArray &body);
    static HttpResponse html(int status, const QByteArray &body);
};

/// "Mon, 23 Nov 2026 15:00:00", of which both HTTP and RFC 2822 dates are made.
QByteArray formatRfcTime(UtcTime time);

} // namespace textback
