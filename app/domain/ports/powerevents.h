// SPDX-License-Identifier: MIT
#pragma once

#include <functional>

namespace textback {

/// What the operating system says about sleep, and what it is asked for meanwhile. Engine thread. Not every system tells everything each time: the
/// engine's own watch for gaps (engine/sleepwatch.h) stays the truth, this only makes it quick.
class PowerEvents {
public:
    enum class Event {
        AboutToSleep,
        Woke,
    };

    virtual ~PowerEvents() = default;

    /// Who hears of it from now on, on this thread; nobody after an empty one. At most one.
    virtual void listen(std::function<void(Event)> heard) = 0;
    /// While true, timers come in time even if no window shows (macOS would let the program nap). The PC may sleep all the same.
    virtual void setWorking(bool working) = 0;
};

} // namespace textback
