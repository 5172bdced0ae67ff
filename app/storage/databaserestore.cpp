// SPDX-License-Identifier: MIT
#include "storage/databaserestore.h"

#include "domain/settingsdocument.h"
#include "storage/accountrepository.h"
#include "storage/backupfolder.h"
#include "storage/consentsalvage.h"
#include "storage/databasecheck.h"
#include "storage/devicerolerepository.h"
#include "storage/schemamigrator.h"
#include "storage/sqlstatement.h"
#include "storage/sqltransaction.h"
#include "storage/storagelog.h"
#include "storage/storagenames.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <utility>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr Millis longestGuess = std::chrono::hours(24 * 31);
constexpr std::array<const char16_t *, 2> companions = {u"-wal", u"-shm"};

bool removeWithCompanions(const QString &file)
{
    bool gone = !QFileInfo::exists(file) || QFile::remove(file);
    for (const char16_t *suffix : companions) {
        const QString name = file + QString::fromUtf16(suffix);
        gone = (!QFileInfo::exists(name) || QFile::remove(name)) && gone;
    }
    return gone;
}

/// A write-ahead log must never lie beside another database than its own: SQLite would play it into that one.
bool moveCompanions(const QString &from, const QString &to)
{
    bool moved = true;
    for (const char16_t *suffix : companions) {
        const QString name = QString::fromUtf16(suffix);
        moved = (!QFileInfo::exists(from + name) || QFile::rename(from + name, to + name)) && moved;
    }
    return moved;
}

QString asideName(const QString &databaseFile, const QString &word, UtcTime now)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(toUnixMillis(now), Qt::UTC);
    const QString base = u"%1.%2-%3"_s.arg(databaseFile, word, time.toString(u"yyyyMMdd-HHmmss"_s));
    QString name = base;
    for (int again = 2; QFileInfo::exists(name) || QFileInfo::exists(name + u"-wal"_s); ++again)
        name = base + u'-' + QString::number(again);
    return name;
}

/// Where a log goes whose database is gone; an earlier one stays.
QString leftOverName(const QString &databaseFile)
{
    const QString base = databaseFile + u".left-over"_s;
    QString name = base;
    for (int again = 2; QFileInfo::exists(name + u"-wal"_s) || QFileInfo::exists(name + u"-shm"_s); ++again)
        name = base + u'-' + QString::number(again);
    return name;
}

/// Up to when the messages in this database are complete: everything before the cursor was read, and what was sent by itself is in it anyway.
UtcTime knownUntil(SqlConnection &connection, UtcTime now)
{
    UtcTime until = now - longestGuess;
    SqlStatement cursor(connection, u"SELECT min(c.position) FROM cursors c WHERE c.kind = 'messages'"_s);
    if (cursor.next() && !cursor.isNull(0)) {
        until = cursor.time(0);
    } else {
        SqlStatement checked(connection, u"SELECT checked_at FROM maintenance"_s);
        if (checked.next() && !checked.isNull(0))
            until = checked.time(0);
    }
    // A backup of a database that was itself restored and had not imported everything yet.
    SqlStatement earlier(connection, u"SELECT m.import_since FROM maintenance m WHERE m.import_since IS NOT NULL "
                                     "AND EXISTS (SELECT 1 FROM accounts a WHERE a.imported_epoch < m.epoch)"_s);
    if (earlier.next())
        until = std::min(until, earlier.time(0));
    return std::min(until, now);
}

/// Whether another PC may be the sender by now: this one only showed, or that cannot be read any more and the backup tells of a change of roles. A
/// business with one PC never changed them, and its texts go on.
bool mayHaveBeenViewer(SqlConnection &ready, std::optional<DeviceRole> oldRole)
{
    if (oldRole)
        return oldRole == DeviceRole::Viewer;
    return DeviceRoleRepository(ready).role().token > 1;
}

void showOnly(SqlConnection &ready)
{
    AccountRepository accounts(ready);
    Result<Settings> settings = accounts.settings();
    if (!settings)
        return;                                 // told at the start, and nothing is sent with settings that cannot be read
    settings->thisPc.role = DeviceRole::Viewer; // the stored role follows at the start (SenderRole::follow)
    accounts.saveSettings(*settings);
}

} // namespace

