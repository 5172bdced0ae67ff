// SPDX-License-Identifier: MIT
#include "ui/contact/dialogform.h"

#include "ui/dialogs/formstyle.h"
#include "ui/theme/metrics.h"
#include "ui/theme/plainlabel.h"
#include "ui/theme/tokens.h"

#include <QDialog>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

/// Fields for dates look like the others; the program's style sheet knows none.
QString dateFieldStyle(const Tokens &tokens)
{
    return uR"(
QDateTimeEdit { background: %1; color: %2; border: 1px solid %3; border-radius: 8px; padding: 1px 7px; min-height: %5px; }
QDateTimeEdit:focus { border: 2px solid %4; padding: 0px 6px; }
QDateTimeEdit:disabled { color: %6; }
QDateTimeEdit::drop-down { border: none; width: 24px; }
QDateTimeEdit::down-arrow { image: none; border-left: 4px solid %1; border-right: 4px solid %1; border-top: 5px solid %2; width: 0; height: 0; }
)"_s.arg(tokens.surface.name(), tokens.text1.name(), tokens.borderControl.name(), tokens.focus.name())
        .arg(dp(32))
        .arg(tokens.text3.name());
}

} // namespace

DialogForm::DialogForm(QDialog &dialog)
    : m_dialog(dialog)
    , m_rows(new QVBoxLayout)
    , m_buttons(new QHBoxLayout)
{
    dialog.setAttribute(Qt::WA_DeleteOnClose);
    dialog.setWindowModality(Qt::WindowModal);
    dialog.setMinimumWidth(dp(320));
    applyFormStyle(dialog);
    dialog.setStyleSheet(dialog.styleSheet() + dateFieldStyle(tokensOf(dialog.palette())));
    m_rows->setSpacing(dp(8));
    m_buttons->setSpacing(dp(8));
    m_buttons->addStretch(1);
    auto *layout = new QVBoxLayout(&dialog);
    layout->setContentsMargins(dp(20), dp(16), dp(20), dp(16));
    layout->setSpacing(dp(16));
    layout->addLayout(m_rows);
    layout->addLayout(m_buttons);
}

void DialogForm::addText(const QString &words)
{
    auto *text = new PlainLabel(words, &m_dialog);
    text->setWordWrap(true);
    m_rows->addWidget(text);
}

void DialogForm::addRow(const QString &label, QWidget *field)
{
    auto *caption = new PlainLabel(label, &m_dialog);
    caption->setProperty("role", u"fieldLabel"_s);
    caption->setWordWrap(true);
    caption->setBuddy(field);
    field->setAccessibleName(label);
    m_rows->addWidget(caption);
    m_rows->addWidget(field);
}

void DialogForm::addWidget(QWidget *widget)
{
    m_rows->addWidget(widget);
}

PlainLabel *DialogForm::addProblem()
{
    auto *problem = new PlainLabel(&m_dialog);
    problem->setProperty("role", u"problem"_s);
    problem->setWordWrap(true);
    m_rows->addWidget(problem);
    return problem;
}

QPushButton *DialogForm::addButton(const QString &word, const QString &kind)
{
    auto *button = new QPushButton(word, &m_dialog);
    button->setAutoDefault(false);
    if (!kind.isEmpty())
        button->setProperty("kind", kind);
    m_buttons->addWidget(button);
    return button;
}

void DialogForm::addCancel(const QString &word)
{
    QObject::connect(addButton(word), &QPushButton::clicked, &m_dialog, &QDialog::reject);
}

} // namespace textback
