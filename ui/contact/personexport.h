// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

class QWidget;

namespace textback {

class Clock;
class EvidenceReader;
class PhoneNumber;

/// Writes everything that is stored about one number into a file that a person chooses: the proof of --evidence, readable by this user only,
/// whole or not at all. GUI thread.
class PersonExport : public QObject {
    Q_OBJECT

public:
    /// Both outlive it.
    PersonExport(EvidenceReader &reader, const Clock &clock, QObject *parent = nullptr);

    /// Asks for the place in a dialog of `window`.
    void askForPlace(const PhoneNumber &number, QWidget *window);
    void writeTo(const QString &path, const PhoneNumber &number);

signals:
    /// What came of it, for a person.
    void told(const QString &sentence);

private:
    EvidenceReader &m_reader;
    const Clock &m_clock;
};

} // namespace textback
