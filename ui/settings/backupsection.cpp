// SPDX-License-Identifier: MIT
#include "ui/settings/backupsection.h"

#include "ui/dialogs/plainmessagebox.h"
#include "ui/theme/plainlabel.h"

#include <QComboBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>

#include <algorithm>
#include <utility>

namespace textback {

BackupSection::BackupSection(BackupPorts ports, QWidget *parent)
    : SettingsSection(tr("Backups"), tr("A backup is made every day and kept on this PC: seven days, and four weeks."), parent)
    , m_ports(std::move(ports))
{
    auto *choice = new QWidget(this);
    auto *line = new QHBoxLayout(choice);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    m_backups = new QComboBox(choice);
    m_backups->setAccessibleName(tr("Backups"));
    m_backups->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_backups->setMinimumContentsLength(12);
    m_restore = new QPushButton(tr("Restore…"), choice);
    m_none = new PlainLabel(tr("None yet: the first one is made within a minute of the start."), choice);
    m_none->setWordWrap(true); // the smallest window has no room for one line
    line->addWidget(m_backups, 1);
    line->addWidget(m_none, 1);
    line->addWidget(m_restore);
    addRow(QString(), tr("Go back to"), choice, QString(), m_backups);
    connect(m_restore, &QPushButton::clicked, this, &BackupSection::ask);
    fill();
}

void BackupSection::showSettings(const Settings &) {}

void BackupSection::writeTo(Settings &) const {}

void BackupSection::showEvent(QShowEvent *event)
{
    fill();
    SettingsSection::showEvent(event);
}

void BackupSection::fill()
{
    const QString chosen = m_backups->currentData().toString();
    const QLocale locale;
    m_backups->clear();
    for (const BackupChoice &backup : m_ports.list()) {
        const QString taken = locale.toString(QDateTime::fromMSecsSinceEpoch(toUnixMillis(backup.takenAt)), QLocale::ShortFormat);
        m_backups->addItem(tr("%1 (%2)", "time and size of a backup").arg(taken, locale.formattedDataSize(backup.size)), backup.path);
    }
    m_backups->setCurrentIndex(std::max(0, m_backups->findData(chosen)));
    const bool any = m_backups->count() > 0;
    m_backups->setVisible(any);
    m_restore->setEnabled(any);
    m_none->setVisible(!any);
}

void BackupSection::ask()
{
    const QString path = m_backups->currentData().toString();
    auto *box = new PlainMessageBox(this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Warning);
    box->setWindowTitle(tr("Textback"));
    box->setTexts(tr("Go back to the backup of %1?").arg(m_backups->currentText()),
                  tr("What was written down since then is set aside, not deleted; opt-outs stay. Nothing is texted until the messages "
                     "since then are read "
                     "from your phone provider. The window closes for a moment."));
    const QPushButton *yes = box->addWord(tr("Restore"), QMessageBox::AcceptRole);
    box->setDefaultButton(box->addWord(tr("Cancel"), QMessageBox::RejectRole));
    connect(yes, &QPushButton::clicked, this, [this, path] { m_ports.restore(path); });
    box->open();
}

} // namespace textback
