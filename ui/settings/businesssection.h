// SPDX-License-Identifier: MIT
#pragma once

#include "ui/settings/settingssection.h"

class QComboBox;
class QLineEdit;

namespace textback {

/// Who the business is: name, time zone, trade, booking link.
class BusinessSection final : public SettingsSection {
    Q_OBJECT

public:
    explicit BusinessSection(QWidget *parent = nullptr);

    void showSettings(const Settings &settings) override;
    void writeTo(Settings &settings) const override;

private:
    QLineEdit *m_name = nullptr;
    QComboBox *m_zone = nullptr;
    QComboBox *m_trade = nullptr;
    QLineEdit *m_link = nullptr;
};

} // namespace textback
