// SPDX-License-Identifier: MIT
#include "domain/hours/snoozetimes.h"

#include "domain/hours/localtime.h"

namespace textback {

namespace {

constexpr Millis hour = std::chrono::hours(1);
constexpr int morning = 8 * 60; // minutes after midnight
constexpr int afternoon = 14 * 60;
constexpr int evening = 18 * 60;

} // namespace

std::vector<SnoozeChoice> snoozeChoices(UtcTime now, const QTimeZone &zone)
{
    const QDate today = wallTimeAt(now, zone).date;
    const QDate tomorrow = today.addDays(1);
    std::vector<SnoozeChoice> choices{{SnoozePreset::OneHour, now + hour}};
    const UtcTime atTwo = momentsOf(today, afternoon, zone).front();
    const UtcTime atSix = momentsOf(today, evening, zone).front();
    if (atTwo > now + hour)
        choices.push_back({SnoozePreset::Afternoon, atTwo});
    else if (atSix > now + hour)
        choices.push_back({SnoozePreset::Evening, atSix});
    choices.push_back({SnoozePreset::TomorrowMorning, momentsOf(tomorrow, morning, zone).front()});
    const int toMonday = 8 - today.dayOfWeek(); // 1 (Sunday) to 7 (Monday)
    if (toMonday > 1)
        choices.push_back({SnoozePreset::MondayMorning, momentsOf(today.addDays(toMonday), morning, zone).front()});
    return choices;
}

} // namespace textback
