// SPDX-License-Identifier: MIT
#pragma once

#include "storage/backupfolder.h"

namespace textback {

/// Copies the database into its folder of backups and removes the surplus ones. Works on a connection of its own, on any thread: in
/// write-ahead mode a reader keeps no writer waiting, so no text waits for it. The database is checked before, and the copy after; only then has
/// it the name of a backup. Error::Storage; providerCode "corrupt" means that the database itself is damaged, and "bad-copy" that the copy is.
Result<BackupFile> backUpDatabase(const QString &databaseFile, UtcTime now);

} // namespace textback
