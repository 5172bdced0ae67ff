// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/callsreader.h"
#include "domain/ports/conversationreader.h"
#include "ui/dialogs/pagedexport.h"
#include "ui/format/viewcontext.h"

#include <QWidget>

class QButtonGroup;
class QListView;
class QPushButton;

namespace textback {

class CallsModel;
class DaysField;
class EmptyState;
class EngineClient;
class PlainLabel;

/// All calls, over all conversations: filters, days, outcome, decision and reason; Enter or a double click opens the conversation. It is read while
/// it is on the screen and follows what the engine reports. GUI thread.
class CallsPage : public QWidget {
    Q_OBJECT

public:
    /// All outlive it.
    CallsPage(EngineClient &engine, CallsReader &reader, const Clock &clock, Scheduler &scheduler, QWidget *parent = nullptr);
    ~CallsPage() override;

    QListView *list() const { return m_list; }
    DaysField *days() const { return m_days; }
    void setFilter(CallFilter filter);
    /// Writes the calls that are chosen into this file (CSV).
    void exportTo(const QString &file);

signals:
    /// `place`: where the call stands in its thread.
    void conversationRequested(textback::ConversationId conversation, const textback::ThreadKey &place);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makeHead();
    void applyQuery();
    void chooseFile();
    void showEmptyState();
    void openRow(const QModelIndex &index);
    void tell(const QString &words);
    bool isFiltered() const;

    EngineClient &m_engine;
    CallsReader &m_reader;
    ViewContext m_context;
    CallsModel *m_model;
    QButtonGroup *m_chips;
    DaysField *m_days;
    QPushButton *m_export;
    QListView *m_list;
    EmptyState *m_empty;
    PlainLabel *m_state;
    PagedExport *m_writer;
    bool m_stale = true; ///< something happened while it was not on the screen
};

} // namespace textback
