// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace textback {

class ConversationListModel;
struct ViewContext;

/// Paints one row of the conversation list: avatar, name, time, badge, preview, count. 84 high with a badge, 68 without.
class ConversationDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// Both outlive it; the view's model must be `model`.
    ConversationDelegate(const ConversationListModel &model, const ViewContext &context, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const ConversationListModel &m_model;
    const ViewContext &m_context;
};

} // namespace textback
