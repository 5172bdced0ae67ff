// SPDX-License-Identifier: MIT
#pragma once

#include "domain/error.h"
#include "providers/http/httpmessage.h"

#include <QByteArrayView>
#include <QString>

namespace textback {

/// The one place where statuses and broken connections become errors. Adapters refine the kind by their provider's own codes.

/// The kind of a status outside 200 to 299.
ErrorKind kindOfStatus(int status);

/// What `answer` means when it is no success: kind, redacted detail, status and retryAfter (as asked for, not capped). `provider` is named in the
/// detail. For a success it says that the body was not the provider's format (BadResponse).
Error errorFrom(const HttpAnswer &answer, const QString &provider);

/// Retry-After as seconds or date (RFC 9110 10.2.3). A date is taken against the server's own clock where the answer had a Date. 0 and dates in
/// the past mean "now"; anything unreadable or negative counts as missing.
std::optional<Millis> parseRetryAfter(QByteArrayView value, const std::optional<UtcTime> &serverTime);

} // namespace textback
