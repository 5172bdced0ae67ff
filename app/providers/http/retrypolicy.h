// SPDX-License-Identifier: MIT
#pragma once

#include "domain/error.h"
#include "providers/http/httpmessage.h"

#include <QByteArrayView>
#include <QString>

namespace textback {

/// The one place where statuses and broken connections become errors. Adapters refine the kind by their provider's own codes.

/// providerCode of an Error when the cause lies on this PC's side of the provider (a provider's own codes are digits).
inline constexpr QLatin1StringView tlsRefusedCode("tls");           ///< certificate not acceptable: somebody reads along, or it ran out
inline constexpr QLatin1StringView clockSuspectedCode("tls-clock"); ///< likewise, but this PC's clock does not fit the certificate's dates
inline constexpr QLatin1StringView redirectCode("redirect");        ///< the answer pointed to another address; never followed
inline constexpr QLatin1StringView notJsonCode("not-json");         ///< an answer in another format: a sign-in page of a network, a proxy

/// The kind of a status outside 200 to 299.
ErrorKind kindOfStatus(int status);

/// What `answer` means when it is no success: kind, redacted detail, status and retryAfter (as asked for, not capped). `provider` is named in the
/// detail. For a success it says that the body was not the provider's format (BadResponse).
Error errorFrom(const HttpAnswer &answer, const QString &provider);

/// Retry-After as seconds or date (RFC 9110 10.2.3). A date is taken against the server's own clock where the answer had a Date. 0 and dates in
/// the past mean "now"; anything unreadable or negative counts as missing.
std::optional<Millis> parseRetryAfter(QByteArrayView value, const std::optional<UtcTime> &serverTime);

} // namespace textback
