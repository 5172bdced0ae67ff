// SPDX-License-Identifier: MIT
#include "domain/hours/localtime.h"

#include <QDateTime>
#include <QTime>

#include <algorithm>

namespace textback {

namespace {

constexpr qint64 minuteMillis = 60'000;
constexpr qint64 dayMillis = qint64(minutesPerDay) * minuteMillis;

qint64 offsetAt(qint64 utcMillis, const QTimeZone &zone)
{
    return zone.isValid() ? qint64(zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(utcMillis, Qt::UTC))) * 1000 : 0;
}

/// The wall clock written as if it were UTC: a mark from which offsets are taken, no moment.
qint64 wallMillis(QDate date, int minute)
{
    return QDateTime(date, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch() + minute * minuteMillis;
}

/// The first moment in (from, until] that has the offset of `until`; the offset changes at most once in between.
qint64 changeBetween(qint64 from, qint64 until, const QTimeZone &zone)
{
    const qint64 after = offsetAt(until, zone);
    while (until - from > 1) {
        const qint64 middle = from + (until - from) / 2;
        if (offsetAt(middle, zone) == after)
            until = middle;
        else
            from = middle;
    }
    return until;
}

} // namespace

WallTime wallTimeAt(UtcTime time, const QTimeZone &zone)
{
    const qint64 utc = toUnixMillis(time);
    const QDateTime wall = QDateTime::fromMSecsSinceEpoch(utc + offsetAt(utc, zone), Qt::UTC);
    return {wall.date(), wall.time().msecsSinceStartOfDay() / int(minuteMillis)};
}

std::vector<UtcTime> momentsOf(QDate date, int minute, const QTimeZone &zone)
{
    const qint64 wall = wallMillis(date, minute);
    const qint64 before = offsetAt(wall - dayMillis, zone);
    const qint64 after = offsetAt(wall + dayMillis, zone);
    if (before == after)
        return {fromUnixMillis(wall - after)};
    std::vector<UtcTime> moments;
    for (const qint64 offset : {before, after}) {
        if (offsetAt(wall - offset, zone) == offset)
            moments.push_back(fromUnixMillis(wall - offset));
    }
    if (moments.empty()) // jumped over
        moments.push_back(fromUnixMillis(changeBetween(wall - dayMillis, wall + dayMillis, zone)));
    std::sort(moments.begin(), moments.end());
    return moments;
}

std::optional<UtcTime> clockChangeOn(QDate date, const QTimeZone &zone)
{
    if (offsetAt(wallMillis(date, -minutesPerDay), zone) == offsetAt(wallMillis(date, 2 * minutesPerDay), zone))
        return std::nullopt;
    const qint64 begin = toUnixMillis(momentsOf(date, 0, zone).front()) - 1;
    const qint64 end = toUnixMillis(momentsOf(date.addDays(1), 0, zone).front()) - 1;
    if (offsetAt(begin, zone) == offsetAt(end, zone))
        return std::nullopt;
    return fromUnixMillis(changeBetween(begin, end, zone));
}

} // namespace textback
