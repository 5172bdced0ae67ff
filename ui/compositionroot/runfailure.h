// SPDX-License-Identifier: MIT
#pragma once

#include "domain/error.h"
#include "ui/startup/exitcode.h"

#include <QString>

#include <tl/expected.hpp>

namespace textback {

/// Why a run that only reads has nothing to print: the program's exit code and one line for stderr.
struct RunFailure {
    int exitCode = 0;
    QString line;
};

/// The database in `folder` cannot be read: what the run with this option ("--replay") says.
inline RunFailure unreadableData(const QString &option, const QString &folder, const Error &error)
{
    return {ExitStopped, QStringLiteral("%1: the data in %2 cannot be read: %3").arg(option, folder, error.detail)};
}

} // namespace textback
