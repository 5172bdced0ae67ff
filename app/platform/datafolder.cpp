// SPDX-License-Identifier: MIT
#include "platform/datafolder.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QStorageInfo>
#include <QTemporaryFile>

#include <algorithm>
#include <array>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr char16_t remedy[] = u"choose another one with --data-dir";

/// `code` is for the sentence that a window shows; `what` goes on from "the data folder PATH".
tl::unexpected<Error> refusal(const QString &path, const QString &code, const QString &what)
{
    Error error;
    error.kind = ErrorKind::Storage;
    error.providerCode = code;
    error.detail = u"the data folder %1 %2: %3"_s.arg(QDir::toNativeSeparators(path), what, QString::fromUtf16(remedy));
    return tl::unexpected(error);
}

/// A folder counts as ours when it is empty or holds our lock or database: then its modes may be changed. Anything else could be the
/// user's home or /tmp, given by mistake.
bool isOurs(const QDir &folder)
{
    return folder.isEmpty(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden | QDir::System) || folder.exists(u"textback.lock"_s) ||
           folder.exists(u"textback.db"_s);
}

} // namespace

QString DataFolder::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/textback"_s;
}

QString DataFolder::filePath(const QString &name) const
{
    return QDir(m_path).filePath(name);
}

Result<DataFolder> DataFolder::prepare(const QString &path)
{
    const QString wanted = QDir::cleanPath(QFileInfo(path.isEmpty() ? defaultPath() : path).absoluteFilePath());
    const QFileInfo info(wanted);
    if (info.exists() && !info.isDir())
        return refusal(wanted, u"not-a-folder"_s, u"is not a folder"_s);
    if (!info.exists()) {
        if (!QDir().mkpath(wanted))
            return refusal(wanted, u"cannot-write"_s, u"cannot be made"_s);
        datafolder::makePrivate(wanted, true);
    }
    const QString real = QFileInfo(wanted).canonicalFilePath();
    if (real.isEmpty())
        return refusal(wanted, u"cannot-write"_s, u"cannot be opened"_s);
    if (const auto unsafe = datafolder::whyUnsafe(real, QStorageInfo(real).fileSystemType()))
        return refusal(wanted, unsafe->code, unsafe->detail);
    if (!datafolder::isOwnedByUser(real))
        return refusal(wanted, u"not-private"_s, u"belongs to another user"_s);
    if (datafolder::isOpenToOthers(real)) {
        if (!isOurs(QDir(real)))
            return refusal(wanted, u"not-private"_s, u"can be read by other users and holds other files"_s);
        if (!datafolder::makePrivate(real, true))
            return refusal(wanted, u"not-private"_s, u"can be read by other users, and that cannot be changed"_s);
    }
    {
        QTemporaryFile probe(QDir(real).filePath(u".write-test-XXXXXX"_s));
        if (!probe.open() || probe.write("x") != 1 || !probe.flush())
            return refusal(wanted, u"cannot-write"_s, u"cannot be written (%1)"_s.arg(probe.errorString()));
    }
    // Files that an older program or a copy by hand left open to others.
    QDirIterator files(real, QDir::Files | QDir::Hidden | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (files.hasNext())
        datafolder::makePrivate(files.next(), false);
    return DataFolder(real);
}

namespace datafolder {

bool isNetworkFileSystem(const QByteArray &fileSystemType)
{
    static constexpr std::array<const char *, 14> known = {
        "nfs",        "nfs4",        "cifs",  "smb3",        "smbfs",           "smb2", "afs", "ncpfs",
        "fuse.sshfs", "fuse.rclone", "davfs", "fuse.davfs2", "fuse.gvfsd-fuse", "ceph"};
    const QByteArray type = fileSystemType.toLower();
    return std::any_of(known.begin(), known.end(), [&type](const char *name) { return type == name; });
}

QString syncServiceOf(const QString &path)
{
    struct Mark {
        const char16_t *name; ///< of a folder, by its beginning
        const char16_t *service;
    };
    static constexpr std::array<Mark, 7> folders = {{{u"Dropbox", u"Dropbox"},
                                                     {u"OneDrive", u"OneDrive"},
                                                     {u"Google Drive", u"Google Drive"},
                                                     {u"GoogleDrive", u"Google Drive"},
                                                     {u"iCloud", u"iCloud"},
                                                     {u"Nextcloud", u"Nextcloud"},
                                                     {u"ownCloud", u"ownCloud"}}};
    static constexpr std::array<Mark, 4> files = {
        {{u".dropbox", u"Dropbox"}, {u".dropbox.cache", u"Dropbox"}, {u".sync_*.db", u"Nextcloud"}, {u".owncloudsync.log", u"ownCloud"}}};

    QDir folder(path);
    do {
        for (const Mark &mark : folders) {
            // "Dropbox", "Dropbox (Personal)", "OneDrive - Motor City Towing"
            const QString name = folder.dirName();
            const QString start = QString::fromUtf16(mark.name);
            const bool same = name.compare(start, Qt::CaseInsensitive) == 0;
            if (same || name.startsWith(start + u" "_s, Qt::CaseInsensitive))
                return QString::fromUtf16(mark.service);
        }
        // Windows copies this one to the server at log-off, and to the next PC at log-on.
        if (folder.path().endsWith("/AppData/Roaming"_L1, Qt::CaseInsensitive))
            return u"the roaming profile"_s;
        for (const Mark &mark : files) {
            // The home folder itself has a .dropbox with the client's own state: only a file marks a synchronised folder.
            if (!folder.entryList({QString::fromUtf16(mark.name)}, QDir::Files | QDir::Hidden).isEmpty())
                return QString::fromUtf16(mark.service);
        }
    } while (folder.cdUp());
    return {};
}

std::optional<Unsafe> whyUnsafe(const QString &path, const QByteArray &fileSystemType)
{
    if (isNetworkFileSystem(fileSystemType))
        return Unsafe{u"network-drive"_s,
                      u"is on a network drive (%1), where a database is not safe"_s.arg(QString::fromLatin1(fileSystemType))};
    const QString service = syncServiceOf(path);
    if (service.isEmpty())
        return std::nullopt;
    return Unsafe{u"synced"_s, u"is copied to other computers by %1, which breaks a database in use"_s.arg(service)};
}

} // namespace datafolder

} // namespace textback
