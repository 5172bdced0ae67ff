// SPDX-License-Identifier: MIT
#include "domain/hours/openinterval.h"

#include "domain/hours/localtime.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace textback {

namespace {

constexpr int minutesPerWeek = 7 * minutesPerDay;

std::optional<int> minuteFrom(const QString &text)
{
    if (text.size() != 5 || text[2] != u':')
        return std::nullopt;
    for (const qsizetype at : {0, 1, 3, 4}) {
        if (text[at] < u'0' || text[at] > u'9')
            return std::nullopt;
    }
    const int hour = QStringView(text).first(2).toInt();
    const int minute = QStringView(text).sliced(3).toInt();
    if (minute > 59 || hour > 24 || (hour == 24 && minute > 0))
        return std::nullopt;
    return hour * 60 + minute;
}

QString clockText(int minute)
{
    return u"%1:%2"_s.arg(minute / 60, 2, 10, QChar(u'0')).arg(minute % 60, 2, 10, QChar(u'0'));
}

/// An interval on the line of the whole week, with its name.
struct Placed {
    int from;
    int until;
    QString name;
};

} // namespace

tl::expected<OpenInterval, QString> intervalFrom(const QString &from, const QString &until)
{
    const std::optional<int> begin = minuteFrom(from);
    if (!begin || *begin == minutesPerDay)
        return tl::unexpected(u"must begin with a time from \"00:00\" to \"23:59\""_s);
    const std::optional<int> end = minuteFrom(until);
    if (!end)
        return tl::unexpected(u"must end with a time from \"00:00\" to \"24:00\""_s);
    if (*begin == *end)
        return tl::unexpected(u"must not begin and end at the same time; the whole day is \"00:00\" to \"24:00\""_s);
    return OpenInterval{*begin, *end > *begin ? *end : *end + minutesPerDay};
}

QString toString(const OpenInterval &interval)
{
    const int until = interval.until > minutesPerDay ? interval.until - minutesPerDay : interval.until;
    return clockText(interval.from) + u'-' + clockText(until);
}

QString overlapProblem(const WeeklyHours &week)
{
    static constexpr QLatin1StringView days[] = {
        QLatin1StringView("mon"), QLatin1StringView("tue"), QLatin1StringView("wed"), QLatin1StringView("thu"),
        QLatin1StringView("fri"), QLatin1StringView("sat"), QLatin1StringView("sun"),
    };
    std::vector<Placed> line;
    for (size_t day = 0; day < week.size(); ++day) {
        for (const OpenInterval &interval : week[day]) {
            const int midnight = int(day) * minutesPerDay;
            line.push_back({midnight + interval.from, midnight + interval.until, days[day] + u' ' + toString(interval)});
        }
    }
    std::stable_sort(line.begin(), line.end(), [](const Placed &a, const Placed &b) { return a.from < b.from; });
    for (size_t i = 0; i < line.size(); ++i) {
        // Sunday's night shift meets Monday's first interval.
        const bool last = i + 1 == line.size();
        const Placed &next = line[last ? 0 : i + 1];
        const int nextFrom = next.from + (last ? minutesPerWeek : 0);
        if (line[i].until > nextFrom)
            return u"has %1 and %2, which overlap"_s.arg(line[i].name, next.name);
    }
    return QString();
}

} // namespace textback
