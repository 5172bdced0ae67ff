// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace textback {

class ConversationListModel;
class RowControls;
struct Tokens;
struct ViewContext;

/// Paints one row of the conversation list: avatar, name, time, badge, preview, count. 84 high with a badge, 68 without.
class ConversationDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// All outlive it; the view's model must be `model`. The row under the mouse shows the buttons of `controls`.
    ConversationDelegate(const ConversationListModel &model, const ViewContext &context, const RowControls &controls,
                         QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintButtons(QPainter &painter, const QRect &row, const Tokens &tokens, const QColor &ground) const;

    const ConversationListModel &m_model;
    const ViewContext &m_context;
    const RowControls &m_controls;
};

} // namespace textback
