// SPDX-License-Identifier: MIT
#include "ui/settings/formrow.h"

#include "ui/theme/plainlabel.h"

#include <QStyle>
#include <QVBoxLayout>

namespace textback {

FormRow::FormRow(const QString &label, QWidget *control, const QString &hint, QWidget *field, QWidget *parent)
    : QWidget(parent)
    , m_field(field != nullptr ? field : control)
    , m_hint(hint)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    if (!label.isEmpty()) {
        auto *caption = new PlainLabel(label, this);
        caption->setProperty("role", QStringLiteral("fieldLabel"));
        caption->setWordWrap(true);
        caption->setBuddy(m_field);
        layout->addWidget(caption);
        if (m_field->accessibleName().isEmpty())
            m_field->setAccessibleName(label);
    }
    layout->addWidget(control);
    m_note = new PlainLabel(this);
    m_note->setWordWrap(true);
    layout->addWidget(m_note);
    layout->addStretch(1);
    refresh();
}

void FormRow::setHint(const QString &hint)
{
    m_hint = hint;
    refresh();
}

void FormRow::setProblem(const QString &problem)
{
    m_problemText = problem;
    refresh();
}

void FormRow::refresh()
{
    const bool wrong = !m_problemText.isEmpty();
    const QString text = wrong ? m_problemText : m_hint;
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
    m_note->setProperty("role", wrong ? QStringLiteral("problem") : QStringLiteral("hint"));
    m_field->setProperty("wrong", wrong);
    m_field->setAccessibleDescription(text);
    for (QWidget *widget : {static_cast<QWidget *>(m_note), m_field}) {
        widget->style()->unpolish(widget);
        widget->style()->polish(widget);
    }
}

} // namespace textback
