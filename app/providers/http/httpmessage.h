// SPDX-License-Identifier: MIT
#pragma once

#include "domain/error.h"
#include "domain/secret.h"
#include "domain/time.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <optional>

namespace textback {

enum class HttpMethod { Get, Post };

/// One request. There is no other method on purpose: each needs a word about what a second arrival would do.
struct OutgoingRequest {
    HttpMethod method = HttpMethod::Get;
    QUrl url;
    Secret authorization;              ///< the whole value of the Authorization header; empty for none
    QByteArray contentType;            ///< POST
    QByteArray body;                   ///< POST; must not be empty (see OneWayBody)
    std::optional<Millis> deadline;    ///< from sending to the last byte of the answer; nothing: the client's own for the method
    std::optional<qint64> largestBody; ///< of the answer, in bytes; nothing: the client's own
    QByteArray accept = "application/json";
};

/// How a request ended.
enum class HttpEnd {
    Answered,       ///< the whole answer is here, whatever its status
    NotAllowed,     ///< our own checks forbade it: foreign host, no https, empty POST. Nothing left this PC
    Unreachable,    ///< no name, no route, nobody listens, or the proxy refused
    TlsRefused,     ///< the certificate or the handshake was not acceptable
    ConnectionLost, ///< it ended before the answer was complete
    DeadlinePassed, ///< we gave up waiting
    TooLarge,       ///< the answer's body is over the cap
    Unreadable,     ///< the answer is cut short, cannot be unpacked, or is no HTTP
};

QString toString(HttpEnd end);

/// What came back. Headers are only those that somebody needs.
struct HttpAnswer {
    HttpEnd end = HttpEnd::Unreachable;
    int status = 0;  ///< 0 when no status line came; may be set on ends other than Answered
    QByteArray body; ///< decoded; empty unless Answered
    QByteArray contentType;
    QByteArray retryAfter;                       ///< as sent
    std::optional<UtcTime> date;                 ///< the server's clock
    QString redirectHost;                        ///< where a 3xx pointed; it was not followed
    QUrl redirectUrl;                            ///< all of it, for an adapter that asks there by itself. May hold a secret: never logged
    bool mayHaveArrived = false;                 ///< POST: a byte of the body was handed to the network. GET: true once sent
    bool clockSuspected = false;                 ///< TlsRefused: the certificate's dates do not fit this PC's clock
    std::optional<ShownCertificate> certificate; ///< TlsRefused: what was shown instead
    QString detail;                              ///< technical, English, redacted; empty when Answered

    bool isSuccess() const { return end == HttpEnd::Answered && status >= 200 && status < 300; }
};

} // namespace textback
