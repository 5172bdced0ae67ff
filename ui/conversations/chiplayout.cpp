// SPDX-License-Identifier: MIT
#include "ui/conversations/chiplayout.h"

#include <algorithm>

namespace textback {

ChipLayout::ChipLayout(int gap)
    : m_gap(gap)
{
}

ChipLayout::~ChipLayout()
{
    for (QLayoutItem *item : m_items)
        delete item;
}

void ChipLayout::addItem(QLayoutItem *item)
{
    m_items.push_back(item);
}

QLayoutItem *ChipLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[size_t(index)] : nullptr;
}

QLayoutItem *ChipLayout::takeAt(int index)
{
    QLayoutItem *item = itemAt(index);
    if (item)
        m_items.erase(m_items.begin() + index);
    return item;
}

int ChipLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

QSize ChipLayout::sizeHint() const
{
    return minimumSize();
}

QSize ChipLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items)
        size = size.expandedTo(item->sizeHint());
    return size;
}

void ChipLayout::setGeometry(const QRect &area)
{
    QLayout::setGeometry(area);
    arrange(area, true);
}

int ChipLayout::arrange(const QRect &area, bool place) const
{
    int x = 0;
    int y = 0;
    int line = 0;
    for (QLayoutItem *item : m_items) {
        const QSize size = item->sizeHint();
        if (x > 0 && x + size.width() > area.width()) {
            x = 0;
            y += line + m_gap;
            line = 0;
        }
        if (place)
            item->setGeometry(QRect(area.topLeft() + QPoint(x, y), QSize(std::min(size.width(), area.width()), size.height())));
        x += size.width() + m_gap;
        line = std::max(line, size.height());
    }
    return y + line;
}

} // namespace textback
