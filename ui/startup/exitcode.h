// SPDX-License-Identifier: MIT
#pragma once

namespace textback {

/// The program's exit codes (design.md 9); installers and scripts rely on them.
enum ExitCode {
    ExitDone = 0,
    ExitStopped = 1,  ///< something else stops it: another copy on the same data, a folder that cannot be written
    ExitWrongUse = 2, ///< the command line, the settings file, or what it needs from the environment is wrong
};

} // namespace textback
