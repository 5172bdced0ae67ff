// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ids.h"
#include "domain/metrics/metricsquery.h"
#include "domain/metrics/share.h"

#include <optional>
#include <vector>

namespace textback {

/// Something that happened between a customer and the people here. Automatic texts are no part of it, nor is a text from elsewhere that a machine
/// sent.
struct ExchangeFact {
    enum class Kind {
        Customer, ///< a text that is no opt-out
        Person,   ///< a text that a person wrote
        Talk,     ///< an answered call of 20 s or more, in either direction
        OptOut,   ///< nothing is owed any more
    };

    ConversationId conversation;
    PhoneNumber number;
    Kind kind = Kind::Customer;
    UtcTime at{};
};

/// A customer's text that nobody had answered yet, and who answered it first.
struct Wait {
    ConversationId conversation;
    UtcTime since{};
    std::optional<UtcTime> until; ///< nothing: nobody yet, or not within `givenUp`
    bool byCall = false;          ///< it was answered by talking
};

/// An answer that came later than this is none; the customer's next text then begins a wait of its own.
inline constexpr Millis givenUp = std::chrono::hours(72);

/// The waits that began in the window, in order of their beginning. `exchange` is in order of time and begins `givenUp` before the window.
std::vector<Wait> waitsOf(const std::vector<ExchangeFact> &exchange, const MetricsQuery &query);

/// How long customers waited for a person.
struct ResponseMetrics {
    MetricsWindow window;
    Durations wallClock; ///< first answer of a person minus the customer's first text
    Durations openHours; ///< the same in hours in which the business is open
    int byCall = 0;      ///< answered by talking, not writing
    int unanswered = 0;  ///< not, or not yet: the figures above leave them out

    bool operator==(const ResponseMetrics &) const = default;
};

ResponseMetrics responseMetrics(const std::vector<ExchangeFact> &exchange, const MetricsQuery &query);

} // namespace textback
