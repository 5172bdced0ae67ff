// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace textback {

class PeopleModel;
struct ViewContext;

/// Paints one person: avatar, name, number, whether they opted out, and when there was the last call or text. All rows are of one height.
class PeopleDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// Both outlive it; the view's model must be `model`.
    PeopleDelegate(const PeopleModel &model, const ViewContext &context, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const PeopleModel &m_model;
    const ViewContext &m_context;
};

} // namespace textback
