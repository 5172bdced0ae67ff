// SPDX-License-Identifier: MIT
#include "ui/conversations/listanchor.h"

#include "ui/conversations/conversationlistmodel.h"

#include <QListView>
#include <QScrollBar>

namespace textback {

ListAnchor::ListAnchor(QListView &list, const ConversationListModel &model, QObject *parent)
    : QObject(parent)
    , m_list(list)
    , m_model(model)
{
    connect(&model, &QAbstractItemModel::rowsAboutToBeInserted, this, &ListAnchor::hold);
    connect(&model, &QAbstractItemModel::rowsAboutToBeRemoved, this, &ListAnchor::hold);
    connect(&model, &QAbstractItemModel::rowsAboutToBeMoved, this, &ListAnchor::hold);
}

void ListAnchor::hold()
{
    // One measure for all that changes in one go: each would cost a layout of the whole list.
    if (m_due || !m_list.isVisible() || m_list.verticalScrollBar()->value() == 0)
        return;
    m_due = true;
    const QModelIndex top = m_list.indexAt(QPoint(1, 1));
    if (top.isValid())
        m_held = Held{m_model.summaryAt(top.row()).id, m_list.visualRect(top).top()};
    // Before the next painting, and after everything that changes with this.
    QMetaObject::invokeMethod(this, &ListAnchor::restore, Qt::QueuedConnection);
}

void ListAnchor::restore()
{
    m_due = false;
    const auto held = std::exchange(m_held, std::nullopt);
    const int row = held ? m_model.rowOf(held->conversation) : -1;
    QScrollBar *bar = m_list.verticalScrollBar();
    if (row < 0 || bar->value() == 0) // it went away, or somebody has gone to the top
        return;
    const int moved = m_list.visualRect(m_model.index(row)).top() - held->top;
    bar->setValue(bar->value() + moved);
}

} // namespace textback
