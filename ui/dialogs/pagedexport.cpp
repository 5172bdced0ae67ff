// SPDX-License-Identifier: MIT
#include "ui/dialogs/pagedexport.h"

#include <QDir>

#include <utility>

namespace textback {

namespace {

constexpr Millis retryDelay{250};
constexpr int mostTries = 240; // a minute

} // namespace

PagedExport::PagedExport(Scheduler &scheduler, QObject *parent)
    : QObject(parent)
    , m_scheduler(scheduler)
{
}

QString PagedExport::notWritten() const
{
    return tr("The export could not be written: is the disk full? Choose another folder.");
}

void PagedExport::start(const QString &file, const QByteArray &head, NextPage next)
{
    if (isRunning())
        return;
    m_file = std::make_unique<QSaveFile>(file);
    if (!m_file->open(QIODevice::WriteOnly) || !m_file->setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return fail(tr("%1 cannot be written. Choose another folder.").arg(QDir::toNativeSeparators(file)));
    m_file->write(head);
    m_nextPage = std::move(next);
    m_rows = 0;
    m_busy = 0;
    m_next = m_scheduler.callAfter(Millis(0), [this] { step(); });
}

void PagedExport::step()
{
    const Result<Page> page = m_nextPage();
    if (!page) {
        if (++m_busy > mostTries)
            return fail(tr("The database is busy. Try the export again later."));
        m_next = m_scheduler.callAfter(retryDelay, [this] { step(); });
        return;
    }
    m_busy = 0;
    m_rows += page->rows;
    m_file->write(page->bytes);
    if (m_file->error() != QFileDevice::NoError)
        return fail(notWritten());
    if (!page->last) {
        emit progressed(m_rows);
        m_next = m_scheduler.callAfter(Millis(0), [this] { step(); });
        return;
    }
    if (!m_file->commit())
        return fail(notWritten());
    const QString file = m_file->fileName();
    m_file.reset();
    m_nextPage = {};
    emit finished(file, m_rows);
}

void PagedExport::fail(const QString &sentence)
{
    m_file.reset();
    m_nextPage = {};
    emit failed(sentence);
}

} // namespace textback
