// SPDX-License-Identifier: MIT
#pragma once

#include "domain/time.h"

#include <deque>

namespace textback {

/// Keeps what leaves below what carriers take within a minute (rules.md C32). Times are monotonic.
class SendPace {
public:
    /// How long `segments` more must wait; zero when they may go. One text that is longer than a minute's worth goes when nothing else did.
    Millis wait(int segments, int perMinute, Millis now);
    void sent(int segments, Millis now);

private:
    struct Sent {
        Millis at;
        int segments;
    };

    void forget(Millis now);

    std::deque<Sent> m_sent; // of the last minute
    int m_sum = 0;
};

} // namespace textback
