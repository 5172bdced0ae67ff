// SPDX-License-Identifier: MIT
#include "ui/settings/datasection.h"

#include "ui/settings/dataexport.h"
#include "ui/theme/plainlabel.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStandardPaths>
#include <QStyle>
#include <QVBoxLayout>

namespace textback {

DataSection::DataSection(ExportReader &reader, const Clock &clock, Scheduler &scheduler, QWidget *parent)
    : SettingsSection(tr("Data"), tr("Everything is on this computer only."), parent)
    , m_export(new DataExport(reader, clock, scheduler, this))
    , m_button(new QPushButton(tr("Export calls and texts…"), this))
    , m_state(new PlainLabel(this))
{
    m_button->setAccessibleDescription(tr("Writes three tables (CSV) for a spreadsheet: calls, texts and contacts."));
    auto *hint = new PlainLabel(m_button->accessibleDescription(), this);
    hint->setProperty("role", QStringLiteral("hint"));
    hint->setWordWrap(true);
    m_state->setWordWrap(true);
    m_state->setAccessibleName(tr("Export"));
    m_state->hide();
    auto *line = new QHBoxLayout;
    line->addWidget(m_button);
    line->addStretch(1);
    body()->addWidget(hint);
    body()->addLayout(line);
    body()->addWidget(m_state);
    connect(m_button, &QPushButton::clicked, this, &DataSection::chooseFolder);
    connect(m_export, &DataExport::progressed, this, [this](int rows) { tell(tr("Exporting… %L1 rows so far.").arg(rows), "hint"); });
    connect(m_export, &DataExport::finished, this, [this](const QString &folder, int rows) {
        m_button->setEnabled(true);
        tell(tr("%n row(s) are in %1. They hold your callers' numbers and texts: keep them safe.", nullptr, rows)
                 .arg(QDir::toNativeSeparators(folder)),
             "ok");
    });
    connect(m_export, &DataExport::failed, this, [this](const QString &sentence) {
        m_button->setEnabled(true);
        tell(sentence, "problem");
    });
}

void DataSection::showSettings(const Settings &settings)
{
    m_timeZone = settings.business.timeZone;
}

void DataSection::chooseFolder()
{
    auto *dialog =
        new QFileDialog(this, tr("Where to put the export"), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &DataSection::exportTo);
    dialog->open();
}

void DataSection::exportTo(const QString &folder)
{
    if (m_export->isRunning())
        return;
    m_button->setEnabled(false);
    tell(tr("Exporting…"), "hint");
    m_export->start(folder, QTimeZone(m_timeZone.toUtf8()));
}

void DataSection::tell(const QString &words, const char *role)
{
    m_state->setText(words);
    m_state->setVisible(!words.isEmpty());
    m_state->setProperty("role", QString::fromLatin1(role));
    m_state->style()->unpolish(m_state);
    m_state->style()->polish(m_state);
}

} // namespace textback
