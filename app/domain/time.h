// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <chrono>

namespace textback {

/// A span of time in whole milliseconds.
using Millis = std::chrono::milliseconds;

/// A point of time in UTC, in whole milliseconds. Everything that is stored or compared is a UtcTime; local time exists only where a
/// rule or a screen needs the business's own zone.
using UtcTime = std::chrono::sys_time<Millis>;

/// Milliseconds since 1970-01-01T00:00Z, the form in which times are stored.
constexpr qint64 toUnixMillis(UtcTime time)
{
    return time.time_since_epoch().count();
}

/// The reverse of toUnixMillis.
constexpr UtcTime fromUnixMillis(qint64 millis)
{
    return UtcTime(Millis(millis));
}

} // namespace textback
