// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callrecord.h"
#include "domain/missedcalldetector.h"
#include "domain/phonenumber.h"
#include "domain/time.h"

#include <compare>
#include <map>
#include <optional>
#include <vector>

namespace textback {

/// An inbound call to one line, as stored.
struct TrapCall {
    UtcTime at{};
    bool missed = false;
    bool answered = false;
    bool flowFailed = false;
    CallLeg root;
    std::vector<CallLeg> legs;
    bool textedElsewhere = false; ///< missed, and another program texted the caller within a minute
};

/// What the calls of late to one line tell about its set-up (trapfinder.h). Filled call by call, in any order; what is older than a span does not
/// count for it.
class LineFacts {
public:
    static constexpr Millis histogramSpan = std::chrono::hours(24 * 30);
    static constexpr Millis weekSpan = std::chrono::hours(24 * 7);
    static constexpr Millis daySpan = std::chrono::hours(24);

    /// A call of the last day.
    struct Recent {
        UtcTime at{};
        bool missed = false;
        bool answered = false;
        bool phoneRang = false; ///< long enough for a person to hear it; also where nobody can tell
    };

    LineFacts(PhoneNumber line, UtcTime now)
        : m_line(std::move(line))
        , m_now(now)
    {
    }

    void add(const TrapCall &call);

    const PhoneNumber &line() const { return m_line; }
    /// Answered calls of 30 days by ring and talk.
    const std::map<RingAndTalk, int> &answered() const { return m_answered; }
    /// Unanswered rings of 30 days.
    const RingStatistics &rings() const { return m_rings; }
    const std::vector<Recent> &lastDay() const { return m_lastDay; }
    int missedBeforeLastDay() const { return m_missedBefore; } ///< in the 29 days before it
    int missedInWeek() const { return m_missedInWeek; }
    int textedElsewhereInWeek() const { return m_textedElsewhere; }
    int flowFailedInWeek() const { return m_flowFailed; }

private:
    void addLegs(const TrapCall &call);

    PhoneNumber m_line;
    UtcTime m_now;
    std::map<RingAndTalk, int> m_answered;
    RingStatistics m_rings;
    std::vector<Recent> m_lastDay;
    int m_missedBefore = 0;
    int m_missedInWeek = 0;
    int m_textedElsewhere = 0;
    int m_flowFailed = 0;
};

} // namespace textback
