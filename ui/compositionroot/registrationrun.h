// SPDX-License-Identifier: MIT
#pragma once

#include "ui/compositionroot/runfailure.h"
#include "ui/startup/commandline.h"

#include <QByteArray>

namespace textback {

/// What --registration prints, from the stored settings; without a database everything is missing, and it says what to do. Reads the database
/// beside whoever works on it, and writes nothing. Needs an application object.
tl::expected<QByteArray, RunFailure> runRegistration(const StartOptions &options);

} // namespace textback
