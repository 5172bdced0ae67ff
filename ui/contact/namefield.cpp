// SPDX-License-Identifier: MIT
#include "ui/contact/namefield.h"

#include "ui/theme/plaintooltip.h"

#include <QFocusEvent>
#include <QKeyEvent>
#include <QStyle>
#include <QStyleOptionFrame>

namespace textback {

namespace {

constexpr int besideText = 2; // QLineEdit keeps so much free on each side of its text

} // namespace

NameField::NameField(QWidget *parent)
    : QLineEdit(parent)
{
    setMaxLength(80);
    setAccessibleName(tr("Contact name"));
    setPlaceholderText(tr("Give this number a name"));
    setProperty("kind", QStringLiteral("name"));
}

void NameField::setName(const QString &name, const QString &shown)
{
    m_name = name;
    m_shown = shown;
    showName();
}

/// What does not fit ends in "…": a name that is cut without one reads like another name.
void NameField::showName()
{
    if (m_editing)
        return;
    QStyleOptionFrame option;
    initStyleOption(&option);
    const int room = style()->subElementRect(QStyle::SE_LineEditContents, &option, this).width() - 2 * besideText;
    const QString fitting = fontMetrics().elidedText(m_shown, Qt::ElideRight, room);
    setText(fitting);
    setCursorPosition(0);
    setPlainToolTip(*this, fitting == m_shown ? tr("Click to change the name") : m_shown);
}

void NameField::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    showName();
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
    if (changed && !name.isEmpty())
        m_shown = name;
    showName();
    if (changed)
        emit renamed(name);
}

} // namespace textback
