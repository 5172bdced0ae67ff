// SPDX-License-Identifier: MIT
#pragma once

#include <QDate>
#include <QString>

#include <tl/expected.hpp>

namespace textback {

/// A day on which the business does not open as usual: one date, or the same day of every year.
struct Holiday {
    QString name; ///< "Christmas": for people alone, may be empty
    int year = 0; ///< 0: every year
    int month = 0;
    int day = 0; ///< 29 February of every year comes in leap years only

    bool isOn(QDate date) const { return date.day() == day && date.month() == month && (year == 0 || date.year() == year); }
    /// "2026-12-25" or "12-25": the form that holidayFrom reads.
    QString dateText() const;
    bool operator==(const Holiday &) const = default;
};

/// Reads "YYYY-MM-DD", or "MM-DD" for every year. The error is a sentence's end: "must be ...".
tl::expected<Holiday, QString> holidayFrom(const QString &date, const QString &name = QString());

} // namespace textback
