// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/scheduler.h"
#include "domain/result.h"
#include "domain/time.h"
#include "ui/settings/backupsection.h"

#include <QObject>
#include <QString>
#include <QThread>

#include <optional>
#include <vector>

namespace textback {

class Clock;

/// Makes the daily backup on a thread and a connection of its own: at the start if the newest is older than a day, then every day, and after a
/// failure every hour. It reads the whole database before, so that damage shows within a day, too. Lives on the main thread.
class BackupKeeper : public QObject {
    Q_OBJECT

public:
    /// `clock` and `scheduler` outlive it.
    BackupKeeper(const Clock &clock, Scheduler &scheduler, QString databaseFile, QObject *parent = nullptr);
    /// Waits for a backup under way.
    ~BackupKeeper() override;

    void start();
    /// The backups that there are of a database, the newest first.
    static std::vector<BackupChoice> backupsOf(const QString &databaseFile);

signals:
    /// A backup was made (`problem` empty) or could not be; `newest`: of the newest one there is.
    void ended(const QString &problem, std::optional<textback::UtcTime> newest);
    /// The database is damaged.
    void damaged();

private:
    void check();
    void take(const std::optional<Error> &error);

    const Clock &m_clock;
    Scheduler &m_scheduler;
    QString m_database;
    QThread m_thread;
    QObject m_worker; ///< its only use is to live on m_thread
    ScheduledCall m_next;
    bool m_busy = false;
};

} // namespace textback
