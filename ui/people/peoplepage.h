// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/peoplereader.h"
#include "ui/lists/listpage.h"

class QLineEdit;

namespace textback {

class PeopleModel;

/// Everybody who is known, with search; address books are imported and exported here. GUI thread.
class PeoplePage : public ListPage {
    Q_OBJECT

public:
    /// All outlive it.
    PeoplePage(EngineClient &engine, PeopleReader &reader, const Clock &clock, Scheduler &scheduler, QWidget *parent = nullptr);

    /// Opens the preview of an address book's file.
    void importFrom(const QString &file);
    /// Writes everybody into this file: cards where its name ends in ".vcf", else a table.
    void exportTo(const QString &file) override;

signals:
    void conversationRequested(textback::ConversationId conversation);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void searchNow();
    void openRow(int row) override;
    void chooseImport();
    QWidget *describeEmpty(EmptyState &empty) override;
    void chooseFile() override;
    QString exportingWords(int rows) const override;
    QString exportedWords(const QString &file, int rows) const override;

    PeopleReader &m_reader;
    PeopleModel *m_model;
    QLineEdit *m_search;
    QPushButton *m_import;
    ScheduledCall m_searchLater;
};

} // namespace textback
