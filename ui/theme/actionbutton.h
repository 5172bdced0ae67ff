// SPDX-License-Identifier: MIT
#pragma once

#include <QPushButton>

class QAction;

namespace textback {

/// A button for a QAction: its word, its shortcut in the tooltip, enabled as it is. Narrow, it shows the icon alone. GUI thread.
class ActionButton : public QPushButton {
    Q_OBJECT

public:
    /// The action outlives it.
    explicit ActionButton(QAction &action, QWidget *parent = nullptr);

    void setNarrow(bool narrow);
    /// "Done (Ctrl+E)": the words of an action with its shortcut.
    static QString withShortcut(const QAction &action);

private:
    void follow();

    QAction &m_action;
    bool m_narrow = false;
};

} // namespace textback
