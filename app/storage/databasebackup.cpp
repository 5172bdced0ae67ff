// SPDX-License-Identifier: MIT
#include "storage/databasebackup.h"

#include "storage/databasecheck.h"
#include "storage/sqlstatement.h"
#include "storage/storagelog.h"
#include "storage/storagenames.h"

#include <QFile>
#include <QFileInfo>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

Result<void> copyInto(const QString &databaseFile, const QString &copy)
{
    Result<std::unique_ptr<SqlConnection>> source =
        SqlConnection::open(databaseFile, SqlConnection::Mode::Copying, SqlConnection::defaultBusyTimeout);
    if (!source)
        return tl::unexpected(source.error());
    if (const Result<void> sound = checkContent(**source); !sound)
        return sound;
    // VACUUM INTO takes an empty file, and keeps its modes: so the copy is never readable by others.
    QFile file(copy);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return storage::refused(u"the backup %1 cannot be made: %2"_s.arg(copy, file.errorString()), u"cannot-open"_s);
    file.close();
    SqlStatement(**source, u"VACUUM INTO :copy"_s).bind("copy"_L1, copy).exec();
    if (const std::optional<Error> failure = (*source)->takeFailure())
        return tl::unexpected(*failure);
    return {};
}

Result<void> checkCopy(const QString &copy)
{
    Result<std::unique_ptr<SqlConnection>> connection =
        SqlConnection::open(copy, SqlConnection::Mode::ReadOnly, SqlConnection::defaultBusyTimeout);
    const Result<void> sound = connection ? checkContent(**connection) : tl::unexpected(connection.error());
    return sound ? sound : storage::refused(u"the backup is not as it should be: "_s + sound.error().detail, u"bad-copy"_s);
}

} // namespace

Result<BackupFile> backUpDatabase(const QString &databaseFile, UtcTime now)
{
    const BackupFolder folder(databaseFile);
    if (const Result<void> prepared = folder.prepare(); !prepared)
        return tl::unexpected(prepared.error());
    const QString part = folder.partPathFor(now);
    Result<void> done = copyInto(databaseFile, part);
    if (done)
        done = checkCopy(part);
    const QString path = folder.pathFor(now);
    if (done && ((QFileInfo::exists(path) && !QFile::remove(path)) || !QFile::rename(part, path)))
        done = storage::refused(u"the backup %1 cannot be named"_s.arg(path), u"io"_s);
    if (!done) {
        QFile::remove(part);
        return tl::unexpected(done.error());
    }
    folder.prune();
    qCInfo(lcStorage) << "backup made:" << path;
    return BackupFile{path, std::chrono::floor<std::chrono::seconds>(now), QFileInfo(path).size()};
}

} // namespace textback
