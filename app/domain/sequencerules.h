// SPDX-License-Identifier: MIT
#pragma once

namespace textback {

/// Texts to a caller who did not answer ours (rules.md C17). Off by default.
struct FollowUps {
    int count = 0;              ///< 0..2
    int firstAfterMinutes = 60; ///< after the text-back, 5..1440
    int secondAfterHours = 24;  ///< after the first, 1..168

    bool operator==(const FollowUps &) const = default;
};

/// Asking for a review after a job (rules.md C20): the same text for everybody, once in 60 days. Off by default.
struct Reviews {
    bool ask = false;
    int afterHours = 2; ///< after the job was marked done, 0..168

    bool operator==(const Reviews &) const = default;
};

/// A customer who wrote or called and whom nobody here answers. Off by default.
struct WaitingCustomers {
    int minutes = 0;          ///< 0: waiting alerts nobody; else after so many of open hours, 1..240
    bool holdingText = false; ///< a customer who wrote gets one text that somebody will answer
    /// An alert, of whatever kind, is told again and one level higher after so many minutes more without anybody writing to the customer or
    /// talking to them, up to highestAlertLevel; 1..60. Closed hours count: it was urgent enough to be raised.
    int climbMinutes = 5;

    bool operator==(const WaitingCustomers &) const = default;
};

} // namespace textback
