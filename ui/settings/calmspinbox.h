// SPDX-License-Identifier: MIT
#pragma once

#include <QSpinBox>
#include <QWheelEvent>

namespace textback {

/// A number with its unit; the wheel must not change it while somebody scrolls the page past it.
class CalmSpinBox final : public QSpinBox {
public:
    CalmSpinBox(int least, int most, const QString &suffix, QWidget *parent)
        : QSpinBox(parent)
    {
        setRange(least, most);
        setSuffix(suffix);
        setFocusPolicy(Qt::StrongFocus);
    }

protected:
    void wheelEvent(QWheelEvent *event) override
    {
        if (hasFocus())
            QSpinBox::wheelEvent(event);
        else
            event->ignore();
    }
};

} // namespace textback
