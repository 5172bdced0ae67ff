// SPDX-License-Identifier: MIT
#pragma once

#include "domain/result.h"

#include <QString>

#include <optional>

namespace textback {

/// The folder under which the program keeps everything: the database, its copies, the lock. It is private: the user's alone (0700, every
/// file in it 0600), on a disk of this PC, and never inside a folder that a cloud service copies away.
class DataFolder {
public:
    /// Makes the folder if need be, checks it and tightens its modes. `path` empty means the platform's application data folder.
    /// Error::Storage with a sentence that names the folder and what to do about it.
    static Result<DataFolder> prepare(const QString &path);
    /// The platform's application data folder for this program.
    static QString defaultPath();

    const QString &path() const { return m_path; }
    /// The path of a file in it.
    QString filePath(const QString &name) const;
    QString databasePath() const { return filePath(QStringLiteral("textback.db")); }

private:
    explicit DataFolder(QString path)
        : m_path(std::move(path))
    {
    }

    QString m_path;
};

namespace datafolder {

/// True for the names of file systems that live on another computer ("nfs4", "cifs", "fuse.sshfs"): SQLite's locks do not hold there.
bool isNetworkFileSystem(const QByteArray &fileSystemType);
/// The name of the cloud service that copies this folder away, empty if none is recognised by the folder names and marker files above it.
QString syncServiceOf(const QString &path);
struct Unsafe {
    QString code;   ///< Error::providerCode
    QString detail; ///< the rest of a sentence that begins with the folder
};
/// What keeps a database from being safe in this folder on a file system of this type; nothing if it is safe.
std::optional<Unsafe> whyUnsafe(const QString &path, const QByteArray &fileSystemType);
/// Operating system part (datafolder_unix.cpp, datafolder_win.cpp): whether the folder belongs to this user.
bool isOwnedByUser(const QString &path);
/// Makes a file or folder the user's alone. False if that is refused.
bool makePrivate(const QString &path, bool folder);
/// Whether others than the user can look into the folder.
bool isOpenToOthers(const QString &path);

} // namespace datafolder

} // namespace textback
