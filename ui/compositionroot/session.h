// SPDX-License-Identifier: MIT
#pragma once

#include "domain/error.h"
#include "domain/ports/credentialstore.h"
#include "engine/engineclient.h"
#include "platform/eventloopscheduler.h"
#include "platform/signalhandler.h"
#include "platform/systemclock.h"
#include "ui/compositionroot/enginethread.h"
#include "ui/compositionroot/folderclaim.h"
#include "ui/startup/commandline.h"
#include "ui/startup/linewriter.h"

#include <QObject>
#include <QTemporaryDir>

#include <memory>
#include <optional>

namespace textback {

class AccountCredentials;
class BackupKeeper;
class ConversationReader;
class CrashGuard;
class DemoLine;
class DemoOwner;
class HeadlessRunner;
class LogSink;
class Narrator;
class Theme;
class WindowParts;
struct BackupPorts;
struct CredentialState;
struct WindowReaders;

/// One run of the program with an engine: with a window, headless, or a demo of either. Builds the parts in order, hands them to each other
/// and takes them down in the reverse order. Lives on the main thread, under a running application object.
class Session : public QObject {
    Q_OBJECT

public:
    /// `log` outlives it.
    /// `theme`: of the window, where there is one; outlives it.
    Session(StartOptions options, LogSink &log, Theme *theme = nullptr, QObject *parent = nullptr);
    ~Session() override;

    /// Checks what can be checked at once and begins the rest (or asks a person something first); the event loop has to run then. Returns an exit
    /// code instead if the program ends here, having said why on stderr.
    std::optional<int> begin();
    /// Ends everything cleanly, then the event loop with `exitCode`. Within 10 s: the program ends hard if something hangs.
    void end(int exitCode);

private:
    /// False, having said why on stderr, if there can be none.
    bool beginDemo();
    void beginWork();
    void openEngine(const OpenRequest &request, const SettingsChange &change);
    void onStopped();
    /// Ends everything that works on the database, and begins again with it as `request` says: a backup restored, or the file checked.
    void reopen(const OpenRequest &request);
    void databaseDamaged();
    void keepBackups();
    void onOpened(const OpenedEngine &opened);
    bool openReader();
    void openWindow();
    BackupPorts backupPorts();
    void readCredentials();
    void onCredentials(const CredentialState &state);
    void waitForKeychain(const Error &error);
    void unlockKeychain();
    void startEngine(const AccountSecrets &secrets);
    void hideSecrets(const AccountSecrets &secrets);
    /// Says why on stderr, and with a window in a dialog (`sentence`; empty: the line), and ends.
    void fail(int exitCode, const QString &line, const QString &sentence = {});
    void failOpening(const StartFailure &failure);
    const ProviderDescriptor *provider() const;
    bool isDemo() const { return m_options.mode == StartMode::Demo; }

    StartOptions m_options;
    LogSink &m_log;
    Theme *m_theme;
    SystemClock m_clock;
    EventLoopScheduler m_scheduler;
    SignalHandler m_signals;
    LineWriter m_out;
    std::unique_ptr<QTemporaryDir> m_throwAway;
    FolderClaim m_folder;
    std::unique_ptr<CrashGuard> m_guard;
    std::unique_ptr<DemoLine> m_demo;
    std::unique_ptr<EngineThread> m_engine;
    EngineClient m_client;
    OpenedEngine m_opened;
    std::unique_ptr<CredentialStore> m_keychain;
    std::unique_ptr<AccountCredentials> m_credentials;
    std::unique_ptr<ConversationReader> m_reader;
    std::unique_ptr<WindowReaders> m_windowReaders;
    std::unique_ptr<HeadlessRunner> m_headless;
    std::unique_ptr<Narrator> m_narrator;
    std::unique_ptr<DemoOwner> m_demoOwner;
    std::unique_ptr<WindowParts> m_window;
    std::unique_ptr<BackupKeeper> m_backups;
    std::optional<OpenRequest> m_reopen;
    bool m_opensAgain = false;                 // not the first opening of this run
    std::optional<Millis> m_reopenedForDamage; ///< monotonic
    ScheduledCall m_retry;
    ScheduledCall m_firstCall;
    ScheduledCall m_narrationEnd;
    ScheduledCall m_lastResort;
    bool m_safeMode = false;
    bool m_ending = false;
    std::optional<Error> m_keychainTrouble; ///< told, and still waited for
    int m_exitCode = 0;
};

} // namespace textback
