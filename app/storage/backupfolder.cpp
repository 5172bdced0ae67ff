// SPDX-License-Identifier: MIT
#include "storage/backupfolder.h"

#include "storage/storagenames.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTimeZone>

#include <algorithm>
#include <set>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t daysKept = 7;
constexpr size_t weeksKept = 4;
const QString timeFormat = u"yyyyMMdd-HHmmss"_s;

qint64 dayOf(UtcTime time)
{
    return std::chrono::floor<std::chrono::days>(time).time_since_epoch().count();
}

/// The epoch began on a Thursday.
qint64 weekOf(UtcTime time)
{
    const qint64 sinceMonday = dayOf(time) + 3;
    return (sinceMonday - (sinceMonday % 7 + 7) % 7) / 7;
}

QString nameOf(UtcTime takenAt)
{
    return u"textback-"_s + QDateTime::fromMSecsSinceEpoch(toUnixMillis(takenAt), Qt::UTC).toString(timeFormat) + u".db"_s;
}

std::optional<UtcTime> timeOf(const QString &name)
{
    QDateTime time = QDateTime::fromString(name.mid(9, 15), timeFormat);
    if (!time.isValid())
        return std::nullopt;
    time.setTimeZone(QTimeZone::utc());
    const UtcTime taken = fromUnixMillis(time.toMSecsSinceEpoch());
    return nameOf(taken) == name ? std::optional(taken) : std::nullopt;
}

} // namespace

BackupFolder::BackupFolder(const QString &databaseFile)
    : m_path(QFileInfo(databaseFile).absoluteDir().filePath(u"backups"_s))
{
}

Result<void> BackupFolder::prepare() const
{
    if (!QDir().mkpath(m_path) || !QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        return storage::refused(u"the folder %1 cannot be made"_s.arg(m_path), u"cannot-open"_s);
    const QDir folder(m_path);
    for (const QString &name : folder.entryList({u"textback-*.db.part*"_s}, QDir::Files))
        QFile::remove(folder.filePath(name));
    return {};
}

std::vector<BackupFile> BackupFolder::files() const
{
    std::vector<BackupFile> files;
    for (const QFileInfo &info : QDir(m_path).entryInfoList({u"textback-*.db"_s}, QDir::Files)) {
        if (const std::optional<UtcTime> taken = timeOf(info.fileName()))
            files.push_back({info.absoluteFilePath(), *taken, info.size()});
    }
    std::sort(files.begin(), files.end(), [](const BackupFile &a, const BackupFile &b) { return a.takenAt > b.takenAt; });
    return files;
}

std::optional<UtcTime> BackupFolder::newest() const
{
    const std::vector<BackupFile> all = files();
    return all.empty() ? std::nullopt : std::optional(all.front().takenAt);
}

QString BackupFolder::pathFor(UtcTime takenAt) const
{
    return QDir(m_path).filePath(nameOf(takenAt));
}

QString BackupFolder::partPathFor(UtcTime takenAt) const
{
    return pathFor(takenAt) + u".part"_s;
}

void BackupFolder::prune() const
{
    std::vector<UtcTime> times;
    for (const BackupFile &file : files())
        times.push_back(file.takenAt);
    for (const UtcTime time : surplusBackups(std::move(times)))
        QFile::remove(pathFor(time));
}

std::vector<UtcTime> surplusBackups(std::vector<UtcTime> takenAt)
{
    std::sort(takenAt.rbegin(), takenAt.rend());
    std::set<qint64> days;
    std::set<qint64> weeks;
    std::vector<UtcTime> surplus;
    for (const UtcTime time : takenAt) {
        const bool isDaily = days.size() < daysKept || days.contains(dayOf(time));
        const bool kept = isDaily ? days.insert(dayOf(time)).second
                                  : (weeks.size() < weeksKept || weeks.contains(weekOf(time))) && weeks.insert(weekOf(time)).second;
        if (!kept)
            surplus.push_back(time);
    }
    return surplus;
}

} // namespace textback
