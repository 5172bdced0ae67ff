// SPDX-License-Identifier: MIT
#pragma once

#include "domain/hours/openinterval.h"
#include "domain/time.h"

#include <QDateTime>
#include <QStringList>
#include <QTimeZone>

#include <optional>

namespace textback::test {

inline QTimeZone zone(const char *id)
{
    return QTimeZone(QByteArray(id));
}

/// The moment at which the wall clock of a zone shows this ("2026-03-08 08:00", seconds and milliseconds may follow). Not for times that the
/// clock shows twice or never.
inline UtcTime at(const QString &wall, const QTimeZone &where)
{
    const QDateTime read = QDateTime::fromString(QString(wall).replace(QLatin1Char(' '), QLatin1Char('T')), Qt::ISODateWithMs);
    Q_ASSERT(read.isValid());
    return fromUnixMillis(QDateTime(read.date(), read.time(), where).toMSecsSinceEpoch());
}

inline UtcTime at(const char *wall, const QTimeZone &where)
{
    return at(QString::fromLatin1(wall), where);
}

/// The reverse, for messages and for comparing: "2026-03-08 08:00:00.000".
inline QString wallText(UtcTime time, const QTimeZone &where)
{
    return QDateTime::fromMSecsSinceEpoch(toUnixMillis(time), where).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"));
}

inline QString wallText(const std::optional<UtcTime> &time, const QTimeZone &where)
{
    return time ? wallText(*time, where) : QStringLiteral("nothing");
}

/// The same hours on every day: {"08:00", "12:00", "13:00", "18:00"}.
inline WeeklyHours everyDay(const QStringList &times)
{
    WeeklyHours week;
    for (auto &day : week) {
        for (qsizetype i = 0; i + 1 < times.size(); i += 2)
            day.push_back(*intervalFrom(times[i], times[i + 1]));
    }
    return week;
}

/// Hours of Monday to Friday alone.
inline WeeklyHours weekdays(const QStringList &times)
{
    WeeklyHours week = everyDay(times);
    week[5].clear();
    week[6].clear();
    return week;
}

} // namespace textback::test
