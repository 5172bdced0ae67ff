// SPDX-License-Identifier: MIT
#pragma once

#include "domain/time.h"
#include "ui/settings/settingssection.h"

#include <functional>
#include <vector>

class QComboBox;
class QPushButton;

namespace textback {

class PlainLabel;

/// A backup that can be chosen.
struct BackupChoice {
    QString path;
    UtcTime takenAt{};
    qint64 size = 0; ///< bytes
};

/// What the card needs from outside.
struct BackupPorts {
    std::function<std::vector<BackupChoice>()> list;  ///< the newest first
    std::function<void(const QString &path)> restore; ///< ends the engine, puts this backup in place and begins again
};

/// The program's data: its daily backups, and going back to one. Changes nothing in the settings.
class BackupSection final : public SettingsSection {
    Q_OBJECT

public:
    explicit BackupSection(BackupPorts ports, QWidget *parent = nullptr);

    void showSettings(const Settings &settings) override;
    void writeTo(Settings &settings) const override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void fill();
    void ask();

    BackupPorts m_ports;
    QComboBox *m_backups = nullptr;
    QPushButton *m_restore = nullptr;
    PlainLabel *m_none = nullptr;
};

} // namespace textback
