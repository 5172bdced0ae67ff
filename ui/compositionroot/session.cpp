// SPDX-License-Identifier: MIT
#include "ui/compositionroot/session.h"

#include "credentials/keychaincredentialstore.h"
#include "domain/failpoint.h"
#include "engine/engine.h"
#include "platform/crashguard.h"
#include "platform/logfile.h"
#include "platform/logsink.h"
#include "storage/sqlconversationreader.h"
#include "ui/compositionroot/backupkeeper.h"
#include "ui/compositionroot/demoline.h"
#include "ui/compositionroot/windowparts.h"
#include "ui/compositionroot/windowreaders.h"
#include "ui/format/startwords.h"
#include "ui/settings/accountcredentials.h"
#include "ui/startup/demoowner.h"
#include "ui/startup/exitcode.h"
#include "ui/startup/headlessrunner.h"
#include "ui/startup/narrator.h"
#include "ui/startup/setupfile.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(log, "textback.startup")

constexpr Millis keychainRetry{5000};
constexpr Millis damagePause = std::chrono::minutes(10);
constexpr Millis longestEnd{10000}; // the engine waits up to 5 s for a send in flight
constexpr double demoCallsPerMinute = 6;
constexpr Millis firstDemoCall{1500};

} // namespace

Session::Session(StartOptions options, LogSink &log, Theme *theme, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_log(log)
    , m_theme(theme)
    , m_scheduler(m_clock)
    , m_out(stdout)
    , m_folder(m_scheduler, m_options.headless)
{
    connect(&m_signals, &SignalHandler::endRequested, this, [this] { end(ExitDone); });
    connect(&m_folder, &FolderClaim::taken, this, [this] {
        if (!m_ending)
            beginWork();
    });
    connect(&m_folder, &FolderClaim::refused, this, [this](const QString &sentence) {
        if (sentence.isEmpty())
            end(ExitStopped);
        else if (!m_ending)
            WindowParts::showStartFailure(sentence, [this] { end(ExitStopped); });
    });
    connect(&m_client, &EngineClient::applySettingsRequested, this,
            [this](const Settings &, const AccountSecrets &secrets) { hideSecrets(secrets); });
    connect(&m_client, &EngineClient::leaveSafeModeRequested, this, [this] {
        if (m_guard)
            m_guard->leaveSafeMode();
    });
    connect(&m_client, &EngineClient::connectionChanged, this, [this](const ConnectionState &state) {
        if (state.kind == ConnectionState::Kind::StorageTrouble && state.error && state.error->providerCode == "corrupt"_L1)
            databaseDamaged();
    });
}

Session::~Session()
{
    // The window reads through the reader and speaks to the client; the engine's thread ends before what it was given.
    m_backups.reset();
    m_window.reset();
    m_engine.reset();
    if (m_guard)
        m_guard->end();
    m_log.writeTo(nullptr); // it asks our clock
}

std::optional<int> Session::begin()
{
    if (isDemo() && !beginDemo())
        return ExitStopped;
    // A second start with a settings file or a backup must not just raise the window: the file would silently not be applied.
    const bool raise = !m_options.headless && m_options.setupFile.isEmpty() && m_options.restoreFile.isEmpty();
    const auto state = m_folder.take(isDemo() ? m_throwAway->path() : m_options.dataDir, raise);
    if (!state) {
        if (m_options.headless || state.error().isEmpty())
            return ExitStopped;
        WindowParts::showStartFailure(state.error(), [this] { end(ExitStopped); }); // who started it by icon sees no stderr
    } else if (*state == FolderClaim::State::Raised) {
        return ExitDone;
    } else if (*state == FolderClaim::State::Ours) {
        beginWork();
    }
    return std::nullopt;
}

void Session::beginWork()
{
    if (!isDemo()) // of which nothing is kept
        m_log.writeTo(std::make_shared<LogFile>(m_folder.path() + u"/logs"_s, m_clock));
    m_folder.instance().listen(!m_options.headless);
    if (!isDemo()) {
        m_guard = std::make_unique<CrashGuard>(m_folder.path() + u"/run.json"_s, m_clock);
        m_safeMode = m_guard->begin();
        if (m_options.leaveSafeMode) {
            m_guard->leaveSafeMode();
            m_safeMode = false;
        }
        if (m_safeMode)
            qCWarning(log, "safe mode after repeated crashes: nothing is texted until it is started with --leave-safe-mode");
    }
    TEXTBACK_FAILPOINT("at_start");

    SettingsChange change;
    if (m_demo) {
        change = [settings = m_demo->settings()](const Settings &, const std::vector<ProviderDescriptor> &) {
            return tl::expected<Settings, QString>(settings);
        };
    } else if (!m_options.setupFile.isEmpty()) {
        change = [file = m_options.setupFile](const Settings &stored, const std::vector<ProviderDescriptor> &providers) {
            return readSetupFile(file, stored, providers);
        };
    }
    openEngine(OpenRequest{m_folder.databasePath(), m_options.restoreFile, false}, change);
}

void Session::openEngine(const OpenRequest &request, const SettingsChange &change)
{
    m_engine = std::make_unique<EngineThread>(m_clock);
    connect(m_engine.get(), &EngineThread::opened, this, &Session::onOpened);
    connect(m_engine.get(), &EngineThread::failed, this, &Session::failOpening);
    connect(m_engine.get(), &EngineThread::stopped, this, &Session::onStopped);
    m_engine->open(request, change);
}

void Session::onStopped()
{
    if (m_ending || !m_reopen) {
        QCoreApplication::exit(m_exitCode);
        return;
    }
    const OpenRequest request = *std::exchange(m_reopen, std::nullopt);
    m_engine.release()->deleteLater(); // it is its own signal
    m_keychainTrouble.reset();
    m_opensAgain = true;
    openEngine(request, {});
}

void Session::reopen(const OpenRequest &request)
{
    if (m_ending || m_reopen)
        return;
    m_reopen = request;
    m_retry.cancel();
    m_backups.reset();
    m_window.reset();
    m_headless.reset();
    m_windowReaders.reset();
    m_reader.reset();
    m_engine->stop();
}

void Session::databaseDamaged()
{
    // It is put right at every opening; one that is damaged again at once has a disk that no restart mends.
    const Millis now = m_clock.monotonicNow();
    if (m_demo || (m_reopenedForDamage && now - *m_reopenedForDamage < damagePause))
        return;
    m_reopenedForDamage = now;
    qCCritical(log, "the database is damaged: it is opened anew");
    QMetaObject::invokeMethod(
        this,
        [this] {
            reopen(OpenRequest{m_folder.databasePath(), {}, true});
        },
        Qt::QueuedConnection);
}

void Session::keepBackups()
{
    m_backups = std::make_unique<BackupKeeper>(m_clock, m_scheduler, m_folder.databasePath());
    connect(m_backups.get(), &BackupKeeper::damaged, this, &Session::databaseDamaged);
    connect(m_backups.get(), &BackupKeeper::ended, this, [this](const QString &problem, std::optional<UtcTime> newest) {
        if (!m_ending)
            QMetaObject::invokeMethod(m_opened.engine,
                                      [engine = m_opened.engine, problem, newest] { engine->noteBackup(problem, newest); });
    });
    m_backups->start();
}

bool Session::beginDemo()
{
    m_throwAway = std::make_unique<QTemporaryDir>();
    if (!m_throwAway->isValid()) {
        tellOnStderr(u"no temporary folder for the demo: %1"_s.arg(m_throwAway->errorString()));
        return false;
    }
    m_demo = std::make_unique<DemoLine>(m_clock, m_scheduler, demoCallsPerMinute);
    if (!m_demo->listen()) {
        tellOnStderr(u"the simulated phone line found no free port on 127.0.0.1"_s);
        return false;
    }
    return true;
}

void Session::onOpened(const OpenedEngine &opened)
{
    if (m_ending || m_reopen)
        return;
    m_opened = opened;
    m_client.attach(opened.engine);
    if (m_safeMode)
        QMetaObject::invokeMethod(m_opened.engine, [engine = m_opened.engine] { engine->enterSafeMode(); });
    if (!openReader())
        return;
    m_keychain = std::make_unique<KeychainCredentialStore>(u"Textback"_s);
    m_credentials = std::make_unique<AccountCredentials>(*m_keychain);
    if (!m_options.headless) {
        openWindow();
    } else if (m_demo) {
        m_narrator = std::make_unique<Narrator>(m_client, *m_reader, m_clock, m_out);
        m_demo->narrateTo(*m_narrator);
        m_demoOwner = std::make_unique<DemoOwner>(m_client, m_scheduler);
        m_narrationEnd = m_scheduler.callAfter(m_options.narrateFor, [this] { end(ExitDone); });
    } else {
        m_headless = std::make_unique<HeadlessRunner>(m_client, m_out);
        if (!m_opened.settings.hasAccount())
            return fail(ExitWrongUse, u"no account is set up yet: give a settings file with --setup (see the README)"_s);
    }
    if (!m_demo) {
        keepBackups();
        return readCredentials();
    }
    startEngine(m_demo->secrets());
    m_firstCall = m_scheduler.callAfter(firstDemoCall, [this] { m_demo->firstCall(); });
}

void Session::openWindow()
{
    m_windowReaders = std::make_unique<WindowReaders>(m_folder.databasePath(), m_clock);
    m_window = std::make_unique<WindowParts>(WindowPorts{m_client, *m_reader, *m_credentials, m_clock, m_scheduler, m_opened.providers,
                                                         m_demo ? &m_demo->phone() : nullptr, m_folder.path(), *m_windowReaders,
                                                         backupPorts(), m_theme});
    connect(m_window.get(), &WindowParts::quitRequested, this, [this] { end(ExitDone); });
    connect(m_window.get(), &WindowParts::unlockKeychainRequested, this, &Session::unlockKeychain);
    connect(&m_folder.instance(), &SingleInstance::raiseRequested, m_window.get(), &WindowParts::raise);
}

BackupPorts Session::backupPorts()
{
    if (m_demo)
        return {};
    // From the event loop: the page that asks for it goes with the window.
    const auto restore = [this](const QString &path) {
        QMetaObject::invokeMethod(
            this,
            [this, path] {
                reopen(OpenRequest{m_folder.databasePath(), path, false});
            },
            Qt::QueuedConnection);
    };
    return {[file = m_folder.databasePath()] { return BackupKeeper::backupsOf(file); }, restore};
}

bool Session::openReader()
{
    Result<std::unique_ptr<SqlConversationReader>> reader = SqlConversationReader::open(m_folder.databasePath(), m_clock);
    if (!reader) {
        fail(ExitStopped, u"the database: %1"_s.arg(reader.error().detail));
        return false;
    }
    m_reader = *std::move(reader);
    return true;
}

const ProviderDescriptor *Session::provider() const
{
    const auto found = std::find_if(m_opened.providers.begin(), m_opened.providers.end(),
                                    [this](const ProviderDescriptor &each) { return each.id == m_opened.settings.account.provider; });
    return found == m_opened.providers.end() ? nullptr : &*found;
}

void Session::readCredentials()
{
    const ProviderDescriptor *descriptor = provider();
    if (!descriptor || !m_opened.settings.hasAccount())
        return startEngine({});
    m_credentials->read(m_opened.settings.account, *descriptor, [this](const CredentialState &state) { onCredentials(state); });
}

void Session::onCredentials(const CredentialState &state)
{
    if (m_ending)
        return;
    if (state.isComplete())
        return startEngine(state.secrets);
    if (state.error && (state.error->providerCode == "locked"_L1 || !m_options.headless))
        return waitForKeychain(*state.error);
    if (m_options.headless)
        return fail(ExitWrongUse, missingSecrets(state, *provider()));
    startEngine(state.secrets); // the window says what is missing
}

/// It may be unlocked or started at any time (log-in, a prompt of the desktop): texts are on hold until then, nobody signs in again.
void Session::waitForKeychain(const Error &error)
{
    if (m_keychainTrouble != error) {
        m_keychainTrouble = error;
        qCWarning(log).noquote() << "the keychain gives no sign-in, waiting for it:" << error.providerCode << error.detail;
        QMetaObject::invokeMethod(m_opened.engine, [engine = m_opened.engine, error] { engine->holdForKeychain(error); });
    }
    // Whoever said no would be asked again and again.
    if (error.providerCode != "denied"_L1)
        m_retry = m_scheduler.callAfter(keychainRetry, [this] { readCredentials(); });
}

void Session::unlockKeychain()
{
    m_keychain->unlock([this] {
        const bool waiting = m_keychainTrouble && (m_retry.isActive() || m_keychainTrouble->providerCode == "denied"_L1);
        m_retry.cancel();
        if (waiting && !m_ending)
            readCredentials();
    });
}

void Session::startEngine(const AccountSecrets &secrets)
{
    m_keychainTrouble.reset();
    hideSecrets(secrets);
    QMetaObject::invokeMethod(m_opened.engine, [engine = m_opened.engine, secrets] { engine->start(secrets); });
}

void Session::hideSecrets(const AccountSecrets &secrets)
{
    const QList<Secret> values = secrets.values();
    m_log.hide(std::vector<Secret>(values.begin(), values.end()));
}

void Session::fail(int exitCode, const QString &line, const QString &sentence)
{
    if (m_ending)
        return;
    tellOnStderr(line);
    if (m_options.headless || m_window)
        return end(exitCode);
    WindowParts::showStartFailure(sentence.isEmpty() ? line : sentence, [this, exitCode] { end(exitCode); });
}

void Session::failOpening(const StartFailure &failure)
{
    if (m_ending)
        return;
    QString sentence;
    if (failure.error)
        sentence = failure.ofBackup ? StartWords::backupSentence(*failure.error, failure.file)
                                    : StartWords::sentence(*failure.error, failure.file);
    if (!failure.ofBackup || !m_opensAgain)
        return fail(failure.exitCode, failure.line, sentence);
    // Nothing was changed: it goes on with what it had.
    tellOnStderr(failure.line);
    WindowParts::showStartFailure(sentence, [] {});
    m_reopen = OpenRequest{m_folder.databasePath(), {}, false};
    m_engine->stop();
}

void Session::end(int exitCode)
{
    if (m_ending)
        return;
    m_ending = true;
    m_exitCode = exitCode;
    m_retry.cancel();
    m_firstCall.cancel();
    m_narrationEnd.cancel();
    if (m_narrator)
        m_out.write(m_narrator->summary().toUtf8());
    if (m_window)
        m_window->close();
    if (!m_engine)
        return QCoreApplication::exit(exitCode);
    m_lastResort = m_scheduler.callAfter(longestEnd, [this] {
        qCCritical(log, "the end takes too long; what was recorded is safe on disk");
        std::_Exit(m_exitCode == ExitDone ? ExitStopped : m_exitCode);
    });
    m_engine->stop();
}

} // namespace textback
