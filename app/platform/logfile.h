// SPDX-License-Identifier: MIT
#pragma once

#include "domain/time.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <atomic>
#include <memory>

class QDir;

namespace textback {

class Clock;

/// The log on disk: FOLDER/textback.log, which this user alone can read. At the turn of a day (UTC) and at a certain size it becomes
/// "textback-DAY.log" or "textback-DAY-2.log" ... and a new one is begun; what is older than a week, or over the whole's size, goes. Where the
/// disk does not let it, lines are dropped: a log is no reason to stop. Lines may come from any thread.
class LogFile {
public:
    struct Limits {
        qint64 fileSize = 1024 * 1024;
        qint64 wholeSize = 10 * 1024 * 1024; ///< of all files together
        int days = 7;                        ///< today and the six before it
    };

    /// Makes the folder. `clock` outlives it.
    LogFile(QString folder, const Clock &clock, Limits limits);
    LogFile(QString folder, const Clock &clock);
    ~LogFile();
    LogFile(const LogFile &) = delete;
    LogFile &operator=(const LogFile &) = delete;

    /// Appends whole lines, each with its line break. At once in the operating system's hands: a crash loses nothing.
    void append(const QByteArray &lines);
    /// Of the file that is written to.
    QString path() const;
    /// The newest lines in FOLDER, the oldest of them first, also of files that are full.
    static QStringList lastLines(const QString &folder, qsizetype count);

private:
    struct Open;

    std::shared_ptr<Open> open() const;
    void turn(const std::shared_ptr<Open> &old);
    QString freeName(const QString &day) const;
    void prune() const;
    static QStringList fullFiles(const QDir &folder);
    QString today() const;

    QString m_folder;
    const Clock &m_clock;
    Limits m_limits;
    /// Shared with the writers, so that the one who turns the page need not wait for those who are in the middle of a line.
    std::atomic<std::shared_ptr<Open>> m_open;
    std::atomic_flag m_turning = ATOMIC_FLAG_INIT;
};

} // namespace textback
