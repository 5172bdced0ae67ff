// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

#include <vector>

class QWidget;

namespace textback {

class Clock;
class EvidenceReader;
class PhoneNumber;

/// Writes everything that is stored about the numbers of one person into a file that a person chooses: the proof of --evidence, readable by this user only,
/// whole or not at all. GUI thread.
class PersonExport : public QObject {
    Q_OBJECT

public:
    /// Both outlive it.
    PersonExport(EvidenceReader &reader, const Clock &clock, QObject *parent = nullptr);

    /// Asks for the place in a dialog of `window`. The first number is the one that the file is about, the others are linked with it.
    void askForPlace(const std::vector<PhoneNumber> &numbers, QWidget *window);
    void writeTo(const QString &path, const std::vector<PhoneNumber> &numbers);

signals:
    /// What came of it, for a person.
    void told(const QString &sentence);

private:
    EvidenceReader &m_reader;
    const Clock &m_clock;
};

} // namespace textback
