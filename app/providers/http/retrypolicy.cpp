// SPDX-License-Identifier: MIT
#include "providers/http/retrypolicy.h"

#include "providers/http/httpdate.h"
#include "providers/http/redact.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace textback {

namespace {

ErrorKind kindOfEnd(HttpEnd end)
{
    switch (end) {
    case HttpEnd::Unreachable:
    case HttpEnd::TlsRefused:
    case HttpEnd::ConnectionLost:
        return ErrorKind::Network;
    case HttpEnd::DeadlinePassed:
        return ErrorKind::Timeout;
    case HttpEnd::NotAllowed:
        return ErrorKind::Rejected;
    case HttpEnd::Answered:
    case HttpEnd::TooLarge:
    case HttpEnd::Unreadable:
        break;
    }
    return ErrorKind::BadResponse;
}

} // namespace

ErrorKind kindOfStatus(int status)
{
    if (status == 401)
        return ErrorKind::Unauthorized;
    if (status == 408)
        return ErrorKind::Timeout;
    if (status == 429)
        return ErrorKind::RateLimited;
    if (status >= 500 && status < 600)
        return ErrorKind::Server;
    if (status >= 400 && status < 500)
        return ErrorKind::Rejected;
    return ErrorKind::BadResponse;
}

Error errorFrom(const HttpAnswer &answer, const QString &provider)
{
    Error error;
    error.httpStatus = answer.status;
    error.retryAfter = parseRetryAfter(answer.retryAfter, answer.date);
    // A status that came says more than how the rest of the answer got lost.
    if (answer.end != HttpEnd::Answered && (answer.status < 400 || answer.end == HttpEnd::DeadlinePassed)) {
        error.kind = kindOfEnd(answer.end);
        error.detail = answer.detail;
        if (answer.end == HttpEnd::TlsRefused)
            error.providerCode = answer.clockSuspected ? clockSuspectedCode : tlsRefusedCode;
        error.certificate = answer.certificate;
        return error;
    }
    if (answer.status >= 200 && answer.status < 300) {
        error.kind = ErrorKind::BadResponse;
        error.providerCode = notJsonCode;
        error.detail = u"the answer is not in %1's format"_s.arg(provider);
        return error;
    }
    error.kind = kindOfStatus(answer.status);
    if (answer.status >= 300 && answer.status < 400) {
        error.providerCode = redirectCode;
        error.detail = redactText(u"%1 pointed to another address (%2), which was not followed"_s.arg(provider, answer.redirectHost));
    } else {
        error.detail = u"%1 answered HTTP %2"_s.arg(provider).arg(answer.status);
    }
    return error;
}

std::optional<Millis> parseRetryAfter(QByteArrayView value, const std::optional<UtcTime> &serverTime)
{
    const QByteArray text = value.trimmed().toByteArray();
    if (text.isEmpty())
        return std::nullopt;
    const bool isNumber = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    constexpr qint64 longest = qint64(366) * 24 * 3600; // more is nobody's wish, and would overflow as milliseconds
    if (isNumber) {
        bool fits = false;
        const qint64 seconds = text.toLongLong(&fits);
        return Millis(1000) * (fits ? std::min(seconds, longest) : longest);
    }
    const auto date = parseHttpDate(text);
    if (!date || !serverTime)
        return std::nullopt;
    return std::clamp<Millis>(*date - *serverTime, Millis(0), Millis(1000) * longest);
}

} // namespace textback
