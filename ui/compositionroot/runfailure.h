// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace textback {

/// Why a run that only reads has nothing to print: the program's exit code and one line for stderr.
struct RunFailure {
    int exitCode = 0;
    QString line;
};

} // namespace textback
