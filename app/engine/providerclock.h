// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/clock.h"

#include <optional>

namespace textback {

/// The provider's clock as far as its answers tell it (HTTP Date), carried on between answers by this PC's monotonic clock: a wrong or jumping
/// wall clock does not matter. All ages of calls and texts are measured on it.
class ProviderClock {
public:
    explicit ProviderClock(const Clock &clock)
        : m_clock(clock)
    {
    }

    /// An answer arrived just now and said this time. A provider that says none: the PC's own clock stands in.
    void sample(std::optional<UtcTime> providerTime);
    /// The provider's time now; before the first sample the PC's own. After invalidate() it goes on by the monotonic clock, which is too early by
    /// what the PC slept where that clock sleeps, too: the wall clock may have been set to anything.
    UtcTime now() const;
    /// False before the first sample and after invalidate(): nothing may be sent by such a clock.
    bool isKnown() const { return m_known; }
    /// The PC slept or its clock was set: the monotonic clock may have slept too, so wait for a fresh sample.
    void invalidate() { m_known = false; }

private:
    const Clock &m_clock;
    UtcTime m_base{};          // the provider's time ...
    Millis m_monotonicBase{0}; // ... at this reading of the monotonic clock
    bool m_known = false;
    bool m_everKnown = false;
};

} // namespace textback
