// SPDX-License-Identifier: MIT
#include "ui/settings/notificationssection.h"

#include "ui/settings/calmspinbox.h"

#include <QComboBox>

namespace textback {

NotificationsSection::NotificationsSection(QWidget *parent)
    : SettingsSection(tr("Notifications"), tr("Your desktop's own rules hold as well: where it is set not to disturb, it decides."), parent)
{
    m_amount = new QComboBox(this);
    m_amount->addItem(tr("All: missed calls, texts and replies"), static_cast<int>(NotificationAmount::All));
    m_amount->addItem(tr("Only when I am needed"), static_cast<int>(NotificationAmount::WhenNeeded));
    m_amount->addItem(tr("None", "notifications"), static_cast<int>(NotificationAmount::None));
    addRow(QStringLiteral("notifications.show"), tr("Tell me"), m_amount,
           tr("You are needed for replies, for callers who could not be texted, and for texts that did not arrive."));
    m_privacy = new QComboBox(this);
    m_privacy->addItem(tr("Name and text"), static_cast<int>(NotificationPrivacy::NameAndText));
    m_privacy->addItem(tr("Name only"), static_cast<int>(NotificationPrivacy::Name));
    m_privacy->addItem(tr("Neither: “New message”"), static_cast<int>(NotificationPrivacy::Nothing));
    addRow(QStringLiteral("notifications.privacy"), tr("Show of a customer"), m_privacy,
           tr("Others may see this screen. You can answer in the notification only where it shows the text."));
    m_repeat = new CalmSpinBox(0, 60, tr(" min", "minutes, after a number"), this);
    m_repeat->setSpecialValueText(tr("Never"));
    addRow(QStringLiteral("notifications.repeatMinutes"), tr("Tell again while somebody waits, every"), m_repeat,
           tr("Until you open the conversation or answer."));
    for (QComboBox *box : {m_amount, m_privacy}) {
        box->setMinimumContentsLength(16);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    }
    connect(m_amount, &QComboBox::currentIndexChanged, this, &NotificationsSection::noteEdit);
    connect(m_privacy, &QComboBox::currentIndexChanged, this, &NotificationsSection::noteEdit);
    connect(m_repeat, &QSpinBox::valueChanged, this, &NotificationsSection::noteEdit);
}

void NotificationsSection::showSettings(const Settings &settings)
{
    const Filling filling(*this);
    m_amount->setCurrentIndex(m_amount->findData(static_cast<int>(settings.notifications.show)));
    m_privacy->setCurrentIndex(m_privacy->findData(static_cast<int>(settings.notifications.privacy)));
    m_repeat->setValue(settings.notifications.repeatMinutes);
}

void NotificationsSection::writeTo(Settings &settings) const
{
    settings.notifications.show = static_cast<NotificationAmount>(m_amount->currentData().toInt());
    settings.notifications.privacy = static_cast<NotificationPrivacy>(m_privacy->currentData().toInt());
    settings.notifications.repeatMinutes = m_repeat->value();
}

} // namespace textback
