// SPDX-License-Identifier: MIT
#pragma once

#include "domain/result.h"
#include "domain/time.h"

#include <QString>

#include <optional>
#include <vector>

namespace textback {

/// One backup of the database.
struct BackupFile {
    QString path;
    UtcTime takenAt{};
    qint64 size = 0; ///< bytes
    bool operator==(const BackupFile &) const = default;
};

/// The folder "backups" beside the database (0700), with its files named by their time (UTC). Any thread.
class BackupFolder {
public:
    explicit BackupFolder(const QString &databaseFile);

    const QString &path() const { return m_path; }
    /// Makes the folder, and takes away what a crash left of a backup that was being made.
    Result<void> prepare() const;
    /// The newest first. What is not named like a backup is no backup.
    std::vector<BackupFile> files() const;
    std::optional<UtcTime> newest() const;
    /// Where the backup of this moment goes, and where it is made until it is known to be good.
    QString pathFor(UtcTime takenAt) const;
    QString partPathFor(UtcTime takenAt) const;
    /// Removes what surplusBackups() names.
    void prune() const;

private:
    QString m_path;
};

/// Which of these times need no backup any more. Kept are the newest of each of the last seven days that have one, and of what is older the newest
/// of each of the last four weeks that have one (days and weeks of UTC; weeks begin on Monday).
std::vector<UtcTime> surplusBackups(std::vector<UtcTime> takenAt);

} // namespace textback
