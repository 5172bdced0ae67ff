// SPDX-License-Identifier: MIT
#pragma once

#include "ui/dialogs/pagedexport.h"
#include "ui/format/viewcontext.h"

#include <QWidget>

class QButtonGroup;
class QFileDialog;
class QHBoxLayout;
class QListView;
class QPushButton;
class QStyledItemDelegate;
class QVBoxLayout;

namespace textback {

class EmptyState;
class EngineClient;
class FlowLayout;
class PagedListModel;
class PlainLabel;

/// A page that is one long list: title, chips, rows, an export. Enter or a double click opens the row's conversation. It is read while it is on
/// the screen and follows what the engine reports. GUI thread.
class ListPage : public QWidget {
    Q_OBJECT

public:
    ~ListPage() override;

    QListView *list() const { return m_list; }

protected:
    /// All outlive it.
    ListPage(EngineClient &engine, const Clock &clock, Scheduler &scheduler, const QString &title, QWidget *parent);

    /// Has to be called once, when all parts are there. Both belong to the page.
    void begin(PagedListModel *model, QStyledItemDelegate *delegate, const QString &listName);
    /// A chip of the choice; the first one is chosen.
    void addChip(int id, const QString &word);
    /// Reads the list anew, now or when it is looked at; the current row stays current.
    void readAgain();
    /// Begins an export whose pages come from `next`, unless one is under way.
    void startExport(const QString &file, const QByteArray &head, PagedExport::NextPage next);
    /// A dialog of a file to save to, which exportTo() gets; it deletes itself.
    QFileDialog *askForFile(const QString &title, const QString &name, const QStringList &nameFilters);

    void showEvent(QShowEvent *event) override;

    /// Has the model read what is chosen.
    virtual void read();
    /// Whether what was read has become untrue without a word of the engine (another day began).
    virtual bool isOutdated() const { return false; }
    virtual void openRow(int row) = 0;
    /// Puts words and a button where the rows are missing; gives what the focus goes to when it was on a row.
    virtual QWidget *describeEmpty(EmptyState &empty) = 0;
    virtual void chooseFile() = 0;
    virtual void exportTo(const QString &file) = 0;
    virtual QString exportingWords(int rows) const = 0;
    virtual QString exportedWords(const QString &file, int rows) const = 0;

    EngineClient &m_engine;
    ViewContext m_context;
    QButtonGroup *m_chips;
    QPushButton *m_export;
    QListView *m_list;
    EmptyState *m_empty;
    PagedExport *m_writer;
    QHBoxLayout *m_top;    ///< title and buttons
    QVBoxLayout *m_head;   ///< m_top, what a page adds, the chips
    FlowLayout *m_filters; ///< the chips

private:
    void connectEngine();
    void showRows();
    void tell(const QString &words);

    PagedListModel *m_rows = nullptr;
    PlainLabel *m_state;
    bool m_stale = true; ///< something happened while it was not on the screen
};

} // namespace textback
