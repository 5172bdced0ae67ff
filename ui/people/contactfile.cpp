// SPDX-License-Identifier: MIT
#include "ui/people/contactfile.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace textback {

namespace {

constexpr int entriesAtOnce = 200;
constexpr qsizetype numbersAtOnce = 500;
constexpr Millis retryDelay{250};
constexpr int mostTries = 240; // a minute

} // namespace

ContactFile::ContactFile(PeopleReader &reader, Scheduler &scheduler, const QString &region, QObject *parent)
    : QObject(parent)
    , m_reader(reader)
    , m_scheduler(scheduler)
    , m_import(region)
{
}

ContactFile::~ContactFile() = default;

void ContactFile::later(Millis delay, void (ContactFile::*step)())
{
    m_next = m_scheduler.callAfter(delay, [this, step] { (this->*step)(); });
}

void ContactFile::open(const QString &file)
{
    QFile book(file);
    const QString name = QDir::toNativeSeparators(file);
    if (!book.open(QIODevice::ReadOnly)) {
        emit failed(tr("%1 cannot be opened. Choose another file.").arg(name));
        return;
    }
    // One byte more than may be: what is no ordinary file does not tell its size.
    const QByteArray data = book.read(ContactImport::mostBytes + 1);
    if (data.size() > ContactImport::mostBytes) {
        emit failed(tr("%1 is larger than 20 MB. Export the contacts without pictures, or in several files.").arg(name));
        return;
    }
    m_source = contactSourceOf(data);
    if (!m_source) {
        emit failed(
            tr("%1 has no column of phone numbers. Export your contacts as vCard (.vcf), or as CSV for Google or Outlook.").arg(name));
        return;
    }
    later(Millis(0), &ContactFile::readSome);
}

void ContactFile::readSome()
{
    for (int i = 0; i < entriesAtOnce; ++i) {
        const auto row = m_source->next();
        if (!row || !m_import.add(*row)) {
            m_source.reset();
            return later(Millis(0), &ContactFile::lookUpSome);
        }
    }
    emit progressed(m_import.rows());
    later(Millis(0), &ContactFile::readSome);
}

void ContactFile::lookUpSome()
{
    const QList<ImportedContact> &contacts = m_import.contacts();
    const qsizetype end = std::min(contacts.size(), m_lookedUp + numbersAtOnce);
    std::vector<PhoneNumber> numbers;
    for (qsizetype i = m_lookedUp; i < end; ++i)
        numbers.push_back(contacts[i].number);
    const auto names = m_reader.names(numbers);
    if (!names) {
        if (++m_busy > mostTries) {
            emit failed(tr("The database is busy. Try the import again later."));
            return;
        }
        return later(retryDelay, &ContactFile::lookUpSome);
    }
    m_busy = 0;
    m_names.insert(*names);
    m_lookedUp = end;
    if (end < contacts.size())
        return later(Millis(0), &ContactFile::lookUpSome);
    emit ready();
}

int ContactFile::fresh() const
{
    return int(m_import.contacts().size() - m_names.size());
}

int ContactFile::differing() const
{
    const QList<ImportedContact> &contacts = m_import.contacts();
    return int(std::count_if(contacts.begin(), contacts.end(), [this](const ImportedContact &contact) {
        const QString known = knownName(contact.number);
        return !known.isEmpty() && known != contact.name;
    }));
}

} // namespace textback
