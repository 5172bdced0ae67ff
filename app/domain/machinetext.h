// SPDX-License-Identifier: MIT
#pragma once

#include "domain/time.h"

namespace textback::machinetext {

// How a text that somebody else sent over the account is known for a machine's answer to a missed call.

/// A person who was not there to answer does not type a text this soon; a machine does.
inline constexpr Millis soonAfter = std::chrono::minutes(1);
/// A machine that was held up is late, but it says the same to everybody ...
inline constexpr Millis lateAfter = std::chrono::hours(1);
/// ... within so long.
inline constexpr Millis sameWordsSpan = std::chrono::hours(24);
/// Calls are found by their begin: no call rang for longer before its end.
inline constexpr Millis longestRing = std::chrono::hours(1);

} // namespace textback::machinetext
