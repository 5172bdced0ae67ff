// SPDX-License-Identifier: MIT
#pragma once

#include "domain/time.h"

#include <optional>

namespace textback {

class Clock;
class NoticeBoard;

/// Compares the PC's wall clock with what the provider's answers say (faults.md F20). Nothing is decided by the PC's clock, but what is shown is.
class ClockWatch {
public:
    ClockWatch(const Clock &clock, NoticeBoard &notices)
        : m_clock(clock)
        , m_notices(notices)
    {
    }

    /// An answer came just now. One without a time says nothing.
    void observe(std::optional<UtcTime> providerTime);

private:
    const Clock &m_clock;
    NoticeBoard &m_notices;
};

} // namespace textback
