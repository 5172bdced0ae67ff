// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <tl/expected.hpp>

#include <array>
#include <vector>

namespace textback {

/// A span of opening hours, in minutes of the wall clock after midnight of the day on which it begins. `until` is the first minute that is
/// closed again; it is over 1440 where the shift goes over midnight ("22:00" to "06:00" is 1320 to 1800).
struct OpenInterval {
    int from = 0;
    int until = 0;

    bool operator==(const OpenInterval &) const = default;
};

/// The intervals of each weekday, Monday first (QDate::dayOfWeek() - 1). A day without intervals is closed.
using WeeklyHours = std::array<std::vector<OpenInterval>, 7>;

/// Reads the settings file's form, two times "HH:MM". An end at or before the beginning is on the next day; "24:00" (or "00:00") as an end is
/// midnight. Twice the same time is refused, because it may mean always or never: the whole day is "00:00" to "24:00".
/// The error is a sentence's end in the manner of the settings reader: "must be ...".
tl::expected<OpenInterval, QString> intervalFrom(const QString &from, const QString &until);

/// "08:00-12:00"; the reverse of intervalFrom for people and files.
QString toString(const OpenInterval &interval);

/// Intervals that cover the same minute: of one day, or the night shift of the day before. A sentence's end like those of intervalFrom
/// ("has mon 08:00-12:00 and mon 11:00-13:00, which overlap"), empty when there are none. Intervals that only touch are fine.
QString overlapProblem(const WeeklyHours &week);

} // namespace textback
