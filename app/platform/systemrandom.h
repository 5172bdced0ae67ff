// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/random.h"

namespace textback {

/// Chance from the operating system. Has no state of its own; usable from any thread.
class SystemRandom final : public Random {
public:
    double uniform() override;
    quint32 below(quint32 bound) override;
};

} // namespace textback
