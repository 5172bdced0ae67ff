// SPDX-License-Identifier: MIT
#pragma once

#include "ui/compositionroot/runfailure.h"
#include "ui/startup/commandline.h"

#include <QByteArray>

namespace textback {

/// What --replay FILE prints: the stored calls under the stored settings with the file's over them. Reads the database beside whoever works on it,
/// and writes nothing. Needs an application object.
tl::expected<QByteArray, RunFailure> runReplay(const StartOptions &options);

} // namespace textback
