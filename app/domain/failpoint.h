// SPDX-License-Identifier: MIT
#pragma once

#include "domain/time.h"

#include <QByteArray>

#include <optional>

namespace textback {

/// A named place in the program at which a test can let it be killed, sleep, or find the disk full. The places are before and after every
/// durable commit and at every step of a send (faults.md 2, 5.2): what is promised for a crash "between A and B" is proved by a crash there.
///
/// It stands in domain because every room below has such places and may include nothing else; it is the one thing here that is not pure, and
/// only in builds with TEXTBACK_FAILPOINTS (a CMake option, on for Debug). In all others the macro is nothing, and the names are not in the
/// program. The environment says what happens: TEXTBACK_FAILPOINT=NAME[:N]=kill|sleep:MILLISECONDS|full, at the Nth time (1) that the
/// program comes by.
struct FailpointOrder {
    enum class Action {
        Kill,  ///< as SIGKILL: nothing more is written, nothing cleaned up
        Sleep, ///< this thread does nothing for `sleep`
        Full,  ///< the next write fails as on a full disk; only places that write look at it
    };

    QByteArray name;
    int hit = 1;
    Action action = Action::Kill;
    Millis sleep{0};

    /// Reads the variable's value; nothing if it is not understood.
    static std::optional<FailpointOrder> parse(const QByteArray &text);
    bool operator==(const FailpointOrder &) const = default;
};

namespace failpoint {

/// The program comes by the place `name`. True if the next write has to fail as on a full disk. Any thread.
bool reach(const char *name);

/// What is left of a failpoint where they are compiled out.
constexpr bool none()
{
    return false;
}

} // namespace failpoint

} // namespace textback

/// A place of this name, as a statement or, where a full disk can be played, as a condition.
#ifdef TEXTBACK_FAILPOINTS
#define TEXTBACK_FAILPOINT(name) ::textback::failpoint::reach(name)
#else
#define TEXTBACK_FAILPOINT(name) ::textback::failpoint::none()
#endif
