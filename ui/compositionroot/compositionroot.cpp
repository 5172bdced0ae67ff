// SPDX-License-Identifier: MIT
#include "ui/compositionroot/compositionroot.h"

#include "platform/datafolder.h"
#include "platform/eventloopscheduler.h"
#include "platform/signalhandler.h"
#include "platform/singleinstance.h"
#include "platform/systemclock.h"
#include "translations/translations.h"
#include "ui/compositionroot/demoline.h"
#include "ui/compositionroot/enginehost.h"
#include "ui/compositionroot/evidencerun.h"
#include "ui/compositionroot/gatherdiagnostics.h"
#include "ui/compositionroot/registrationrun.h"
#include "ui/compositionroot/replayrun.h"
#include "ui/compositionroot/session.h"
#include "ui/startup/exitcode.h"
#include "ui/startup/linewriter.h"
#include "ui/startup/setupfile.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QFileInfo>
#include <QLocale>

#include <utility>
#include <vector>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

int stopWith(int exitCode, const QString &line)
{
    tellOnStderr(line);
    return exitCode;
}

/// Qt ends a program with abort() when it finds no display, so this is asked first.
bool hasDisplay(const StartOptions &options)
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
           qEnvironmentVariableIsSet("QT_QPA_PLATFORM") || options.toolkitArguments.contains("-platform"_L1) ||
           options.toolkitArguments.contains("-display"_L1);
#else
    Q_UNUSED(options)
    return true;
#endif
}

/// argc and argv as Qt wants them: alive and changeable as long as the application object.
class Arguments {
public:
    explicit Arguments(const QStringList &arguments)
    {
        for (const QString &argument : arguments)
            m_texts.push_back(argument.toLocal8Bit());
        for (QByteArray &text : m_texts)
            m_pointers.push_back(text.data());
        m_count = static_cast<int>(m_pointers.size());
        m_pointers.push_back(nullptr);
    }

    int &count() { return m_count; }
    char **values() { return m_pointers.data(); }

private:
    std::vector<QByteArray> m_texts;
    std::vector<char *> m_pointers;
    int m_count = 0;
};

/// What a run that only reads found, on stdout.
int print(const tl::expected<QByteArray, RunFailure> &document)
{
    if (!document)
        return stopWith(document.error().exitCode, document.error().line);
    if (const tl::expected<void, QString> written = writePrivateFile(u"-"_s, *document); !written)
        return stopWith(ExitStopped, written.error());
    return ExitDone;
}

} // namespace

CompositionRoot::CompositionRoot(StartOptions options, LogSink &log)
    : m_options(std::move(options))
    , m_log(log)
{
}

int CompositionRoot::run()
{
    if (m_options.mode == StartMode::Simulate)
        return runSimulator();
    if (m_options.mode == StartMode::ExportSetup)
        return exportSetup();
    if (m_options.mode == StartMode::Diagnostics)
        return writeDiagnostics();
    if (m_options.mode == StartMode::Replay)
        return printReplay();
    if (m_options.mode == StartMode::Evidence)
        return printEvidence();
    if (m_options.mode == StartMode::Registration)
        return printRegistration();
    if (!m_options.headless && !hasDisplay(m_options)) {
        if (m_options.mode != StartMode::Demo)
            return stopWith(ExitStopped, u"there is no display; --headless works without one, and --demo --headless shows what it does"_s);
        stopWith(ExitDone, u"there is no display: the demo tells what happens"_s);
        m_options.headless = true;
    }
    return runSession();
}

int CompositionRoot::runSession()
{
    Arguments arguments(m_options.toolkitArguments);
    if (m_options.headless) {
        const QCoreApplication application(arguments.count(), arguments.values());
        return runEngine();
    }
    QApplication application(arguments.count(), arguments.values());
    // Closing the window goes to the tray; the session ends when somebody says so.
    QApplication::setQuitOnLastWindowClosed(false);
    QGuiApplication::setDesktopFileName(u"textback"_s);
    installTranslations(application, QLocale());
    Theme theme(application);
    return runEngine(&theme);
}

