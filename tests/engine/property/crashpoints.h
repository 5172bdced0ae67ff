// SPDX-License-Identifier: MIT
#pragma once

#include <utility>

namespace textback::test {

/// The program dies here: nothing of what would have come next happens. Thrown through the engine (which is destroyed then and has no way to
/// notice), caught where virtual time is moved on.
struct Crash {
    int device = 0;
};

/// The places where something becomes durable or leaves, counted, so that the program can die at any of them.
class CrashPoints {
public:
    explicit CrashPoints(int device)
        : m_device(device)
    {
    }

    /// Dies at the `count`-th place from now.
    void arm(int count) { m_left = count; }
    void disarm() { m_left = 0; }

    void pass()
    {
        if (m_left > 0 && --m_left == 0)
            throw Crash{m_device};
    }

private:
    int m_device;
    int m_left = 0;
};

} // namespace textback::test
