// SPDX-License-Identifier: MIT
#include "ui/format/startwords.h"

#include "ui/format/safetext.h"

namespace textback {

using namespace Qt::StringLiterals;

QString StartWords::sentence(const Error &error, const QString &file)
{
    const QString name = singleLine(file);
    if (error.providerCode == "corrupt"_L1)
        return tr("The database %1 is damaged and there is no good backup. It was left as it is, because it holds who said STOP: put a "
                  "copy of it back.")
            .arg(name);
    if (error.providerCode == "newer-than-app"_L1)
        return tr("The database %1 was written by a later version of Textback. Install that version.").arg(name);
    if (error.providerCode == "locked"_L1)
        return tr("The database %1 is in use by another program. Close that one (a backup or antivirus tool, perhaps) and start again.")
            .arg(name);
    if (error.providerCode == "full"_L1)
        return tr("The disk with the database %1 is full. Free space and start again.").arg(name);
    if (error.providerCode == "read-only"_L1 || error.providerCode == "cannot-open"_L1)
        return tr("The database %1 cannot be written. Give your user the right to write it, and start again.").arg(name);
    return tr("The database %1 cannot be used: %2").arg(name, singleLine(error.detail));
}

QString StartWords::folderSentence(const Error &error, const QString &folder)
{
    const QString name = singleLine(folder);
    if (error.providerCode == "not-a-folder"_L1)
        return tr("%1 is no folder. Textback keeps its data in one: name another one with --data-dir.").arg(name);
    if (error.providerCode == "network-drive"_L1)
        return tr("The data folder %1 is on a network drive, where a database is not safe. Name a folder of this computer with --data-dir.")
            .arg(name);
    if (error.providerCode == "synced"_L1)
        return tr("The data folder %1 is copied to other computers by a service such as Dropbox or OneDrive, which breaks a database in "
                  "use. "
                  "Name a folder that stays on this computer with --data-dir.")
            .arg(name);
    if (error.providerCode == "not-private"_L1)
        return tr("The data folder %1 is not yours alone: it belongs to another user, or others can read it. Name an empty folder of your "
                  "own with --data-dir.")
            .arg(name);
    return tr("Textback cannot write into its data folder %1. Give your user the right to write there, free space on its disk, or name "
              "another folder with --data-dir.")
        .arg(name);
}

QString StartWords::noWindowSentence(qint64 pid)
{
    return pid > 0 ? tr("It already works without a window (process %1). End that process first, then start again.").arg(pid)
                   : tr("It already works without a window. End that copy first, then start again.");
}

QString StartWords::backupSentence(const Error &error, const QString &file)
{
    const QString name = singleLine(file);
    if (error.providerCode == "newer-than-app"_L1)
        return tr("The backup %1 was written by a later version of Textback. Nothing was changed.").arg(name);
    if (error.providerCode == "corrupt"_L1)
        return tr("The backup %1 is damaged or no database of Textback. Nothing was changed: choose another one.").arg(name);
    if (error.providerCode == "full"_L1)
        return tr("The disk is too full to restore the backup %1. Nothing was changed: free space and try again.").arg(name);
    return tr("The backup %1 cannot be restored. Nothing was changed: choose another one.").arg(name);
}

} // namespace textback
