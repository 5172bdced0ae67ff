// SPDX-License-Identifier: MIT
#pragma once

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace textback {

/// The holidays of the United States that come every year (5 U.S.C. 6103(a)). Inauguration Day is none of them: it frees federal offices in
/// Washington alone.
enum class FederalHoliday {
    NewYear,
    MartinLutherKing,
    Washington,
    Memorial,
    Juneteenth, ///< since 2021
    Independence,
    Labor,
    Columbus,
    Veterans,
    Thanksgiving,
    Christmas,
};

/// The stable spelling ("new-year", "martin-luther-king"...).
QString toString(FederalHoliday holiday);

struct FederalHolidayDate {
    FederalHoliday holiday = FederalHoliday::NewYear;
    QDate date;
    QDate observed; ///< the Friday before a Saturday, the Monday after a Sunday, else `date`; may lie in the year before

    bool operator==(const FederalHolidayDate &) const = default;
};

/// The holidays of one year, in order of their dates.
std::vector<FederalHolidayDate> federalHolidays(int year);

/// The holiday that falls on this date or is observed on it: either is one for a business.
std::optional<FederalHoliday> federalHolidayOn(QDate date);

} // namespace textback
