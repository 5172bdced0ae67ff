// SPDX-License-Identifier: MIT
#pragma once

#include "domain/time.h"

namespace textback {

/// The only source of time in app/. Both readings are taken apart on purpose: a wall clock jumps, a monotonic one sleeps.
class Clock {
public:
    virtual ~Clock() = default;

    /// Wall clock of this PC. It may be wrong: ages are measured on the provider's clock (engine/providerclock.h).
    virtual UtcTime utcNow() const = 0;
    /// Time since some fixed moment, never backwards: for intervals, back-off and deadlines.
    virtual Millis monotonicNow() const = 0;
};

} // namespace textback
