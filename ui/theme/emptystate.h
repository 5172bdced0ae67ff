// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/icons.h"

#include <QWidget>

class QPushButton;

namespace textback {

class PlainLabel;

/// What stands where nothing is: one drawing, one sentence, at most one button.
class EmptyState : public QWidget {
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    /// An empty `button` hides it.
    void show(Icon icon, const QString &title, const QString &sentence, const QString &button = {});
    QString sentence() const;

signals:
    void buttonClicked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Icon m_icon = Icon::Inbox;
    PlainLabel *m_title;
    PlainLabel *m_sentence;
    QPushButton *m_button;
};

} // namespace textback
