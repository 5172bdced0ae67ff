// SPDX-License-Identifier: MIT
#pragma once

#include "ui/settings/settingssection.h"

class QButtonGroup;
class QLineEdit;

namespace textback {

/// Which part this PC has among those that work on the account: it sends, or it only shows; and what people call it.
class ThisPcSection final : public SettingsSection {
    Q_OBJECT

public:
    explicit ThisPcSection(QWidget *parent = nullptr);

    void showSettings(const Settings &settings) override;
    void writeTo(Settings &settings) const override;

private:
    QWidget *buildRoles();

    QButtonGroup *m_role = nullptr;
    QLineEdit *m_name = nullptr;
};

} // namespace textback
