// SPDX-License-Identifier: MIT
#include "platform/datafolder.h"

#include <QFile>

#include <sys/stat.h>
#include <unistd.h>

namespace textback::datafolder {

bool isOwnedByUser(const QString &path)
{
    struct stat info = {};
    return ::stat(QFile::encodeName(path).constData(), &info) == 0 && info.st_uid == ::geteuid();
}

bool makePrivate(const QString &path, bool folder)
{
    return ::chmod(QFile::encodeName(path).constData(), folder ? 0700 : 0600) == 0;
}

bool isOpenToOthers(const QString &path)
{
    struct stat info = {};
    return ::stat(QFile::encodeName(path).constData(), &info) == 0 && (info.st_mode & 077) != 0;
}

} // namespace textback::datafolder
