// SPDX-License-Identifier: MIT
#pragma once

#include "ui/settings/settingssection.h"

class QComboBox;
class QSpinBox;

namespace textback {

/// What is told by notifications, what they show of a customer, and whether they come again while somebody waits.
class NotificationsSection final : public SettingsSection {
    Q_OBJECT

public:
    explicit NotificationsSection(QWidget *parent = nullptr);

    void showSettings(const Settings &settings) override;
    void writeTo(Settings &settings) const override;

private:
    QComboBox *m_amount = nullptr;
    QComboBox *m_privacy = nullptr;
    QSpinBox *m_repeat = nullptr;
};

} // namespace textback
