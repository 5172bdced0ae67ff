// SPDX-License-Identifier: MIT
#pragma once

#include "domain/result.h"
#include "domain/time.h"
#include "storage/sqlconnection.h"

namespace textback {

/// Whether the database was left without being closed: its write-ahead log is still there. Ask before opening it.
bool wasLeftOpen(const QString &databaseFile);

/// Reads the whole file with SQLite's quick_check, and compares what stands twice: who opted out must follow from the history of consents, where
/// a changed byte would not break SQLite's own structure. Error::Storage with providerCode "corrupt" and the first finding.
Result<void> checkContent(SqlConnection &connection);

/// Runs checkContent() if the program did not end cleanly (`leftOpen`) or a day has passed since the last one. It
/// reads every page, some seconds at a million messages: too long for every start, too important to leave out (faults.md F40).
/// Error::Storage with providerCode "corrupt" and the first finding; nothing is changed then.
Result<void> checkDatabase(SqlConnection &connection, bool leftOpen, UtcTime now);

} // namespace textback
