// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/scheduler.h"
#include "domain/result.h"

#include <QByteArray>
#include <QObject>
#include <QSaveFile>
#include <QString>

#include <functional>
#include <memory>

namespace textback {

/// Writes a list into one file, a page at a time, so that the window goes on meanwhile. The file is readable by its owner alone; one that could not be
/// finished is not there (what stood in its place stays). GUI thread.
class PagedExport : public QObject {
    Q_OBJECT

public:
    struct Page {
        QByteArray bytes;
        int rows = 0;
        bool last = false;
    };
    using NextPage = std::function<Result<Page>()>;

    /// The scheduler outlives it.
    explicit PagedExport(Scheduler &scheduler, QObject *parent = nullptr);

    /// Writes `head` and then what `next` gives until it says "last"; asks again later while it gives an error. Nothing while one is running.
    void start(const QString &file, const QByteArray &head, NextPage next);
    bool isRunning() const { return m_file != nullptr; }

signals:
    /// So many rows are written so far.
    void progressed(int rows);
    void finished(const QString &file, int rows);
    /// What happened and what to do, for a person.
    void failed(const QString &sentence);

private:
    void step();
    void fail(const QString &sentence);
    QString notWritten() const;

    Scheduler &m_scheduler;
    std::unique_ptr<QSaveFile> m_file;
    NextPage m_nextPage;
    int m_rows = 0;
    int m_busy = 0;
    ScheduledCall m_next;
};

} // namespace textback
