// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/conversationreader.h"
#include "domain/ports/scheduler.h"

#include <QWidget>

class QLineEdit;
class QListView;

namespace textback {

class ConversationListModel;
class EmptyState;
class FilterChip;
class RowControls;
struct ViewContext;

/// The left column of the inbox: title, search, chips, list. GUI thread.
class ConversationPane : public QWidget {
    Q_OBJECT

public:
    /// Everything outlives it. The owner reloads the model.
    ConversationPane(ConversationListModel &model, const ViewContext &context, QWidget *parent = nullptr);

    ConversationId current() const;
    /// Selects a row; it is brought into the list (by pinning) where the filter would not show it. Null selects nothing.
    void setCurrent(ConversationId conversation);
    /// One row up (-1) or down (1); from nothing to the first.
    void step(int rows);
    void focusSearch();
    /// Takes a search away; false if there was none.
    bool clearSearch();
    void focusList();
    void setFilter(ConversationFilter filter);
    /// The row below, or at the end the one above; null where there is no other.
    ConversationId neighbourOf(ConversationId conversation) const;
    /// Where a menu about this row may open, on the screen; the middle of the list where the row cannot be seen.
    QPoint placeOf(ConversationId conversation) const;
    RowControls &rowControls() const { return *m_controls; }
    QListView *list() const { return m_list; }

signals:
    void currentChanged(textback::ConversationId conversation);
    /// Clicked, or Enter in the list or the search: open it even if it is current already.
    void activated(textback::ConversationId conversation);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    FilterChip *chipOf(ConversationFilter filter) const;
    void showCounts(const InboxCounts &counts);
    void showEmptyState();
    void rememberCurrent();

    ConversationListModel &m_model;
    const ViewContext &m_context;
    QLineEdit *m_search;
    QAction *m_searchIcon = nullptr;
    FilterChip *m_needsReply;
    FilterChip *m_unread;
    FilterChip *m_all;
    FilterChip *m_snoozed;
    FilterChip *m_done;
    QListView *m_list;
    RowControls *m_controls;
    EmptyState *m_empty;
    ConversationId m_current;
    bool m_selecting = false;
    ScheduledCall m_searchLater;
};

} // namespace textback
