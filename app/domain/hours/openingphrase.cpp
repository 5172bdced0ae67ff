// SPDX-License-Identifier: MIT
#include "domain/hours/openingphrase.h"

#include "domain/hours/localtime.h"

using namespace Qt::StringLiterals;

namespace textback {

namespace {

constexpr int noon = 12 * 60;
constexpr int daysWithNames = 6; // the seventh has today's name

struct Words {
    std::u16string_view weekdays[7];
    std::u16string_view months[12];
    std::u16string_view morning;
    std::u16string_view afternoon;
    std::u16string_view unknown;
    bool dayFirst;
};

constexpr Words english = {
    {u"Mon", u"Tue", u"Wed", u"Thu", u"Fri", u"Sat", u"Sun"},
    {u"Jan", u"Feb", u"Mar", u"Apr", u"May", u"Jun", u"Jul", u"Aug", u"Sep", u"Oct", u"Nov", u"Dec"},
    u"AM",
    u"PM",
    u"later",
    false,
};
constexpr Words spanish = {
    {u"lun", u"mar", u"mi\u00e9", u"jue", u"vie", u"sab", u"dom"},
    {u"ene", u"feb", u"mar", u"abr", u"may", u"jun", u"jul", u"ago", u"sep", u"oct", u"nov", u"dic"},
    u"am",
    u"pm",
    u"luego",
    true,
};

QString text(std::u16string_view view)
{
    return QStringView(view).toString();
}

/// "8" or "8:30", by the clock of twelve hours.
QString twelveHours(int minute)
{
    const QString hour = QString::number((minute / 60 + 11) % 12 + 1);
    return minute % 60 == 0 ? hour : u"%1:%2"_s.arg(hour).arg(minute % 60, 2, 10, QChar(u'0'));
}

/// Whether the hand of the clock alone tells people which half of the day is meant.
bool isPlain(int minute)
{
    return (minute >= 6 * 60 && minute < 10 * 60) || (minute >= 13 * 60 && minute < 18 * 60);
}

} // namespace

QString openingPhrase(const std::optional<UtcTime> &opening, UtcTime now, const QTimeZone &zone, const QString &language)
{
    const Words &words = language == "es"_L1 ? spanish : english;
    if (!opening)
        return text(words.unknown);
    const WallTime from = wallTimeAt(now, zone);
    const auto [date, minute] = wallTimeAt(*opening, zone);
    const QString half = text(minute < noon ? words.morning : words.afternoon);
    const QString clock = twelveHours(minute);
    const QString time = clock + u' ' + half;
    const qint64 days = from.date.daysTo(date);
    if (days == 0 || (days == 1 && minute < noon && from.minute >= noon))
        return time;
    if (days < 0 || days > daysWithNames) {
        const QString month = text(words.months[date.month() - 1]);
        const QString day = QString::number(date.day());
        return words.dayFirst ? day + u' ' + month : month + u' ' + day;
    }
    const QString weekday = text(words.weekdays[date.dayOfWeek() - 1]) + u' ';
    if (minute % 60 == 0)
        return weekday + clock + (clock.size() == 1 ? u" "_s : QString()) + half;
    if (isPlain(minute))
        return weekday + clock;
    return days == 1 && minute < from.minute ? time : weekday + half;
}

} // namespace textback
