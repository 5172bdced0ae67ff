// SPDX-License-Identifier: MIT
#include "ui/settings/helpsection.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace textback {

HelpSection::HelpSection(QWidget *parent)
    : SettingsSection(tr("Help"),
                      tr("When something does not work: a text file that tells how this PC, the connection and the database stand."),
                      parent)
{
    auto *show = new QPushButton(tr("Show diagnostics…"), this);
    auto *line = new QHBoxLayout;
    line->addWidget(show);
    line->addStretch(1);
    body()->addLayout(line);
    connect(show, &QPushButton::clicked, this, &HelpSection::diagnosticsRequested);
}

} // namespace textback
