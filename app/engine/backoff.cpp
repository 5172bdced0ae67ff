// SPDX-License-Identifier: MIT
#include "engine/backoff.h"

#include "domain/ports/random.h"

#include <algorithm>

namespace textback {

namespace {

constexpr Millis shortest = std::chrono::seconds(2);
constexpr Millis longest = std::chrono::seconds(60);
constexpr Millis longestAsked = std::chrono::minutes(5);
constexpr Millis shortestAfterLimit = std::chrono::milliseconds(500);

} // namespace

Millis Backoff::next(const Error &error)
{
    return delay(++m_failures, error, m_random);
}

Millis Backoff::delay(int failures, const Error &error, Random &random)
{
    // Zero and negative values are no instruction (faults.md F06).
    if (error.retryAfter && *error.retryAfter > Millis(0))
        return std::min(*error.retryAfter, longestAsked);
    const int doublings = std::clamp(failures - 1, 0, 5);
    const Millis span = std::min(shortest * (1 << doublings), longest);
    // Who was too fast spreads over the whole span (faults.md F06): others who share the limit were refused at the same moment.
    const Millis floor = error.kind == ErrorKind::RateLimited ? shortestAfterLimit : std::max(shortest, span / 2);
    const double spread = static_cast<double>((span - floor).count()) * random.uniform();
    return floor + Millis(static_cast<qint64>(spread));
}

} // namespace textback
