// SPDX-License-Identifier: MIT
#include "engine/property/shrinker.h"

#include <algorithm>

namespace textback::test {

Schedule shrunk(const Schedule &schedule, const std::function<bool(const Schedule &)> &fails, int plays)
{
    Schedule best = schedule;
    const auto take = [&](const Schedule &candidate) {
        if (plays-- <= 0 || !fails(candidate))
            return false;
        best = candidate;
        return true;
    };
    for (size_t chunk = std::max<size_t>(best.steps.size() / 2, 1); plays > 0;) {
        bool smaller = false;
        for (size_t from = 0; from < best.steps.size() && plays > 0;) {
            Schedule candidate = best;
            const auto first = candidate.steps.begin() + static_cast<std::ptrdiff_t>(from);
            candidate.steps.erase(first, first + static_cast<std::ptrdiff_t>(std::min(chunk, candidate.steps.size() - from)));
            if (take(candidate))
                smaller = true;
            else
                from += chunk;
        }
        if (chunk > 1)
            chunk /= 2;
        else if (!smaller)
            break;
    }
    for (size_t i = 0; i < best.steps.size() && plays > 0; ++i) {
        Schedule candidate = best;
        candidate.steps[i].wait = Millis(0);
        if (best.steps[i].wait != Millis(0))
            take(candidate);
    }
    const auto without = [&](bool Plan::*quality) {
        Schedule candidate = best;
        candidate.plan.*quality = false;
        if (best.plan.*quality)
            take(candidate);
    };
    without(&Plan::repeatsRows);
    without(&Plan::shufflesRows);
    return best;
}

} // namespace textback::test
