// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace textback {

class SearchModel;

/// Paints the rows of the search: headings, people with their avatars, messages and notes with what was found marked, actions with their keys.
class SearchDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// `model` outlives it and is the view's.
    explicit SearchDelegate(const SearchModel &model, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const SearchModel &m_model;
};

} // namespace textback
