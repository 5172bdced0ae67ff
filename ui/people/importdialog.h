// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/peoplereader.h"
#include "engine/contacttaker.h"

#include <QDialog>

class QCheckBox;
class QPushButton;
class QTreeWidget;

namespace textback {

class ContactFile;
class EngineClient;
class PlainLabel;
class Scheduler;

/// Shows what an address book's file would bring (new names, names that differ, what cannot be used, by line) and takes it in when the person says so.
/// Opened with open(); deletes itself when it is closed. GUI thread.
class ImportDialog final : public QDialog {
    Q_OBJECT

public:
    static constexpr int previewRows = 200;

    /// All outlive it. `region`: the ISO country of national spellings.
    ImportDialog(const QString &file, const QString &region, EngineClient &engine, PeopleReader &reader, Scheduler &scheduler,
                 QWidget *parent = nullptr);

    /// While names are being stored it stops that, and shows what is stored.
    void reject() override;

private:
    void showPreview();
    void showProblems();
    void showChoice();
    void take();
    void showProgress(int looked, int all);
    void showTaken(const ContactsTaken &taken);

    EngineClient &m_engine;
    QString m_region;
    ContactFile *m_file;
    PlainLabel *m_summary;
    QCheckBox *m_replace;
    QTreeWidget *m_preview;
    PlainLabel *m_problemHead;
    QTreeWidget *m_problems;
    QPushButton *m_close;
    QPushButton *m_import;
    bool m_taking = false;
    bool m_stopping = false;
};

} // namespace textback
