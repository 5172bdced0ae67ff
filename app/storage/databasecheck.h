// SPDX-License-Identifier: MIT
#pragma once

#include "domain/result.h"
#include "storage/sqlconnection.h"

namespace textback {

/// Runs SQLite's quick_check over the whole file. Reads every page: some seconds at a million messages, so it is for opening and once a
/// day, never for a poll. Error::Storage with providerCode "corrupt" and the first finding.
Result<void> checkDatabase(SqlConnection &connection);

} // namespace textback
