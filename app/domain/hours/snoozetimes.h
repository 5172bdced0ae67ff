// SPDX-License-Identifier: MIT
#pragma once

#include "domain/time.h"

#include <QTimeZone>

#include <vector>

namespace textback {

enum class SnoozePreset {
    OneHour,
    Afternoon,       ///< 14:00 today
    Evening,         ///< 18:00 today: what stands in the afternoon's place once that has come
    TomorrowMorning, ///< 8:00
    MondayMorning,   ///< 8:00 of the next Monday that is neither today nor tomorrow
};

struct SnoozeChoice {
    SnoozePreset preset = SnoozePreset::OneHour;
    UtcTime until{};

    bool operator==(const SnoozeChoice &) const = default;
};

/// To when a conversation can be put off by one click, soonest first, by the wall clock of `zone`. What "later today" would bring back sooner
/// than the hour is left out, and late in the evening there is no "later today" at all. An invalid zone is UTC.
std::vector<SnoozeChoice> snoozeChoices(UtcTime now, const QTimeZone &zone);

} // namespace textback
