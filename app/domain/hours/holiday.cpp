// SPDX-License-Identifier: MIT
#include "domain/hours/holiday.h"

using namespace Qt::StringLiterals;

namespace textback {

namespace {
constexpr int someLeapYear = 2000;
}

QString Holiday::dateText() const
{
    return year == 0 ? QDate(someLeapYear, month, day).toString(u"MM-dd"_s) : QDate(year, month, day).toString(u"yyyy-MM-dd"_s);
}

tl::expected<Holiday, QString> holidayFrom(const QString &date, const QString &name)
{
    const bool yearly = date.size() == 5;
    // Read with a year in front, so that 29 February is a day.
    const QString full = yearly ? QString::number(someLeapYear) + u'-' + date : date;
    const QDate read = QDate::fromString(full, u"yyyy-MM-dd"_s);
    if (!read.isValid() || read.toString(u"yyyy-MM-dd"_s) != full)
        return tl::unexpected(u"must be a date like \"2026-12-25\", or \"12-25\" for every year"_s);
    return Holiday{name, yearly ? 0 : read.year(), read.month(), read.day()};
}

} // namespace textback
