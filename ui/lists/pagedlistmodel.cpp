// SPDX-License-Identifier: MIT
#include "ui/lists/pagedlistmodel.h"

#include "ui/format/viewcontext.h"

#include <utility>

namespace textback {

namespace {

constexpr Millis retryDelay{250};

} // namespace

PagedListModel::PagedListModel(const ViewContext &context, QObject *parent)
    : QAbstractListModel(parent)
    , m_context(context)
{
}

QVariant PagedListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return title(index.row());
    case Qt::AccessibleTextRole:
        return spoken(index.row());
    default:
        return {};
    }
}

bool PagedListModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_more;
}

void PagedListModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_more = false; // whoever hears of a row must not ask for the next page in the middle of this one
    const auto rows = appendPage();
    if (!rows) {
        m_pageDue = true;
        retryLater();
        return;
    }
    m_more = *rows == pageSize;
}

void PagedListModel::reload()
{
    m_more = m_pageDue = false;
    beginResetModel();
    const auto rows = replaceRows();
    m_reloadDue = !rows;
    m_more = rows == pageSize && isPaged();
    endResetModel();
    if (m_reloadDue)
        retryLater();
    emit listChanged();
}

void PagedListModel::refresh(const QList<ConversationId> &conversations)
{
    if (m_reloadDue)
        return;                                     // everything comes anew
    const bool more = std::exchange(m_more, false); // whoever hears of a row must not ask for a page in the middle of this
    for (const ConversationId conversation : conversations) {
        if (readAgain(conversation, more))
            m_pending.remove(conversation);
        else
            m_pending.insert(conversation);
    }
    m_more = more;
    if (!m_pending.isEmpty())
        retryLater();
    emit listChanged();
}

int PagedListModel::rowWithId(qint64 id) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (idOf(row) == id)
            return row;
    }
    return -1;
}

void PagedListModel::retryLater()
{
    if (m_retry.isActive())
        return;
    m_retry = m_context.scheduler.callAfter(retryDelay, [this] {
        const QSet<ConversationId> pending = std::exchange(m_pending, {});
        if (m_reloadDue) {
            reload();
            return;
        }
        if (std::exchange(m_pageDue, false)) {
            m_more = true;
            fetchMore({});
        }
        refresh(QList<ConversationId>(pending.begin(), pending.end()));
    });
}

} // namespace textback