DatabaseRestore::DatabaseRestore(QString databaseFile, const Clock &clock)
    : m_database(std::move(databaseFile))
    , m_part(m_database + u".restoring-part"_s)
    , m_ready(m_database + u".restoring"_s)
    , m_clock(clock)
{
}

Result<void> DatabaseRestore::finish(const QString &databaseFile)
{
    const QString ready = databaseFile + u".restoring"_s;
    if (!QFileInfo::exists(ready))
        return {};
    // The database itself is moved away first. If it is still there, nothing has happened yet, and whoever wanted it will want it again.
    if (QFileInfo::exists(databaseFile)) {
        removeWithCompanions(ready);
        return {};
    }
    // The set-aside database has the newest name; what was left of it goes there.
    const QFileInfo info(databaseFile);
    const QStringList aside =
        info.absoluteDir().entryList({info.fileName() + u".damaged-2*"_s, info.fileName() + u".replaced-2*"_s}, QDir::Files);
    const auto newest = std::max_element(aside.begin(), aside.end(),
                                         [](const QString &a, const QString &b) { return a.section(u'-', 1, 2) < b.section(u'-', 1, 2); });
    const QString home = aside.isEmpty() ? leftOverName(databaseFile) : info.absoluteDir().filePath(*newest);
    if (!moveCompanions(databaseFile, home) || !QFile::rename(ready, databaseFile))
        return storage::refused(u"a restore of %1 that was broken off cannot be ended"_s.arg(databaseFile), u"io"_s);
    qCWarning(lcStorage) << "a restore that was broken off is ended";
    return {};
}

Result<RestoreReport> DatabaseRestore::replaceDamaged()
{
    return replaceByNewest(Reason::Damaged);
}

Result<RestoreReport> DatabaseRestore::restore(const QString &backup)
{
    if (backup == "newest"_L1)
        return replaceByNewest(Reason::Wish);
    if (!QFileInfo(backup).isFile())
        return storage::refused(u"there is no backup %1"_s.arg(backup), u"cannot-open"_s);
    return replaceBy(QFileInfo(backup).absoluteFilePath(), Reason::Wish);
}

Result<RestoreReport> DatabaseRestore::replaceByNewest(Reason reason)
{
    for (const BackupFile &file : BackupFolder(m_database).files()) {
        Result<RestoreReport> done = replaceBy(file.path, reason);
        if (done || done.error().providerCode == "io"_L1)
            return done;
        qCWarning(lcStorage).noquote() << "the backup" << file.path << "cannot be used:" << done.error().detail;
    }
    return storage::refused(u"there is no backup that can be used"_s, u"no-backup"_s);
}

Result<RestoreReport> DatabaseRestore::replaceBy(const QString &backup, Reason reason)
{
    RestoreReport report;
    report.backup = backup;
    report.setAside = QFileInfo::exists(m_database)
                          ? asideName(m_database, reason == Reason::Damaged ? u"damaged"_s : u"replaced"_s, m_clock.utcNow())
                          : QString();
    removeWithCompanions(m_part);
    Result<void> done = makeReady(backup, reason, report);
    if (done)
        done = setAside(report);
    if (!done) {
        removeWithCompanions(m_part);
        return tl::unexpected(done.error());
    }
    qCWarning(lcStorage).noquote() << "the backup" << backup << "is in use now; the database before it is" << report.setAside;
    return report;
}

