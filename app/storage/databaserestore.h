// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/clock.h"
#include "domain/result.h"
#include "domain/time.h"

#include <QString>

namespace textback {

class SqlConnection;

/// What a restore did.
struct RestoreReport {
    QString backup;                ///< the file that was taken
    QString setAside;              ///< where the replaced database is now; empty if there was none
    UtcTime knownUntil{};          ///< the provider's messages since then are missing (provider's clock)
    int consentsMerged = 0;        ///< taken over from the replaced database
    bool consentsDoubtful = false; ///< it could not be read to the end, or made no sense
};

/// Puts a backup in the database's place. Nothing is ever deleted: the replaced file is set aside under its date, with its write-ahead log. Its
/// opt-outs are merged into the backup (rules.md C14), and the backup is marked as restored, so that the engine sends nothing before the
/// provider's messages that it does not know are imported (faults.md F40, F45). Nobody may have the database open.
///
/// The backup is made ready beside the database and moves there as the last step; a crash between is ended by finish() at the next start.
class DatabaseRestore {
public:
    /// `clock` outlives it.
    DatabaseRestore(QString databaseFile, const Clock &clock);

    /// The database is damaged: the newest backup that is sound takes its place, with the settings as they were last, where those can be read.
    /// "no-backup" if there is none: then nothing was changed.
    Result<RestoreReport> replaceDamaged();
    /// A person wants this backup ("newest": the newest one that is sound). "no-backup", "corrupt", "newer-than-app" or "cannot-open" if it
    /// cannot be used: then nothing was changed.
    Result<RestoreReport> restore(const QString &backup);
    /// Ends what a crash left half done. Before every opening.
    static Result<void> finish(const QString &databaseFile);

private:
    enum class Reason { Damaged, Wish };

    Result<RestoreReport> replaceBy(const QString &backup, Reason reason);
    Result<RestoreReport> replaceByNewest(Reason reason);
    Result<void> makeReady(const QString &backup, Reason reason, RestoreReport &report);
    Result<void> takeOver(SqlConnection &ready, Reason reason, RestoreReport &report);
    Result<void> setAside(RestoreReport &report) const;

    QString m_database;
    QString m_part;  ///< being made ready
    QString m_ready; ///< ready to move
    const Clock &m_clock;
};

} // namespace textback
