// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/exportreader.h"
#include "domain/ports/scheduler.h"

#include <QObject>
#include <QSaveFile>
#include <QTimeZone>

#include <memory>

namespace textback {

class Clock;

/// Writes everything that is stored as three CSV files (calls, texts, contacts) into a new folder, a page at a time, so that the window goes on
/// meanwhile. Formula-safe (domain/csv.h), readable by the owner alone. A folder that could not be finished is taken away again. GUI thread.
class DataExport : public QObject {
    Q_OBJECT

public:
    static constexpr int pageSize = 200;

    /// All outlive it.
    DataExport(ExportReader &reader, const Clock &clock, Scheduler &scheduler, QObject *parent = nullptr);
    ~DataExport() override;

    /// Begins a new folder inside `folder`; times are written in `zone` (the business's). Does nothing while one is running.
    void start(const QString &folder, const QTimeZone &zone);
    bool isRunning() const { return m_part != Part::None; }

signals:
    /// So many rows are written so far.
    void progressed(int rows);
    /// All is in `folder`.
    void finished(const QString &folder, int rows);
    /// What happened and what to do, for a person.
    void failed(const QString &sentence);

private:
    enum class Part { None, Calls, Texts, Contacts };

    void begin(Part part);
    void step();
    bool writePage();
    void fail(const QString &sentence);
    void stepLater(Millis delay);
    QString time(UtcTime at) const;
    void write(const ExportedCall &call);
    void write(const ExportedText &text);
    void write(const ExportedContact &contact);
    void writeRow(const QStringList &cells);
    /// Writes a page and remembers its last key; false where it is the last one. Without a page: the database is busy.
    template <typename Row, typename Key>
    bool take(const Result<std::vector<Row>> &page, Key keyOf);

    ExportReader &m_reader;
    const Clock &m_clock;
    Scheduler &m_scheduler;
    Part m_part = Part::None;
    QTimeZone m_zone;
    QString m_folder;
    std::unique_ptr<QSaveFile> m_file;
    qint64 m_after = 0;
    int m_rows = 0;
    int m_busy = 0; ///< tries in a row that the database did not answer
    ScheduledCall m_next;
};

} // namespace textback
