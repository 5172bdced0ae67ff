// SPDX-License-Identifier: MIT
#pragma once

namespace textback::test {

/// What the design rests on, taken away at the ports: the invariants must break then, or the checker sees nothing (faults.md 6).
enum class Ablation {
    None,
    BlindRetry,              ///< an attempt of unknown end counts as surely not accepted
    NoMark,                  ///< sent first, written down afterwards
    NoOverlap,               ///< the call log is asked from the cursor on, not from before it
    UnconfirmedDoesNotCount, ///< for the cool-down
    WaitNotAnew,             ///< the wait for absence is counted from the first attempt's begin, not from the latest one's end
    NoRole,                  ///< every device sends
    ResendingTransport,      ///< a POST without an answer is sent once more below us
    NoRestoreHold,           ///< after a restore it goes on at once
};

} // namespace textback::test
