// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ids.h"
#include "domain/phonenumber.h"
#include "domain/time.h"

#include <optional>

namespace textback {

using DutyCaseId = Id<struct DutyCaseTag>;

/// A customer of whom somebody on the road was told, under a small number that they text back. The number is this customer's while it is open.
struct DutyCase {
    DutyCaseId id;
    int tag = 0;
    ConversationId conversation;
    UtcTime openedAt{};
    UtcTime usedAt{}; ///< the newest text about it
    std::optional<UtcTime> closedAt;

    bool operator==(const DutyCase &) const = default;
};

/// A case that nobody wrote about for so long closes by itself.
inline constexpr Millis dutyCaseIdle = std::chrono::hours(24);

/// A message about a case: to somebody on the road, or theirs to the customer.
struct DutyText {
    MessageId message;
    DutyCaseId dutyCase;
    PhoneNumber staff;
    UtcTime at{}; ///< when it was to leave

    bool operator==(const DutyText &) const = default;
};

} // namespace textback
