// SPDX-License-Identifier: MIT
#pragma once

#include "engine/diagnostics.h"

#include <QString>

namespace textback {

class Clock;

/// What the data folder and this computer tell for the diagnostics; connection and notices are the caller's to add. Writes nothing, also while
/// another copy works on the folder.
DiagnosticsFacts gatherDiagnostics(const QString &dataFolder, const Clock &clock);

} // namespace textback
