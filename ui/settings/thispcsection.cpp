// SPDX-License-Identifier: MIT
#include "ui/settings/thispcsection.h"

#include "ui/settings/formrow.h"
#include "ui/theme/plainlabel.h"

#include <QButtonGroup>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

namespace textback {

ThisPcSection::ThisPcSection(QWidget *parent)
    : SettingsSection(tr("This PC"), tr("Where several PCs run Textback on one account, exactly one sends the automatic texts."), parent)
{
    addRow(QStringLiteral("thisPc.role"), QString(), buildRoles());
    m_name = new QLineEdit(this);
    m_name->setPlaceholderText(tr("Front desk"));
    addRow(QStringLiteral("thisPc.name"), tr("Name of this PC (optional)"), m_name, tr("Only for you. It stands in no text."));
    connect(m_name, &QLineEdit::textChanged, this, &ThisPcSection::noteEdit);
}

QWidget *ThisPcSection::buildRoles()
{
    auto *box = new QWidget(this);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_role = new QButtonGroup(this);
    const auto add = [&](DeviceRole role, const QString &word, const QString &what) {
        auto *button = new QRadioButton(word, box);
        button->setAccessibleDescription(what);
        auto *text = new PlainLabel(what, box);
        text->setProperty("role", QStringLiteral("hint"));
        text->setWordWrap(true);
        text->setContentsMargins(26, 0, 0, 0);
        m_role->addButton(button, static_cast<int>(role));
        auto *pair = new QVBoxLayout;
        pair->setSpacing(0);
        pair->addWidget(button);
        pair->addWidget(text);
        layout->addLayout(pair);
    };
    add(DeviceRole::Sender, tr("Send the texts"),
        tr("After a change it waits about two minutes for what the other PC sent last. Switch the other PC to “Only show” first."));
    add(DeviceRole::Viewer, tr("Only show"), tr("Sends no automatic texts. You can still write to everyone from here."));
    connect(m_role, &QButtonGroup::idToggled, this, [this](int, bool checked) {
        if (checked)
            noteEdit();
    });
    return box;
}

void ThisPcSection::showSettings(const Settings &settings)
{
    const Filling filling(*this);
    m_role->button(static_cast<int>(settings.thisPc.role))->setChecked(true);
    m_name->setText(settings.thisPc.name);
}

void ThisPcSection::writeTo(Settings &settings) const
{
    settings.thisPc.role = static_cast<DeviceRole>(m_role->checkedId());
    settings.thisPc.name = m_name->text().trimmed();
}

} // namespace textback
