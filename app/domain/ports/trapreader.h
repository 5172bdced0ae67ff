// SPDX-License-Identifier: MIT
#pragma once

#include "domain/result.h"
#include "domain/traps/linefacts.h"

#include <vector>

namespace textback {

/// Reads what the trap finder looks at: one per called line that has calls of the last 30 days. A read never waits for a lock (Error::Storage then:
/// ask again later).
class TrapReader {
public:
    virtual ~TrapReader() = default;

    virtual Result<std::vector<LineFacts>> lines(UtcTime now) = 0;
};

} // namespace textback
