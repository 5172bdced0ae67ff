// SPDX-License-Identifier: MIT
#include "ui/compositionroot/backupkeeper.h"

#include "domain/ports/clock.h"
#include "storage/backupfolder.h"
#include "storage/databasebackup.h"

#include <QMetaObject>

#include <utility>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr Millis every = std::chrono::hours(24);
constexpr Millis lookEvery = std::chrono::hours(1); // no timer is trusted for a day: the PC sleeps
constexpr Millis first = std::chrono::seconds(1);

} // namespace

BackupKeeper::BackupKeeper(const Clock &clock, Scheduler &scheduler, QString databaseFile, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_scheduler(scheduler)
    , m_database(std::move(databaseFile))
{
    m_thread.setObjectName(u"backup"_s);
    m_worker.moveToThread(&m_thread);
}

BackupKeeper::~BackupKeeper()
{
    m_thread.quit();
    m_thread.wait();
}

void BackupKeeper::start()
{
    m_thread.start(QThread::LowPriority);
    m_next = m_scheduler.callAfter(first, [this] { check(); });
}

void BackupKeeper::check()
{
    m_next = m_scheduler.callAfter(lookEvery, [this] { check(); });
    const UtcTime now = m_clock.utcNow();
    const std::optional<UtcTime> newest = BackupFolder(m_database).newest();
    const bool isFresh = newest && *newest <= now && now - *newest < every - lookEvery / 2;
    if (m_busy || isFresh)
        return;
    m_busy = true;
    QMetaObject::invokeMethod(&m_worker, [this, now, file = m_database] {
        const Result<BackupFile> made = backUpDatabase(file, now);
        const std::optional<Error> error = made ? std::nullopt : std::optional(made.error());
        QMetaObject::invokeMethod(this, [this, error] { take(error); });
    });
}

void BackupKeeper::take(const std::optional<Error> &error)
{
    m_busy = false;
    if (error && error->providerCode == "corrupt"_L1)
        emit damaged();
    else
        emit ended(error ? error->detail : QString(), BackupFolder(m_database).newest());
}

std::vector<BackupChoice> BackupKeeper::backupsOf(const QString &databaseFile)
{
    std::vector<BackupChoice> choices;
    for (const BackupFile &backup : BackupFolder(databaseFile).files())
        choices.push_back({backup.path, backup.takenAt, backup.size});
    return choices;
}

} // namespace textback
