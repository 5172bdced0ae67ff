// SPDX-License-Identifier: MIT
#pragma once

#include <QLayout>

#include <vector>

namespace textback {

/// Chips side by side; what has no room goes on in the next line.
class ChipLayout : public QLayout {
    Q_OBJECT

public:
    explicit ChipLayout(int gap);
    ~ChipLayout() override;

    void addItem(QLayoutItem *item) override;
    int count() const override { return int(m_items.size()); }
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect &area) override;

private:
    /// Places the items if `place`, and says how high they stand.
    int arrange(const QRect &area, bool place) const;

    int m_gap;
    std::vector<QLayoutItem *> m_items;
};

} // namespace textback
