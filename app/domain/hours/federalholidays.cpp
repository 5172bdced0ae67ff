// SPDX-License-Identifier: MIT
#include "domain/hours/federalholidays.h"

#include "domain/enumnames.h"

namespace textback {

namespace {

constexpr EnumName<FederalHoliday> names[] = {
    {FederalHoliday::NewYear, QLatin1StringView("new-year")},
    {FederalHoliday::MartinLutherKing, QLatin1StringView("martin-luther-king")},
    {FederalHoliday::Washington, QLatin1StringView("washington")},
    {FederalHoliday::Memorial, QLatin1StringView("memorial")},
    {FederalHoliday::Juneteenth, QLatin1StringView("juneteenth")},
    {FederalHoliday::Independence, QLatin1StringView("independence")},
    {FederalHoliday::Labor, QLatin1StringView("labor")},
    {FederalHoliday::Columbus, QLatin1StringView("columbus")},
    {FederalHoliday::Veterans, QLatin1StringView("veterans")},
    {FederalHoliday::Thanksgiving, QLatin1StringView("thanksgiving")},
    {FederalHoliday::Christmas, QLatin1StringView("christmas")},
};

constexpr int firstJuneteenth = 2021;

/// The nth (1..4) such weekday of a month.
QDate nthWeekday(int year, int month, Qt::DayOfWeek weekday, int nth)
{
    const QDate first(year, month, 1);
    return first.addDays((weekday - first.dayOfWeek() + 7) % 7 + (nth - 1) * 7);
}

QDate lastMonday(int year, int month)
{
    const QDate last(year, month, QDate(year, month, 1).daysInMonth());
    return last.addDays(-((last.dayOfWeek() - Qt::Monday + 7) % 7));
}

QDate observed(QDate date)
{
    if (date.dayOfWeek() == Qt::Saturday)
        return date.addDays(-1);
    return date.dayOfWeek() == Qt::Sunday ? date.addDays(1) : date;
}

} // namespace

QString toString(FederalHoliday holiday)
{
    return enumToString(names, holiday);
}

std::vector<FederalHolidayDate> federalHolidays(int year)
{
    std::vector<FederalHolidayDate> holidays;
    const auto add = [&holidays](FederalHoliday holiday, QDate date) { holidays.push_back({holiday, date, observed(date)}); };
    add(FederalHoliday::NewYear, QDate(year, 1, 1));
    add(FederalHoliday::MartinLutherKing, nthWeekday(year, 1, Qt::Monday, 3));
    add(FederalHoliday::Washington, nthWeekday(year, 2, Qt::Monday, 3));
    add(FederalHoliday::Memorial, lastMonday(year, 5));
    if (year >= firstJuneteenth)
        add(FederalHoliday::Juneteenth, QDate(year, 6, 19));
    add(FederalHoliday::Independence, QDate(year, 7, 4));
    add(FederalHoliday::Labor, nthWeekday(year, 9, Qt::Monday, 1));
    add(FederalHoliday::Columbus, nthWeekday(year, 10, Qt::Monday, 2));
    add(FederalHoliday::Veterans, QDate(year, 11, 11));
    add(FederalHoliday::Thanksgiving, nthWeekday(year, 11, Qt::Thursday, 4));
    add(FederalHoliday::Christmas, QDate(year, 12, 25));
    return holidays;
}

std::optional<FederalHoliday> federalHolidayOn(QDate date)
{
    // The New Year that falls on a Saturday is observed on the last day of the year before.
    for (const int year : {date.year(), date.year() + 1}) {
        for (const FederalHolidayDate &entry : federalHolidays(year)) {
            if (entry.date == date || entry.observed == date)
                return entry.holiday;
        }
    }
    return std::nullopt;
}

} // namespace textback
