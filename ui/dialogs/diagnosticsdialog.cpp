// SPDX-License-Identifier: MIT
#include "ui/dialogs/diagnosticsdialog.h"

#include "ui/theme/metrics.h"
#include "ui/theme/plainlabel.h"

#include <QDir>
#include <QFileDialog>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <utility>

namespace textback {

using namespace Qt::StringLiterals;

DiagnosticsDialog::DiagnosticsDialog(const QString &text, Save save, QWidget *parent)
    : QDialog(parent)
    , m_save(std::move(save))
    , m_preview(new QPlainTextEdit(text, this))
    , m_result(new PlainLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Diagnostics"));
    resize(dp(720), dp(560));
    auto *explanation = new PlainLabel(tr("This is what would be saved, nothing else. Names, messages and secrets are left out; of numbers "
                                          "only the last four digits stand in it. "
                                          "It is not sent anywhere: you decide who gets the file."),
                                       this);
    explanation->setWordWrap(true);
    m_preview->setReadOnly(true);
    m_preview->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_preview->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_preview->setAccessibleName(tr("Diagnostics"));
    m_preview->setTabChangesFocus(true);
    m_result->setWordWrap(true);
    m_result->setAccessibleName(tr("Result"));
    auto *saveButton = new QPushButton(tr("Save as…"), this);
    auto *closeButton = new QPushButton(tr("Close"), this);
    saveButton->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_result, 1);
    buttons->addWidget(closeButton);
    buttons->addWidget(saveButton);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(explanation);
    layout->addWidget(m_preview, 1);
    layout->addLayout(buttons);
    connect(saveButton, &QPushButton::clicked, this, &DiagnosticsDialog::askForPlace);
    connect(closeButton, &QPushButton::clicked, this, &QDialog::close);
}

void DiagnosticsDialog::askForPlace()
{
    auto *place = new QFileDialog(this, tr("Save diagnostics"), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    place->setAttribute(Qt::WA_DeleteOnClose);
    place->setAcceptMode(QFileDialog::AcceptSave);
    place->selectFile(u"textback-diagnostics.txt"_s);
    connect(place, &QFileDialog::fileSelected, this, &DiagnosticsDialog::saveTo);
    place->open();
}

void DiagnosticsDialog::saveTo(const QString &path)
{
    const QString trouble = m_save(path);
    m_result->setText(trouble.isEmpty() ? tr("Saved as %1.").arg(QDir::toNativeSeparators(path)) : trouble);
}

} // namespace textback
