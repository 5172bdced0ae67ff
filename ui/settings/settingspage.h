// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/providerfactory.h"
#include "domain/ports/scheduler.h"
#include "domain/settings.h"
#include "engine/connectionstate.h"
#include "ui/settings/accountcredentials.h"
#include "ui/settings/backupsection.h"

#include <QWidget>

#include <vector>

class QPushButton;
class QScrollArea;

namespace textback {

class BusinessSection;
class Clock;
class EngineClient;
class ExportReader;
class LinesSection;
class PlainLabel;
class ProviderSection;
class RulesSection;
class SettingsSection;
class ThisPcSection;

/// What the settings page works with; all outlive it, all on the GUI thread.
struct SettingsPorts {
    EngineClient &client;
    AccountCredentials &credentials;
    Clock &clock;
    Scheduler &scheduler;
    ExportReader *exports = nullptr; ///< without it there is no Data card
    BackupPorts backups;             ///< without them there is no card for data
};

/// The settings as one page of cards: business, phone provider, automatic text, lines, notifications, window, this PC. Save checks everything first and shows a problem at
/// its field; then secrets go to the keychain and the settings to the engine. A stored secret is never shown. Nothing that is being
/// typed is overwritten by a report of the engine.
class SettingsPage : public QWidget {
    Q_OBJECT

public:
    SettingsPage(const SettingsPorts &ports, std::vector<ProviderDescriptor> providers, QWidget *parent = nullptr);
    ~SettingsPage() override;

    /// Whether something was changed and not saved.
    bool isDirty() const { return m_dirty; }
    /// Checks and applies what is entered.
    void save();
    /// Goes back to the settings in force.
    void discard();

signals:
    void saved();
    /// The person wants to see the diagnostics.
    void diagnosticsRequested();
    /// "Back": the page wants to be left.
    void closeRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *buildHeader();
    QWidget *buildCards(QWidget *parent);
    QWidget *buildFooter();
    Settings entered() const;
    void edited();
    void setDirty(bool dirty);
    void showSettings(const Settings &settings);
    void showAccount(const QList<PhoneNumber> &numbers, const QStringList &warnings);
    void readCredentials();
    void finishSaving(const Settings &settings);
    bool showFirstProblem(const Settings &settings);
    void tell(const QString &words, const QString &role);
    void tickConnection();

    SettingsPorts m_ports;
    std::vector<ProviderDescriptor> m_providers;
    QScrollArea *m_scroll = nullptr;
    BusinessSection *m_business = nullptr;
    ProviderSection *m_provider = nullptr;
    RulesSection *m_rules = nullptr;
    LinesSection *m_lines = nullptr;
    ThisPcSection *m_thisPc = nullptr;
    QList<SettingsSection *> m_sections;
    PlainLabel *m_message = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_discard = nullptr;
    Settings m_inForce;
    ConnectionState m_connection;
    bool m_dirty = false;
    bool m_saving = false;
    ScheduledCall m_tick;
};

} // namespace textback
