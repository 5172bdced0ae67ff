// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace textback {

class CallsModel;
struct ViewContext;

/// Paints one call: who, what became of it and when, and what was decided about a text; the decision beside the rest where there is room, below it
/// where there is not. All rows are of one height.
class CallsDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// Both outlive it; the view's model must be `model`.
    CallsDelegate(const CallsModel &model, const ViewContext &context, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option, const QModelIndex &index) override;

private:
    const CallsModel &m_model;
    const ViewContext &m_context;
};

} // namespace textback
