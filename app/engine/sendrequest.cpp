// SPDX-License-Identifier: MIT
#include "engine/sendrequest.h"

#include <QCryptographicHash>

#include <algorithm>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr Millis shortestValidity = std::chrono::seconds(60);
constexpr Millis longestValidity = std::chrono::seconds(600);

/// The same for every attempt of one item, different for every item even after an old database was restored.
QString idempotencyKey(const OutboxItem &item)
{
    const QString parts = u"%1|%2|%3|%4"_s.arg(item.id.value).arg(toUnixMillis(item.queuedAt)).arg(item.to.e164(), item.body);
    return QString::fromLatin1(QCryptographicHash::hash(parts.toUtf8(), QCryptographicHash::Sha256).toHex().left(32));
}

} // namespace

SendRequest requestFor(const OutboxItem &item, UtcTime now)
{
    SendRequest request;
    request.from = item.from;
    request.to = item.to;
    request.body = item.body;
    request.idempotencyKey = idempotencyKey(item);
    if (item.deadline)
        request.validFor = std::clamp(*item.deadline - now, shortestValidity, longestValidity);
    return request;
}

} // namespace textback
