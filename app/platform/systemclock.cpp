// SPDX-License-Identifier: MIT
#include "platform/systemclock.h"

#include <chrono>

namespace textback {

UtcTime SystemClock::utcNow() const
{
    return std::chrono::floor<Millis>(std::chrono::system_clock::now());
}

Millis SystemClock::monotonicNow() const
{
    return std::chrono::duration_cast<Millis>(std::chrono::steady_clock::now().time_since_epoch());
}

} // namespace textback
