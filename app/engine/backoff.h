// SPDX-License-Identifier: MIT
#pragma once

#include "domain/error.h"
#include "domain/time.h"

namespace textback {

class Random;

/// How long to wait after the n-th failure in a row: 2 s doubling to 60 s, with jitter over the upper half of the span, so that ten minutes of
/// outage cost at most 25 requests (faults.md F08: jitter over the whole span would not keep that); after "too many requests" over the whole
/// span. What the provider asks for by Retry-After is obeyed up to 5 minutes.
class Backoff {
public:
    explicit Backoff(Random &random)
        : m_random(random)
    {
    }

    /// Counts a failure and says how long to wait.
    Millis next(const Error &error);
    void reset() { m_failures = 0; }
    int failures() const { return m_failures; }

    /// The wait after `failures` failures in a row, for those who count elsewhere.
    static Millis delay(int failures, const Error &error, Random &random);

private:
    Random &m_random;
    int m_failures = 0;
};

} // namespace textback