int CompositionRoot::runEngine(Theme *theme)
{
    Session session(m_options, m_log, theme);
    if (const std::optional<int> ended = session.begin())
        return *ended;
    return QCoreApplication::exec();
}

int CompositionRoot::runSimulator()
{
    Arguments arguments(m_options.toolkitArguments);
    const QCoreApplication application(arguments.count(), arguments.values());
    SystemClock clock;
    EventLoopScheduler scheduler(clock);
    SignalHandler signalHandler;
    QObject::connect(&signalHandler, &SignalHandler::endRequested, &application, &QCoreApplication::quit);
    DemoLine line(clock, scheduler, m_options.callsPerMinute);
    if (!line.listen())
        return stopWith(ExitStopped, u"the simulated phone line found no free port on 127.0.0.1"_s);
    LineWriter(stdout).write(line.descriptionLine());
    return QCoreApplication::exec();
}

int CompositionRoot::writeDiagnostics()
{
    Arguments arguments(m_options.toolkitArguments);
    const QCoreApplication application(arguments.count(), arguments.values());
    const Result<DataFolder> folder = DataFolder::prepare(m_options.dataDir);
    const QString path = folder ? folder->path() : m_options.dataDir.isEmpty() ? DataFolder::defaultPath() : m_options.dataDir;
    // A folder that is full or cannot be written is a trouble that these facts are there for.
    if (!folder && !QFileInfo(path).isDir())
        return stopWith(ExitStopped, folder.error().detail);
    DiagnosticsFacts facts = gatherDiagnostics(path, SystemClock());
    if (!folder)
        facts.folderTrouble = folder.error().providerCode;
    const QString text = diagnosticsText(facts);
    if (const tl::expected<void, QString> written = writePrivateFile(m_options.diagnosticsFile, text.toUtf8()); !written)
        return stopWith(ExitStopped, u"--diagnostics: "_s + written.error());
    return ExitDone;
}

int CompositionRoot::printReplay()
{
    Arguments arguments(m_options.toolkitArguments);
    const QCoreApplication application(arguments.count(), arguments.values());
    return print(runReplay(m_options));
}

int CompositionRoot::printEvidence()
{
    Arguments arguments(m_options.toolkitArguments);
    const QCoreApplication application(arguments.count(), arguments.values());
    return print(runEvidence(m_options));
}

int CompositionRoot::printRegistration()
{
    Arguments arguments(m_options.toolkitArguments);
    const QCoreApplication application(arguments.count(), arguments.values());
    return print(runRegistration(m_options));
}

int CompositionRoot::exportSetup()
{
    Arguments arguments(m_options.toolkitArguments);
    const QCoreApplication application(arguments.count(), arguments.values());
    const Result<DataFolder> folder = DataFolder::prepare(m_options.dataDir);
    if (!folder)
        return stopWith(ExitStopped, folder.error().detail);
    SingleInstance instance(folder->path());
    if (instance.acquire(false) != SingleInstance::Outcome::First)
        return stopWith(ExitStopped, u"another copy works on the data in %1: end it first"_s.arg(folder->path()));
    SystemClock clock;
    EngineHost host(clock, OpenRequest{folder->databasePath(), {}, false});
    SettingsChange change;
    if (!m_options.setupFile.isEmpty()) {
        change = [file = m_options.setupFile](const Settings &stored, const std::vector<ProviderDescriptor> &providers) {
            return readSetupFile(file, stored, providers);
        };
    }
    const auto opened = host.open(change);
    if (!opened)
        return stopWith(opened.error().exitCode, opened.error().line);
    if (const tl::expected<void, QString> written = writeSetupFile(m_options.exportFile, opened->settings); !written)
        return stopWith(ExitStopped, written.error());
    return ExitDone;
}

} // namespace textback
