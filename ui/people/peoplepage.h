// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/peoplereader.h"
#include "ui/dialogs/pagedexport.h"
#include "ui/format/viewcontext.h"

#include <QWidget>

class QButtonGroup;
class QLineEdit;
class QListView;
class QPushButton;

namespace textback {

class EmptyState;
class EngineClient;
class PeopleModel;
class PlainLabel;

/// Everybody who is known, with search; address books are imported and exported here. Enter or a double click opens the conversation. It is read
/// while it is on the screen and follows what the engine reports. GUI thread.
class PeoplePage : public QWidget {
    Q_OBJECT

public:
    /// All outlive it.
    PeoplePage(EngineClient &engine, PeopleReader &reader, const Clock &clock, Scheduler &scheduler, QWidget *parent = nullptr);
    ~PeoplePage() override;

    QListView *list() const { return m_list; }
    /// Opens the preview of an address book's file.
    void importFrom(const QString &file);
    /// Writes everybody into this file: cards where its name ends in ".vcf", else a table.
    void exportTo(const QString &file);

signals:
    void conversationRequested(textback::ConversationId conversation);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void makeHead();
    void connectEngine();
    void readAgain();
    void searchNow();
    void chooseImport();
    void chooseExport();
    void showEmptyState();
    void openRow(const QModelIndex &index);
    void tell(const QString &words);

    EngineClient &m_engine;
    PeopleReader &m_reader;
    ViewContext m_context;
    PeopleModel *m_model;
    QLineEdit *m_search;
    QButtonGroup *m_chips;
    QPushButton *m_import;
    QPushButton *m_export;
    QListView *m_list;
    EmptyState *m_empty;
    PlainLabel *m_state;
    PagedExport *m_writer;
    ScheduledCall m_searchLater;
    bool m_stale = true; ///< something happened while it was not on the screen
};

} // namespace textback
