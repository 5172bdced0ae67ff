// SPDX-License-Identifier: MIT
#pragma once

#include "domain/textbackpolicy.h"

#include <optional>

namespace textback {

/// What is known about somebody who does not call at the moment.
struct OutlookInput {
    CallerIdentity caller;
    CallerHistory history;
    Usage usage;
    PhoneNumber line; ///< which of ours they called last; null: none yet
    UtcTime now{};
    bool viewer = false; ///< another PC sends

    bool operator==(const OutlookInput &) const = default;
};

/// Whether somebody would get an automatic text if they called now and nobody answered, and when next if not.
struct TextOutlook {
    Decision now; ///< what would be decided about that call
    /// When a missed call is texted again, where time alone brings it. Nothing where it is texted now, or where a person must change something.
    std::optional<UtcTime> next;

    bool operator==(const TextOutlook &) const = default;
};

/// Asks the rules themselves (decideTextBack) about a pretended missed call at `now`, and at each moment when something that hinders it ends: the
/// cool-down, a staff member's conversation, a pause, the day's or the month's limit. A second call soon after a text gets words of its
/// own: that is not yet "again". Pure.
TextOutlook textOutlook(const OutlookInput &input, const TextBackRules &rules);

} // namespace textback
