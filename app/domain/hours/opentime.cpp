// SPDX-License-Identifier: MIT
#include "domain/hours/opentime.h"

#include <algorithm>

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

} // namespace textback
