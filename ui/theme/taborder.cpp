// SPDX-License-Identifier: MIT
#include "ui/theme/taborder.h"

#include <QList>
#include <QWidget>

namespace textback {

QWidget *tabStopBefore(const QWidget &place)
{
    QWidget *stop = place.previousInFocusChain();
    while (stop != &place && stop->focusPolicy() == Qt::NoFocus)
        stop = stop->previousInFocusChain();
    return stop;
}

void keepTabOrder(QWidget &place, const QWidget &content)
{
    QList<QWidget *> moved;
    for (QWidget *next = place.nextInFocusChain(); next != &place; next = next->nextInFocusChain()) {
        if (next->focusPolicy() != Qt::NoFocus && (next == &content || content.isAncestorOf(next)))
            moved.append(next);
    }
    QWidget *before = place.focusPolicy() != Qt::NoFocus ? &place : tabStopBefore(place);
    for (QWidget *widget : moved) {
        QWidget::setTabOrder(before, widget);
        before = widget;
    }
}

} // namespace textback
