// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/providerfactory.h"
#include "ui/settings/backupsection.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <vector>

class QWidget;

namespace textback {

class AccountCredentials;
class Clock;
class ConversationReader;
class EngineClient;
class Scheduler;
class SimulatedPhone;
class Theme;
struct WindowReaders;

/// What the window is built on. All outlive it; all on the GUI thread.
struct WindowPorts {
    EngineClient &client;
    ConversationReader &reader;
    AccountCredentials &credentials;
    Clock &clock;
    Scheduler &scheduler;
    std::vector<ProviderDescriptor> providers;
    SimulatedPhone *phone = nullptr; ///< of the demo; null otherwise
    QString dataFolder;
    WindowReaders &readers;
    BackupPorts backups;    ///< empty in a demo
    Theme *theme = nullptr; ///< follows the settings
};

/// The window with everything beside it: tray, notifications, settings page, the demo's phone. GUI thread.
class WindowParts : public QObject {
    Q_OBJECT

public:
    explicit WindowParts(const WindowPorts &ports, QObject *parent = nullptr);
    ~WindowParts() override;

    /// Shows the window, whatever it was.
    void raise();
    /// Takes everything off the screen: the program ends.
    void close();
    /// Tells that the program cannot start, where there is no window yet; `closed` is called when the person has closed it.
    static void showStartFailure(const QString &sentence, std::function<void()> closed);

signals:
    /// The person wants the program to end.
    void quitRequested();
    /// The person wants to unlock the computer's keychain now.
    void unlockKeychainRequested();

private:
    QWidget *makeCallsPage(QWidget *parent);
    QWidget *makePeoplePage(QWidget *parent);
    QWidget *makeSettingsPage(QWidget *parent);
    void showDiagnostics();

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace textback
