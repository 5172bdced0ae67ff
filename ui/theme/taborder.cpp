// SPDX-License-Identifier: MIT
#include "ui/theme/taborder.h"

#include <QWidget>

namespace textback {

QWidget *tabStopBefore(const QWidget &place)
{
    QWidget *stop = place.previousInFocusChain();
    while (stop != &place && stop->focusPolicy() == Qt::NoFocus)
        stop = stop->previousInFocusChain();
    return stop;
}

} // namespace textback
