// SPDX-License-Identifier: MIT
#pragma once

#include "domain/time.h"

#include <QDate>
#include <QTimeZone>

#include <compare>
#include <optional>
#include <vector>

namespace textback {

/// What a clock on the wall of some zone shows, to the minute.
struct WallTime {
    QDate date;
    int minute = 0; ///< after midnight, 0..1439, as the clock shows it: on days with a change it is not the time that has passed

    auto operator<=>(const WallTime &) const = default;
};

inline constexpr int minutesPerDay = 24 * 60;

/// The wall clock of `zone` at `time`. An invalid zone is UTC.
WallTime wallTimeAt(UtcTime time, const QTimeZone &zone);

/// The moments at which the wall clock of `zone` turns to this minute: one; two, in order, where the clock was set back over it; and where it
/// is jumped over, the first moment after the jump. `minute` may be 1440 and more: the same clock on a later day.
std::vector<UtcTime> momentsOf(QDate date, int minute, const QTimeZone &zone);

/// The moment on this local day at which the clock of `zone` is set forward or back, if there is one.
std::optional<UtcTime> clockChangeOn(QDate date, const QTimeZone &zone);

} // namespace textback
