// SPDX-License-Identifier: MIT
#pragma once

#include "ui/startup/commandline.h"

#include <QString>

#include <tl/expected.hpp>

namespace textback {

/// Why there is no replay: the program's exit code and one line for stderr.
struct ReplayFailure {
    int exitCode = 0;
    QString line;
};

/// What --replay FILE prints: the stored calls under the stored settings with the file's over them. Reads the database beside whoever works on it,
/// and writes nothing. Needs an application object.
tl::expected<QString, ReplayFailure> runReplay(const StartOptions &options);

} // namespace textback
