// SPDX-License-Identifier: MIT
#pragma once

#include "domain/limits.h"

#include <QTimeZone>

namespace textback {

/// Sums of the day and the month that are under way; events come in the order of their time.
class RunningUsage {
public:
    explicit RunningUsage(const QTimeZone &zone)
        : m_zone(zone)
    {
    }

    const UsageSpans &spansAt(UtcTime now)
    {
        const UsageSpans spans = UsageSpans::at(now, m_zone);
        if (spans.dayBegan != m_spans.dayBegan) {
            m_usage.automaticToday = 0;
            m_usage.segmentsToday = 0;
        }
        if (spans.monthBegan != m_spans.monthBegan)
            m_usage.segmentsThisMonth = 0;
        return m_spans = spans;
    }
    void count(UtcTime at, int segments, bool automatic)
    {
        spansAt(at);
        m_usage.automaticToday += automatic ? 1 : 0;
        m_usage.segmentsToday += segments;
        m_usage.segmentsThisMonth += segments;
    }
    const Usage &usage() const { return m_usage; }

private:
    QTimeZone m_zone;
    UsageSpans m_spans;
    Usage m_usage;
};

} // namespace textback
