// SPDX-License-Identifier: MIT
#pragma once

#include "ui/settings/settingssection.h"

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace textback {

/// How the window looks, and what closing it does.
class WindowSection final : public SettingsSection {
    Q_OBJECT

public:
    explicit WindowSection(QWidget *parent = nullptr);

    void showSettings(const Settings &settings) override;
    void writeTo(Settings &settings) const override;

private:
    QComboBox *m_colors = nullptr;
    QSpinBox *m_textSize = nullptr;
    QCheckBox *m_closeToTray = nullptr;
};

} // namespace textback
