// SPDX-License-Identifier: MIT
#include "ui/contact/namefield.h"

#include "ui/theme/tokens.h"

#include <QFocusEvent>
#include <QKeyEvent>

namespace textback {

using namespace Qt::StringLiterals;

NameField::NameField(QWidget *parent)
    : QLineEdit(parent)
{
    setMaxLength(80);
    setAccessibleName(tr("Contact name"));
    setPlaceholderText(tr("Give this number a name"));
    setToolTip(tr("Click to change the name"));
    dress();
}

void NameField::setName(const QString &name, const QString &shown)
{
    m_name = name;
    m_shown = shown;
    if (m_editing)
        return;
    setText(shown);
    setCursorPosition(0);
}

void NameField::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    if (event->reason() == Qt::PopupFocusReason || event->reason() == Qt::ActiveWindowFocusReason)
        return;
    m_editing = true;
    setText(m_name);
    selectAll();
}

void NameField::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        finish(true);
}

void NameField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        finish(event->key() != Qt::Key_Escape);
        clearFocus();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void NameField::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange)
        dress();
}

void NameField::finish(bool keep)
{
    if (!m_editing)
        return;
    m_editing = false;
    const QString name = text().simplified();
    const bool changed = keep && name != m_name;
    setText(changed && !name.isEmpty() ? name : m_shown);
    setCursorPosition(0);
    if (changed)
        emit renamed(name);
}

void NameField::dress()
{
    if (m_dressing)
        return;
    m_dressing = true;
    const Tokens &tokens = tokensOf(palette());
    setStyleSheet(
        u"QLineEdit { background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 0 3px; min-height: 0; "
        "color: %1; } QLineEdit:hover { background: %2; } QLineEdit:focus { background: %3; border: 2px solid %4; padding: 0 2px; }"_s.arg(
            tokens.text1.name(), tokens.hover.name(), tokens.surface.name(), tokens.focus.name()));
    m_dressing = false;
}

} // namespace textback
