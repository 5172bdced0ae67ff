// SPDX-License-Identifier: MIT
#pragma once

#include "domain/error.h"
#include "storage/sqlconnection.h"

#include <memory>

namespace textback {

class Clock;

/// The database file, looked at (all of it after a crash, or with `checkNow`) and brought to this program's schema. Errors: "corrupt" and
/// "newer-than-app" leave the file as it is.
Result<std::unique_ptr<SqlConnection>> openDatabase(const QString &databaseFile, Clock &clock, Millis busyTimeout, bool checkNow);

} // namespace textback
