// SPDX-License-Identifier: MIT
#include "ui/contact/namefield.h"

#include <QFocusEvent>
#include <QKeyEvent>

namespace textback {

NameField::NameField(QWidget *parent)
    : QLineEdit(parent)
{
    setMaxLength(80);
    setAccessibleName(tr("Contact name"));
    setPlaceholderText(tr("Give this number a name"));
    setToolTip(tr("Click to change the name"));
    setProperty("kind", QStringLiteral("name"));
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

} // namespace textback
