// SPDX-License-Identifier: MIT
#include "storage/opendatabase.h"

#include "storage/backupfolder.h"
#include "storage/databasecheck.h"
#include "storage/schemamigrator.h"
#include "storage/storagenames.h"

using namespace Qt::StringLiterals;

namespace textback {

namespace {

Result<void> migrate(SqlConnection &connection, Clock &clock)
{
    const MigrationReport report = SchemaMigrator(connection, SchemaMigrator::builtIn(), clock).run();
    switch (report.outcome) {
    case MigrationOutcome::UpToDate:
    case MigrationOutcome::Upgraded:
        return {};
    case MigrationOutcome::NewerThanApp:
        return storage::refused(u"the database has schema %1, this program knows %2"_s.arg(report.from).arg(report.to),
                                u"newer-than-app"_s);
    case MigrationOutcome::Failed:
        break;
    }
    return tl::unexpected(report.error);
}

} // namespace

Result<std::unique_ptr<SqlConnection>> openDatabase(const QString &databaseFile, Clock &clock, Millis busyTimeout, bool checkNow)
{
    const bool leftOpen = checkNow || wasLeftOpen(databaseFile);
    Result<std::unique_ptr<SqlConnection>> connection = SqlConnection::open(databaseFile, SqlConnection::Mode::ReadWrite, busyTimeout);
    if (!connection)
        return tl::unexpected(connection.error());
    if (const Result<void> sound = checkDatabase(**connection, leftOpen, clock.utcNow()); !sound)
        return tl::unexpected(sound.error());
    // What was written last may be in the write-ahead log alone, all of it in a young database. Without that log it is empty.
    if ((*connection)->value(u"PRAGMA user_version"_s).toInt() == 0 && !BackupFolder(databaseFile).files().empty())
        return storage::refused(u"the database is empty, though there are backups of it"_s, u"corrupt"_s);
    if (const Result<void> migrated = migrate(**connection, clock); !migrated)
        return tl::unexpected(migrated.error());
    return connection;
}

} // namespace textback
