// SPDX-License-Identifier: MIT
#include "ui/format/timewords.h"

#include <QDateTime>

#include <algorithm>

namespace textback {

using namespace Qt::StringLiterals;

TimeWords::TimeWords(const QTimeZone &zone, const QLocale &locale)
    : m_zone(zone.isValid() ? zone : QTimeZone::utc())
    // The C locale has no AM and PM and no short month names worth showing.
    , m_locale(locale.language() == QLocale::C ? QLocale(QLocale::English, QLocale::UnitedStates) : locale)
{
}

TimeWords TimeWords::forZone(const QString &ianaId)
{
    const QTimeZone named(ianaId.toUtf8());
    return TimeWords(!ianaId.isEmpty() && named.isValid() ? named : QTimeZone::systemTimeZone());
}

QDateTime TimeWords::local(UtcTime at) const
{
    return QDateTime::fromMSecsSinceEpoch(toUnixMillis(at), m_zone);
}

QString TimeWords::clock(UtcTime at) const
{
    return m_locale.toString(local(at).time(), QLocale::ShortFormat);
}

QString TimeWords::clockWithSeconds(UtcTime at) const
{
    QString format = m_locale.timeFormat(QLocale::ShortFormat);
    format.replace("mm"_L1, "mm:ss"_L1);
    return m_locale.toString(local(at).time(), format);
}

QString TimeWords::monthDay(const QDate &date, const QDate &today) const
{
    //: Date format of a day of this year, as QLocale::toString takes it.
    const QString thisYear = tr("MMM d");
    //: Date format of a day of another year, as QLocale::toString takes it.
    const QString otherYear = tr("MMM d, yyyy");
    return m_locale.toString(date, date.year() == today.year() ? thisYear : otherYear);
}

QString TimeWords::inList(UtcTime at, UtcTime now) const
{
    const QDate date = local(at).date();
    const QDate today = local(now).date();
    const qint64 days = date.daysTo(today);
    if (days <= 0)
        return clock(at);
    if (days == 1)
        return tr("Yesterday");
    if (days < 7)
        return m_locale.dayName(date.dayOfWeek(), QLocale::ShortFormat);
    return monthDay(date, today);
}

QString TimeWords::day(UtcTime at, UtcTime now) const
{
    const QDate date = local(at).date();
    const QDate today = local(now).date();
    const qint64 days = date.daysTo(today);
    if (days == 0)
        return tr("Today");
    if (days == 1)
        return tr("Yesterday");
    if (days > 1 && days < 7)
        return m_locale.standaloneDayName(date.dayOfWeek(), QLocale::LongFormat);
    //: %1 is a short weekday, %2 a date: "Mon, Nov 3".
    return tr("%1, %2").arg(m_locale.dayName(date.dayOfWeek(), QLocale::ShortFormat), monthDay(date, today));
}

QString TimeWords::moment(UtcTime at, UtcTime now) const
{
    const QDate date = local(at).date();
    const QDate today = local(now).date();
    const qint64 ahead = today.daysTo(date);
    if (ahead == 0)
        return clock(at);
    if (ahead == 1)
        return tr("%1 tomorrow").arg(clock(at));
    if (ahead == -1)
        return tr("yesterday, %1").arg(clock(at));
    //: %1 is a date, %2 a time of day: "Nov 3, 2:07 PM".
    return tr("%1, %2", "date and time").arg(monthDay(date, today), clock(at));
}

QString TimeWords::upcoming(UtcTime at, UtcTime now) const
{
    const QDate date = local(at).date();
    const QDate today = local(now).date();
    const qint64 ahead = today.daysTo(date);
    if (ahead <= 0)
        return clock(at);
    if (ahead < 7) {
        //: %1 is a short weekday, %2 a time of day: "Mon 8:00 AM".
        return tr("%1 %2", "weekday and time").arg(m_locale.dayName(date.dayOfWeek(), QLocale::ShortFormat), clock(at));
    }
    return tr("%1, %2", "date and time").arg(monthDay(date, today), clock(at));
}

QString TimeWords::full(UtcTime at) const
{
    const QDateTime time = local(at);
    //: %1 is a long date, %2 a time with seconds, %3 the time zone's short name.
    return tr("%1, %2 (%3)").arg(m_locale.toString(time.date(), QLocale::LongFormat), clockWithSeconds(at), time.timeZoneAbbreviation());
}

bool TimeWords::sameDay(UtcTime one, UtcTime other) const
{
    return local(one).date() == local(other).date();
}

QString TimeWords::span(Millis span)
{
    const qint64 seconds = std::max<qint64>(0, (span.count() + 500) / 1000);
    if (seconds < 60)
        return tr("%1 s").arg(seconds);
    if (seconds < 3600) {
        return seconds % 60 == 0 ? tr("%1 min").arg(seconds / 60) : tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
    }
    const qint64 minutes = seconds / 60;
    if (minutes < 24 * 60)
        return minutes % 60 == 0 ? tr("%1 h").arg(minutes / 60) : tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
    return tr("%1 d").arg(minutes / (24 * 60));
}

QString TimeWords::runningClock(Millis span)
{
    const qint64 seconds = std::max<qint64>(0, span.count() / 1000);
    return u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QChar(u'0'));
}

} // namespace textback
