// SPDX-License-Identifier: MIT
#pragma once

#include "storage/databaserestore.h"
#include "storage/sqlstore.h"

#include <memory>
#include <optional>

namespace textback {

/// A store that is open, and whether a backup had to take the database's place for it.
struct OpenedStore {
    std::unique_ptr<SqlStore> store;
    std::optional<RestoreReport> restored;
};

/// Opens the program's database, whatever state it is in: ends a restore that was broken off, restores `backup` if a person wants it (empty: nobody
/// does), waits up to 30 s while another program holds the file, and puts the newest sound backup in place of a damaged database. The same for
/// one that is gone or empty although there are backups. Errors as of SqlStore::open and DatabaseRestore; without a sound backup a damaged
/// database stays as it is ("corrupt"). `checkNow` as of SqlStore::open. Blocks: not for the GUI thread.
Result<OpenedStore> openStore(const QString &databaseFile, Clock &clock, const QString &backup = {}, bool checkNow = false);

} // namespace textback
