// SPDX-License-Identifier: MIT
#include "domain/hours/opentime.h"

#include "domain/hours/localtime.h"

#include <algorithm>
#include <iterator>

namespace textback {

UtcTime afterOpenTime(UtcTime from, Millis span, const BusinessHours &hours, const QTimeZone &zone)
{
    constexpr Millis step = std::chrono::minutes(1);
    UtcTime time = from;
    Millis left = span;
    while (left > Millis(0)) {
        if (hours.stateAt(time, zone) != OpenState::Open) {
            const auto opening = hours.nextOpening(time, zone);
            if (!opening)
                return time + left;
            time = *opening;
        }
        // To the end of the clock's minute, because hours end with one.
        const Millis toNextMinute = step - time.time_since_epoch() % step;
        const Millis passed = std::min(left, toNextMinute);
        time += passed;
        left -= passed;
    }
    return time;
}

OpenSpans::OpenSpans(UtcTime from, UtcTime until, const BusinessHours &hours, const QTimeZone &zone)
{
    if (until <= from)
        return;
    // It opens and closes where the clock turns to a minute of the hours, to midnight (holidays), or is set.
    std::vector<UtcTime> borders{from, until};
    const QDate last = wallTimeAt(until, zone).date;
    for (QDate date = wallTimeAt(from, zone).date.addDays(-1); date <= last; date = date.addDays(1)) {
        const auto add = [&](int minute) {
            const std::vector<UtcTime> moments = momentsOf(date, minute, zone);
            borders.insert(borders.end(), moments.begin(), moments.end());
        };
        add(0);
        if (hours.weekly) {
            for (const OpenInterval &interval : (*hours.weekly)[size_t(date.dayOfWeek() - 1)]) {
                add(interval.from);
                add(interval.until);
            }
        }
        if (const auto change = clockChangeOn(date, zone))
            borders.push_back(*change);
    }
    std::sort(borders.begin(), borders.end());
    Millis open{0};
    for (size_t i = 1; i < borders.size(); ++i) {
        const UtcTime begin = std::max(borders[i - 1], from);
        const UtcTime end = std::min(borders[i], until);
        if (begin < end && hours.stateAt(begin, zone) == OpenState::Open) {
            m_spans.push_back({begin, end, open});
            open += end - begin;
        }
    }
}

/// Open time from the beginning until `time`.
Millis OpenSpans::until(UtcTime time) const
{
    const auto next = std::partition_point(m_spans.begin(), m_spans.end(), [time](const Span &span) { return span.begin < time; });
    if (next == m_spans.begin())
        return Millis(0);
    const Span &last = *std::prev(next);
    return last.before + (std::min(time, last.end) - last.begin);
}

Millis OpenSpans::between(UtcTime from, UtcTime until) const
{
    return until <= from ? Millis(0) : this->until(until) - this->until(from);
}

Millis openTimeBetween(UtcTime from, UtcTime until, const BusinessHours &hours, const QTimeZone &zone)
{
    return OpenSpans(from, until, hours, zone).between(from, until);
}

} // namespace textback
