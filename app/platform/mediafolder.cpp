// SPDX-License-Identifier: MIT
#include "platform/mediafolder.h"

#include "domain/ports/clock.h"
#include "platform/datafolder.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <utility>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr QDir::Filters ourFiles = QDir::Files | QDir::Hidden | QDir::NoSymLinks;

tl::unexpected<Error> failure(const QString &why)
{
    Error error;
    error.kind = ErrorKind::Storage;
    error.detail = u"the folder of pictures and voicemails: %1"_s.arg(why);
    return tl::unexpected(error);
}

} // namespace

MediaFolder::MediaFolder(QString folder, const Clock &clock, qint64 limit)
    : m_folder(std::move(folder))
    , m_clock(clock)
    , m_limit(limit)
{
}

std::optional<KeptFile> MediaFolder::find(const QString &name)
{
    const QFileInfoList found = QDir(m_folder).entryInfoList({name + u".*"_s}, ourFiles);
    for (const QFileInfo &info : found) {
        const auto type = mediaTypeFromSuffix(info.suffix());
        if (!type || info.completeBaseName() != name || info.size() == 0)
            continue;
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        // Its age is since it was looked at last. Should that fail it goes a little early.
        file.setFileTime(QDateTime::fromMSecsSinceEpoch(toUnixMillis(m_clock.utcNow())), QFileDevice::FileModificationTime);
        return KeptFile{info.filePath(), *type, info.size()};
    }
    return std::nullopt;
}

Result<KeptFile> MediaFolder::keep(const QString &name, MediaType type, const QByteArray &bytes)
{
    if (!QDir().mkpath(m_folder) || !datafolder::makePrivate(m_folder, true))
        return failure(m_folder);
    const QString path = QDir(m_folder).filePath(name + u'.' + mediaSuffix(type));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) ||
        file.write(bytes) != bytes.size() || !file.commit())
        return failure(file.errorString());
    QFile kept(path);
    if (kept.open(QIODevice::ReadWrite))
        kept.setFileTime(QDateTime::fromMSecsSinceEpoch(toUnixMillis(m_clock.utcNow())), QFileDevice::FileModificationTime);
    kept.close();
    prune(path);
    return KeptFile{path, type, bytes.size()};
}

Result<void> MediaFolder::clear()
{
    const QFileInfoList files = QDir(m_folder).entryInfoList(QDir::Files | QDir::Hidden | QDir::System);
    QString left;
    for (const QFileInfo &file : files) {
        if (!QFile::remove(file.filePath())) // one that is in use must not save the others
            left = file.fileName();
    }
    return left.isEmpty() ? Result<void>() : failure(u"%1 could not be deleted"_s.arg(left));
}

void MediaFolder::prune(const QString &spared) const
{
    const QFileInfoList files = QDir(m_folder).entryInfoList(ourFiles, QDir::Time | QDir::Reversed); // the oldest first
    qint64 total = 0;
    for (const QFileInfo &file : files)
        total += file.size();
    for (const QFileInfo &file : files) {
        if (total <= m_limit)
            return;
        if (file.filePath() != spared && QFile::remove(file.filePath()))
            total -= file.size();
    }
}

} // namespace textback