Result<void> DatabaseRestore::makeReady(const QString &backup, Reason reason, RestoreReport &report)
{
    if (!QFile::copy(backup, m_part) || !QFile::setPermissions(m_part, QFile::ReadOwner | QFile::WriteOwner))
        return storage::refused(u"the backup %1 cannot be read"_s.arg(backup), u"cannot-open"_s);
    {
        Result<std::unique_ptr<SqlConnection>> ready =
            SqlConnection::open(m_part, SqlConnection::Mode::ReadWrite, SqlConnection::defaultBusyTimeout);
        if (!ready && ready.error().providerCode == "corrupt"_L1)
            return storage::refused(u"%1 is damaged or no database of Textback"_s.arg(backup), u"corrupt"_s);
        if (!ready)
            return tl::unexpected(ready.error());
        if ((*ready)->value(u"PRAGMA user_version"_s).toInt() == 0)
            return storage::refused(u"%1 is no database of Textback"_s.arg(backup), u"corrupt"_s);
        if (const Result<void> sound = checkContent(**ready); !sound)
            return sound;
        const MigrationReport migrated = SchemaMigrator(**ready, SchemaMigrator::builtIn(), m_clock).run();
        if (!migrated.copy.isEmpty())
            QFile::remove(migrated.copy); // the backup itself is that copy
        if (migrated.outcome == MigrationOutcome::NewerThanApp)
            return storage::refused(u"the backup %1 was written by a later version of Textback"_s.arg(backup), u"newer-than-app"_s);
        if (migrated.outcome == MigrationOutcome::Failed)
            return tl::unexpected(migrated.error);
        if (const Result<void> taken = takeOver(**ready, reason, report); !taken)
            return taken;
    }
    // Closed, so that all of it is in the one file.
    if (QFileInfo(m_part + u"-wal"_s).size() > 0)
        return storage::refused(u"the backup cannot be made ready"_s, u"io"_s);
    removeWithCompanions(m_ready);
    if (!QFile::rename(m_part, m_ready))
        return storage::refused(u"the backup cannot be made ready"_s, u"io"_s);
    return {};
}

Result<void> DatabaseRestore::takeOver(SqlConnection &ready, Reason reason, RestoreReport &report)
{
    const UtcTime now = m_clock.utcNow();
    SalvagedConsents consents;
    qint64 oldEpoch = 0;
    QString settings;
    std::optional<DeviceRole> oldRole;
    if (!report.setAside.isEmpty()) {
        Result<std::unique_ptr<SqlConnection>> old = SqlConnection::open(m_database, SqlConnection::Mode::ReadOnly, Millis(0));
        if (old) {
            consents = salvageConsents(**old, now);
            oldEpoch = (*old)->value(u"SELECT epoch FROM maintenance"_s).toLongLong();
            if (reason == Reason::Damaged)
                settings = (*old)->value(u"SELECT document FROM settings WHERE id = 1"_s).toString();
            oldRole = deviceRoleFromString((*old)->value(u"SELECT role FROM device_role"_s).toString());
            (*old)->takeFailure();
        } else {
            consents.complete = false;
        }
    } else if (reason == Reason::Damaged) {
        consents.complete = false; // nothing is left to take them from
    }
    report.consentsDoubtful = !consents.complete;
    report.knownUntil = knownUntil(ready, now);

    SqlTransaction transaction(ready);
    report.consentsMerged = mergeConsents(ready, consents.changes);
    if (const auto known = readStoredSettings(settings.toUtf8()); known && !settings.isEmpty()) {
        SqlStatement keep(ready, u"UPDATE settings SET document = :document, country = :country"_s);
        keep.bind("document"_L1, settings).bind("country"_L1, known->business.country).exec();
    }
    if (mayHaveBeenViewer(ready, oldRole))
        showOnly(ready);
    SqlStatement mark(ready, u"UPDATE maintenance SET epoch = max(epoch, :oldEpoch) + 1, import_since = :since, restored_from = :from, "
                             "set_aside = :aside, consents_doubtful = :doubtful, checked_at = :now"_s);
    mark.bind("oldEpoch"_L1, oldEpoch).bind("since"_L1, report.knownUntil);
    mark.bind("from"_L1, reason == Reason::Damaged ? std::optional(report.knownUntil) : std::nullopt);
    mark.bind("aside"_L1, QFileInfo(report.setAside).fileName()).bind("doubtful"_L1, report.consentsDoubtful).bind("now"_L1, now).exec();
    if (transaction.commit())
        return {};
    return tl::unexpected(ready.takeFailure().value_or(Error{ErrorKind::Storage, u"the backup cannot be marked"_s, {}, 0, u"io"_s}));
}

Result<void> DatabaseRestore::setAside(RestoreReport &report) const
{
    if (!report.setAside.isEmpty() && !QFile::rename(m_database, report.setAside))
        return storage::refused(u"%1 cannot be set aside"_s.arg(m_database), u"io"_s);
    if (!moveCompanions(m_database, report.setAside.isEmpty() ? leftOverName(m_database) : report.setAside) ||
        !QFile::rename(m_ready, m_database))
        return storage::refused(u"%1 cannot be put in place: it is ended at the next start"_s.arg(m_ready), u"io"_s);
    return {};
}

} // namespace textback
