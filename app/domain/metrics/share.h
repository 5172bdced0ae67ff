// SPDX-License-Identifier: MIT
#pragma once

#include "domain/time.h"

#include <optional>
#include <vector>

namespace textback {

/// A part of a whole, both countable. Of nothing there is no rate.
struct Share {
    qint64 part = 0;
    qint64 whole = 0;

    std::optional<double> rate() const { return whole > 0 ? std::optional(double(part) / double(whole)) : std::nullopt; }
    bool operator==(const Share &) const = default;
};

/// How long something took, over `count` cases.
struct Durations {
    qint64 count = 0;
    Millis p50{0};
    Millis p90{0};
    Millis p95{0};

    /// Percentiles by nearest rank: p95 of 20 values is the 19th, and each is a value that occurred. All zero for none.
    static Durations of(std::vector<Millis> values);
    bool operator==(const Durations &) const = default;
};

/// From a rate that is lowest to one that is highest.
struct Interval {
    double low = 0;
    double high = 0;

    bool operator==(const Interval &) const = default;
};

/// Wilson's interval for a share, at 95 %. Of nothing it is 0 to 1.
Interval wilsonInterval(const Share &share);
/// Newcombe's interval for the difference a - b of two independent shares, at 95 % (Statistics in Medicine 17 (1998) 873, method 10).
Interval newcombeInterval(const Share &a, const Share &b);

} // namespace textback
