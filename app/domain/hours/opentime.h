// SPDX-License-Identifier: MIT
#pragma once

#include "domain/hours/businesshours.h"
#include "domain/time.h"

#include <vector>

namespace textback {

/// The moment at which `span` of open time has passed since `from`, to the minute: closed hours do not count. Without an opening within 60
/// days the closed hours count as well, so that it always comes.
UtcTime afterOpenTime(UtcTime from, Millis span, const BusinessHours &hours, const QTimeZone &zone);

/// The open hours of a span of time, for many questions about it.
class OpenSpans {
public:
    OpenSpans(UtcTime from, UtcTime until, const BusinessHours &hours, const QTimeZone &zone);

    /// How much of the time from `from` to `until` the business was open; zero when `until` is not after `from`. What lies outside of the span
    /// counts as closed.
    Millis between(UtcTime from, UtcTime until) const;

private:
    struct Span {
        UtcTime begin{};
        UtcTime end{};
        Millis before{0}; ///< open time of the spans before
    };

    Millis until(UtcTime time) const;

    std::vector<Span> m_spans;
};

/// The same for one question.
Millis openTimeBetween(UtcTime from, UtcTime until, const BusinessHours &hours, const QTimeZone &zone);

} // namespace textback
