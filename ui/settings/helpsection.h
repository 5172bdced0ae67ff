// SPDX-License-Identifier: MIT
#pragma once

#include "ui/settings/settingssection.h"

namespace textback {

/// What helps when something does not work: the diagnostics. Holds no settings.
class HelpSection final : public SettingsSection {
    Q_OBJECT

public:
    explicit HelpSection(QWidget *parent = nullptr);

    void showSettings(const Settings &) override {}
    void writeTo(Settings &) const override {}

signals:
    void diagnosticsRequested();
};

} // namespace textback
