// SPDX-License-Identifier: MIT
#pragma once

#include "domain/hours/holiday.h"
#include "domain/hours/openinterval.h"
#include "domain/time.h"

#include <QDate>
#include <QTimeZone>

#include <optional>
#include <vector>

namespace textback {

enum class OpenState {
    Open,
    Closed,
    Holiday, ///< closed, and the day is a holiday
};

/// When a business is open (rules.md X13), by the wall clock of its own zone.
///
/// - An interval belongs to the day on which it begins. On a holiday none begins; one that began the evening before goes on over midnight into
///   the holiday, and one that would have begun on the holiday is missing after its midnight too (that night is Closed, no holiday any more).
/// - Only the wall clock counts. A minute that the clock shows twice (autumn) is open both times, so that 01:00-01:30 is open, closed and open
///   again; an interval that begins in an hour which is jumped over (spring) begins at the first minute after it.
/// - Without weekly hours it is always open, save for whole holidays.
struct BusinessHours {
    std::optional<WeeklyHours> weekly; ///< none: always open
    std::vector<Holiday> holidays;
    bool usFederalHolidays = false; ///< the federal set too, with the days on which it is observed

    bool isHoliday(QDate date) const;
    OpenState stateAt(UtcTime time, const QTimeZone &zone) const;
    /// The first moment after `after` at which it opens, that is: at which it is open and was not just before. When it is open at `after`, that
    /// is the next opening after the next closing. Nothing where it does not open within 60 days (or never closes).
    std::optional<UtcTime> nextOpening(UtcTime after, const QTimeZone &zone) const;

    bool operator==(const BusinessHours &) const = default;

private:
    bool isOpenOn(QDate date, int minute) const;
};

} // namespace textback
