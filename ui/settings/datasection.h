// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/scheduler.h"
#include "ui/settings/settingssection.h"

class QPushButton;

namespace textback {

class Clock;
class DataExport;
class ExportReader;
class PlainLabel;

/// What is kept and how to take it along: the export of calls, texts and contacts.
class DataSection final : public SettingsSection {
    Q_OBJECT

public:
    /// All outlive it.
    DataSection(ExportReader &reader, const Clock &clock, Scheduler &scheduler, QWidget *parent = nullptr);

    void showSettings(const Settings &settings) override;
    void writeTo(Settings &) const override {}

    /// Asks for a folder, then exports into it.
    void chooseFolder();
    void exportTo(const QString &folder);

private:
    void tell(const QString &words, const char *role);

    DataExport *m_export = nullptr;
    QPushButton *m_button = nullptr;
    PlainLabel *m_state = nullptr;
    QString m_timeZone;
};

} // namespace textback
