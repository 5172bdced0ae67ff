// SPDX-License-Identifier: MIT
#pragma once

#include "domain/time.h"

#include <QString>
#include <QTimeZone>

#include <optional>

namespace textback {

/// No phrase is longer: the built-in texts are counted with this many (rules.md 3).
inline constexpr int longestOpeningPhrase = 8;

/// The value of {open}: when the business opens next, said at `now`, in at most eight characters of GSM-7. `language` is "en" or "es" (others
/// are taken as English). It stands behind "opens", "back", "we reply", "closed until"; in Spanish behind "abrimos", "volvemos",
/// "respondemos", without an article.
///
/// | the opening is | English | Spanish |
/// |---|---|---|
/// | today; or tomorrow morning, said from noon on | 8 AM, 10:30 AM | 8 am, 10:30 am |
/// | within six days, at a full hour | Mon 8 AM, Mon 10AM | lun 8 am, lun 10am |
/// | likewise, at a time that nobody takes for the other half of the day (6:01-9:59 in the morning, 1:01-5:59 in the afternoon) | Mon 8:30 | lun 8:30 |
/// | likewise, at another time, within 24 hours | 10:30 AM | 10:30 am |
/// | likewise, later | Mon AM | lun am |
/// | later | Dec 26 | 26 dic |
/// | not known, or not within 60 days | later | luego |
///
/// Spanish weekdays and months keep only the accents that GSM-7 has: "mié", but "sab".
QString openingPhrase(const std::optional<UtcTime> &opening, UtcTime now, const QTimeZone &zone, const QString &language);

} // namespace textback
