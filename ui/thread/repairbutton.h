// SPDX-License-Identifier: MIT
#pragma once

#include <QToolButton>

namespace textback {

/// Typographic marks cost a second text before anybody notices: one click takes the plain ones. Shown while that would save a text. GUI thread.
class RepairButton : public QToolButton {
    Q_OBJECT

public:
    explicit RepairButton(QWidget *parent);

    /// For the text that is being written; an empty one: nothing.
    void offer(const QString &body);
};

} // namespace textback
