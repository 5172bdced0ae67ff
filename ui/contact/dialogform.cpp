// SPDX-License-Identifier: MIT
#include "ui/contact/dialogform.h"

#include "ui/dialogs/formstyle.h"
#include "ui/theme/metrics.h"
#include "ui/theme/plainlabel.h"

#include <QDialog>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace textback {

using namespace Qt::StringLiterals;

DialogForm::DialogForm(QDialog &dialog)
    : m_dialog(dialog)
    , m_rows(new QVBoxLayout)
    , m_buttons(new QHBoxLayout)
{
    dialog.setAttribute(Qt::WA_DeleteOnClose);
    dialog.setWindowModality(Qt::WindowModal);
    dialog.setMinimumWidth(dp(320));
    applyFormStyle(dialog);
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
