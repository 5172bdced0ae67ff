// SPDX-License-Identifier: MIT
#include "ui/theme/actionbutton.h"

#include "ui/theme/metrics.h"
#include "ui/theme/plaintooltip.h"

#include <QAction>

namespace textback {

ActionButton::ActionButton(QAction &action, QWidget *parent)
    : QPushButton(parent)
    , m_action(action)
{
    setIconSize(QSize(dp(16), dp(16)));
    connect(this, &QPushButton::clicked, &action, &QAction::trigger);
    connect(&action, &QAction::changed, this, &ActionButton::follow);
    follow();
}

void ActionButton::setNarrow(bool narrow)
{
    if (m_narrow == narrow)
        return;
    m_narrow = narrow;
    setStyleSheet(narrow ? QStringLiteral("QPushButton { padding: 0; }") : QString());
    setMinimumWidth(narrow ? dp(36) : 0);
    setMaximumWidth(narrow ? dp(36) : QWIDGETSIZE_MAX);
    follow();
}

void ActionButton::follow()
{
    setText(m_narrow ? QString() : m_action.iconText());
    setIcon(m_action.icon());
    setAccessibleName(m_action.text());
    setPlainToolTip(*this, withShortcut(m_action));
    setEnabled(m_action.isEnabled());
}

QString ActionButton::withShortcut(const QAction &action)
{
    const QString keys = action.shortcut().toString(QKeySequence::NativeText);
    return keys.isEmpty() ? action.text() : QStringLiteral("%1 (%2)").arg(action.text(), keys);
}

} // namespace textback
