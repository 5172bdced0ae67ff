// SPDX-License-Identifier: MIT
#include "providers/http/httpdate.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QTimeZone>

#include <algorithm>
#include <array>

namespace textback {

namespace {

std::optional<int> digits(const QByteArray &text, int least, int most)
{
    if (text.isEmpty() || !std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return std::nullopt;
    const int value = text.toInt();
    return value >= least && value <= most ? std::optional(value) : std::nullopt;
}

std::optional<int> month(const QByteArray &text)
{
    static constexpr std::array names{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
    const auto found = std::find(names.begin(), names.end(), text.toLower());
    return found == names.end() ? std::nullopt : std::optional(static_cast<int>(found - names.begin()) + 1);
}

std::optional<Millis> zoneOffset(const QByteArray &text)
{
    if (text == "GMT" || text == "UTC" || text == "UT" || text == "Z")
        return Millis(0);
    if (text.size() != 5 || (text.at(0) != '+' && text.at(0) != '-'))
        return std::nullopt;
    const auto hours = digits(text.mid(1, 2), 0, 23);
    const auto minutes = digits(text.mid(3, 2), 0, 59);
    if (!hours || !minutes)
        return std::nullopt;
    const Millis offset = std::chrono::hours(*hours) + std::chrono::minutes(*minutes);
    return text.at(0) == '-' ? -offset : offset;
}

} // namespace

std::optional<UtcTime> parseHttpDate(QByteArrayView text)
{
    if (text.size() > 64)
        return std::nullopt;
    QList<QByteArray> parts = text.toByteArray().simplified().split(' ');
    if (parts.first().endsWith(','))
        parts.removeFirst();
    if (parts.size() != 5)
        return std::nullopt;
    const auto day = digits(parts.at(0), 1, 31);
    const auto monthOfYear = month(parts.at(1));
    const auto year = digits(parts.at(2), 1970, 9999);
    const QList<QByteArray> clock = parts.at(3).split(':');
    const auto offset = zoneOffset(parts.at(4));
    if (!day || !monthOfYear || !year || !offset || clock.size() != 3)
        return std::nullopt;
    const auto hour = digits(clock.at(0), 0, 23);
    const auto minute = digits(clock.at(1), 0, 59);
    const auto second = digits(clock.at(2), 0, 60);
    const QDate date(*year, *monthOfYear, *day);
    if (!hour || !minute || !second || !date.isValid())
        return std::nullopt;
    const QDateTime local(date, QTime(*hour, *minute, std::min(*second, 59)), QTimeZone::utc());
    return fromUnixMillis(local.toMSecsSinceEpoch()) - *offset;
}

} // namespace textback
