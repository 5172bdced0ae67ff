// SPDX-License-Identifier: MIT
#pragma once

#include "domain/contacts/contactimport.h"
#include "domain/ports/peoplereader.h"
#include "domain/ports/scheduler.h"

#include <QHash>
#include <QObject>

#include <memory>

namespace textback {

/// Reads an address book's file a little at a time, so that the window goes on meanwhile, and then what names its numbers have already. GUI thread.
class ContactFile : public QObject {
    Q_OBJECT

public:
    /// Both outlive it. `region`: the ISO country of national spellings.
    ContactFile(PeopleReader &reader, Scheduler &scheduler, const QString &region, QObject *parent = nullptr);
    ~ContactFile() override;

    void open(const QString &file);

    const ContactImport &read() const { return m_import; }
    /// What the number is called already; empty: nothing.
    QString knownName(const PhoneNumber &number) const { return m_names.value(number.e164()); }
    /// Numbers that have no name yet.
    int fresh() const;
    /// Numbers that have another name.
    int differing() const;

signals:
    /// So many entries are read so far.
    void progressed(int entries);
    void ready();
    /// The file is of no use: what happened and what to do.
    void failed(const QString &sentence);

private:
    void readSome();
    void lookUpSome();
    void later(Millis delay, void (ContactFile::*step)());

    PeopleReader &m_reader;
    Scheduler &m_scheduler;
    ContactImport m_import;
    std::unique_ptr<ContactSource> m_source;
    QHash<QString, QString> m_names;
    qsizetype m_lookedUp = 0;
    int m_busy = 0;
    ScheduledCall m_next;
};

} // namespace textback
