// SPDX-License-Identifier: MIT
#include "storage/storeopening.h"

#include "storage/backupfolder.h"
#include "storage/storagelog.h"
#include "storage/storagenames.h"

#include <QFileInfo>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr int tries = 6; // of SqlConnection::defaultBusyTimeout each

/// Gone, though there was one: a new one would not know who said STOP. A log without its database is no database: SQLite deletes it and begins
/// anew, and the first thing that it ever does is to write a page into the database itself.
bool isLost(const QString &databaseFile)
{
    return QFileInfo(databaseFile).size() == 0 &&
           (QFileInfo(databaseFile + u"-wal"_s).size() > 0 || !BackupFolder(databaseFile).files().empty());
}

Result<std::unique_ptr<SqlStore>> openPatiently(const QString &databaseFile, Clock &clock, bool checkNow)
{
    const auto open = [&] { return SqlStore::open(databaseFile, clock, SqlConnection::defaultBusyTimeout, checkNow); };
    Result<std::unique_ptr<SqlStore>> store = open();
    for (int i = 1; i < tries && !store && store.error().providerCode == "locked"_L1; ++i)
        store = open();
    return store;
}

} // namespace

Result<OpenedStore> openStore(const QString &databaseFile, Clock &clock, const QString &backup, bool checkNow)
{
    if (const Result<void> finished = DatabaseRestore::finish(databaseFile); !finished)
        return tl::unexpected(finished.error());
    OpenedStore opened;
    DatabaseRestore restore(databaseFile, clock);
    if (!backup.isEmpty()) {
        Result<RestoreReport> done = restore.restore(backup);
        if (!done)
            return tl::unexpected(done.error());
        opened.restored = *std::move(done);
    }
    Result<std::unique_ptr<SqlStore>> store =
        isLost(databaseFile) ? storage::refused(u"the database is gone"_s, u"corrupt"_s) : openPatiently(databaseFile, clock, checkNow);
    if (!store && store.error().providerCode == "corrupt"_L1) {
        qCCritical(lcStorage).noquote() << store.error().detail;
        Result<RestoreReport> done = restore.replaceDamaged();
        if (!done)
            return tl::unexpected(done.error().providerCode == "no-backup"_L1 ? store.error() : done.error());
        opened.restored = *std::move(done);
        store = openPatiently(databaseFile, clock, false);
    }
    if (!store)
        return tl::unexpected(store.error());
    opened.store = *std::move(store);
    return opened;
}

} // namespace textback
