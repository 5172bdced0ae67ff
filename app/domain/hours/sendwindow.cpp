// SPDX-License-Identifier: MIT
#include "domain/hours/sendwindow.h"

#include "domain/hours/federalholidays.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace textback {

namespace {

constexpr SendWindow hours(int from, int until)
{
    return {from * 60, until * 60};
}

constexpr SendWindow never{};

struct StateWindows {
    QLatin1StringView state;
    SendWindow weekday;
    SendWindow saturday;
    SendWindow sunday;
    bool onHolidays = true;
};

constexpr StateWindows everyDay(const char *state, SendWindow window)
{
    return {QLatin1StringView(state), window, window, window};
}

// rules.md C26.
constexpr StateWindows table[] = {
    {QLatin1StringView("AL"), hours(8, 20), hours(8, 20), never, false},
    {QLatin1StringView("LA"), hours(8, 20), hours(8, 20), never, false},
    {QLatin1StringView("MS"), hours(8, 20), hours(8, 20), never},
    {QLatin1StringView("RI"), hours(9, 18), hours(10, 17), hours(10, 17)},
    {QLatin1StringView("TX"), hours(9, 21), hours(9, 21), hours(12, 21)},
    everyDay("CA", hours(9, 21)),
    everyDay("CT", hours(9, 20)),
    everyDay("FL", hours(8, 20)),
    everyDay("IL", hours(9, 21)),
    everyDay("KY", hours(10, 21)),
    everyDay("MA", hours(8, 20)),
    everyDay("MD", hours(8, 20)),
    everyDay("MI", hours(9, 21)),
    everyDay("MN", hours(9, 21)),
    everyDay("NJ", hours(8, 20)),
    everyDay("NM", hours(9, 21)),
    everyDay("NV", hours(9, 20)),
    everyDay("OK", hours(8, 20)),
    everyDay("VA", hours(8, 21)),
    everyDay("WA", hours(8, 20)),
};

constexpr StateWindows canada{QLatin1StringView("CA-"), {9 * 60, 21 * 60 + 30}, hours(10, 18), hours(10, 18)};

SendWindow onDate(const StateWindows &windows, QDate date)
{
    if (!windows.onHolidays && federalHolidayOn(date))
        return never;
    if (date.dayOfWeek() == Qt::Sunday)
        return windows.sunday;
    return date.dayOfWeek() == Qt::Saturday ? windows.saturday : windows.weekday;
}

} // namespace

SendWindow SendWindow::intersected(const SendWindow &other) const
{
    return {std::max(from, other.from), std::min(until, other.until)};
}

SendWindow sendWindow(const QString &state, QDate date)
{
    if (state.isEmpty())
        return unknownWindow;
    if (state.startsWith(canada.state))
        return onDate(canada, date).intersected(federalWindow);
    const auto *found =
        std::find_if(std::begin(table), std::end(table), [&state](const StateWindows &windows) { return windows.state == state; });
    return found == std::end(table) ? federalWindow : onDate(*found, date).intersected(federalWindow);
}

} // namespace textback
