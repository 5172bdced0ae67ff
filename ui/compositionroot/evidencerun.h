// SPDX-License-Identifier: MIT
#pragma once

#include "ui/compositionroot/runfailure.h"
#include "ui/startup/commandline.h"

#include <QByteArray>

namespace textback {

/// What --evidence NUMBER prints: everything stored about the number, as JSON. Reads the database beside whoever works on it, and writes nothing, so
/// neither the folder is made nor another copy in the way. Needs an application object.
tl::expected<QByteArray, RunFailure> runEvidence(const StartOptions &options);

} // namespace textback
