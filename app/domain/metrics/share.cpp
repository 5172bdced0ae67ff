// SPDX-License-Identifier: MIT
#include "domain/metrics/share.h"

#include <algorithm>
#include <cmath>

namespace textback {

namespace {

constexpr double z95 = 1.959963984540054; // of the normal distribution, two-sided

Millis nearestRank(const std::vector<Millis> &sorted, int percent)
{
    const size_t rank = (sorted.size() * size_t(percent) + 99) / 100;
    return sorted[std::max<size_t>(rank, 1) - 1];
}

} // namespace

Durations Durations::of(std::vector<Millis> values)
{
    if (values.empty())
        return {};
    std::sort(values.begin(), values.end());
    return {qint64(values.size()), nearestRank(values, 50), nearestRank(values, 90), nearestRank(values, 95)};
}

Interval wilsonInterval(const Share &share)
{
    if (share.whole <= 0)
        return {0, 1};
    const double n = double(share.whole);
    const double p = double(share.part) / n;
    const double middle = p + z95 * z95 / (2 * n);
    const double spread = z95 * std::sqrt(p * (1 - p) / n + z95 * z95 / (4 * n * n));
    const double scale = 1 + z95 * z95 / n;
    return {std::max(0.0, (middle - spread) / scale), std::min(1.0, (middle + spread) / scale)};
}

Interval newcombeInterval(const Share &a, const Share &b)
{
    const Interval ofA = wilsonInterval(a);
    const Interval ofB = wilsonInterval(b);
    // Where there is nothing, everything is possible: the middle stands for it.
    const double pa = a.rate().value_or(0.5);
    const double pb = b.rate().value_or(0.5);
    return {pa - pb - std::hypot(pa - ofA.low, ofB.high - pb), pa - pb + std::hypot(ofA.high - pa, pb - ofB.low)};
}

} // namespace textback
