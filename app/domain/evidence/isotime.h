// SPDX-License-Identifier: MIT
#pragma once

#include "domain/time.h"

#include <QDateTime>
#include <QString>

namespace textback {

/// UTC in ISO 8601, to the millisecond: "2026-11-23T15:00:00.000Z".
inline QString isoTime(UtcTime time)
{
    return QDateTime::fromMSecsSinceEpoch(toUnixMillis(time), Qt::UTC).toString(Qt::ISODateWithMs);
}

} // namespace textback
