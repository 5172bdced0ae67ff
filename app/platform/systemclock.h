// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/clock.h"

namespace textback {

/// The PC's clocks. Has no state; usable from any thread.
class SystemClock final : public Clock {
public:
    UtcTime utcNow() const override;
    Millis monotonicNow() const override;
};

} // namespace textback
