// SPDX-License-Identifier: MIT
#include "ui/startup/commandline.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

enum class Option {
    Demo,
    Simulate,
    Headless,
    DataDir,
    Setup,
    ExportSetup,
    RestoreBackup,
    Diagnostics,
    Evidence,
    Replay,
    Registration,
    LeaveSafeMode,
    CallsPerMinute,
    For,
    Version,
    Help
};

struct OptionRow {
    Option option;
    QLatin1StringView name;
    bool takesValue;
};

constexpr std::array<OptionRow, 16> optionRows = {{
    {Option::Demo, "--demo"_L1, false},
    {Option::Simulate, "--simulate"_L1, false},
    {Option::Headless, "--headless"_L1, false},
    {Option::DataDir, "--data-dir"_L1, true},
    {Option::Setup, "--setup"_L1, true},
    {Option::ExportSetup, "--export-setup"_L1, true},
    {Option::RestoreBackup, "--restore-backup"_L1, true},
    {Option::Diagnostics, "--diagnostics"_L1, true},
    {Option::Evidence, "--evidence"_L1, true},
    {Option::Replay, "--replay"_L1, true},
    {Option::Registration, "--registration"_L1, false},
    {Option::LeaveSafeMode, "--leave-safe-mode"_L1, false},
    {Option::CallsPerMinute, "--calls-per-minute"_L1, true},
    {Option::For, "--for"_L1, true},
    {Option::Version, "--version"_L1, false},
    {Option::Help, "--help"_L1, false},
}};

/// Pairs that say two things at once.
constexpr std::array<std::pair<Option, Option>, 15> conflicts = {{
    {Option::Demo, Option::Simulate},
    {Option::Demo, Option::ExportSetup},
    {Option::Demo, Option::DataDir}, // its data is thrown away at the end
    {Option::Demo, Option::Setup},
    {Option::Simulate, Option::Headless},
    {Option::Simulate, Option::ExportSetup},
    {Option::Simulate, Option::DataDir}, // it keeps nothing
    {Option::Simulate, Option::Setup},
    {Option::Headless, Option::ExportSetup},
    {Option::LeaveSafeMode, Option::Demo}, // these keep no account of crashes
    {Option::LeaveSafeMode, Option::Simulate},
    {Option::LeaveSafeMode, Option::ExportSetup},
    {Option::Demo, Option::RestoreBackup},
    {Option::Simulate, Option::RestoreBackup},
    {Option::ExportSetup, Option::RestoreBackup},
}};

/// What prints something about the stored data and ends; it changes nothing, so it goes with nothing that works.
constexpr std::array readers = {Option::Diagnostics, Option::Evidence, Option::Replay, Option::Registration};
constexpr std::array workers = {Option::Demo,        Option::Simulate,      Option::Headless,     Option::Setup,
                                Option::ExportSetup, Option::RestoreBackup, Option::LeaveSafeMode};

QLatin1StringView nameOf(Option option)
{
    return std::find_if(optionRows.begin(), optionRows.end(), [option](const OptionRow &row) { return row.option == option; })->name;
}

/// Options of Qt's own that make sense for a window, with the number of arguments that follow; -1 if it is none.
int toolkitOption(const QString &argument)
{
    static constexpr std::array<QLatin1StringView, 8> withValue = {"-platform"_L1,        "-session"_L1,       "-style"_L1,
                                                                   "-stylesheet"_L1,      "-platformtheme"_L1, "-display"_L1,
                                                                   "-qwindowgeometry"_L1, "-plugin"_L1};
    if (std::any_of(withValue.begin(), withValue.end(), [&](QLatin1StringView name) { return argument == name; }))
        return 1;
    return argument == "-reverse"_L1 ? 0 : -1;
}

class Parser {
public:
    explicit Parser(const QStringList &arguments)
        : m_arguments(arguments)
    {
    }

    tl::expected<StartOptions, QString> parse()
    {
        m_options.toolkitArguments = m_arguments.mid(0, 1);
        for (m_at = 1; m_at < m_arguments.size() && m_problem.isEmpty(); ++m_at)
            take(m_arguments.at(m_at));
        // Help and version answer whatever stands beside them, unless that is not understood at all.
        if (m_problem.isEmpty() && !has(Option::Help) && !has(Option::Version))
            check();
        if (!m_problem.isEmpty())
            return tl::unexpected(m_problem);
        m_options.headless = has(Option::Headless);
        m_options.leaveSafeMode = has(Option::LeaveSafeMode);
        m_options.mode = mode();
        return m_options;
    }

private:
    void take(const QString &argument)
    {
        const int following = toolkitOption(argument);
        if (following >= 0) {
            m_options.toolkitArguments += m_arguments.mid(m_at, 1 + following);
            if (m_at + following >= m_arguments.size())
                m_problem = u"%1: needs a value"_s.arg(argument);
            m_at += following;
            return;
        }
        const QString name = argument.section(u'=', 0, 0);
        const auto row = std::find_if(optionRows.begin(), optionRows.end(), [&](const OptionRow &each) {
            return name == each.name || (each.option == Option::Help && name == "-h"_L1) ||
                   (each.option == Option::Version && name == "-v"_L1);
        });
        if (row == optionRows.end()) {
            m_problem = argument.startsWith(u'-') ? u"%1: unknown option"_s.arg(name) : u"\"%1\": unexpected argument"_s.arg(argument);
            return;
        }
        if (has(row->option)) {
            m_problem = u"%1: given twice"_s.arg(row->name);
            return;
        }
        m_given.append(row->option);
        if (row->takesValue)
            takeValue(*row, argument);
        else if (argument.contains(u'='))
            m_problem = u"%1: takes no value"_s.arg(row->name);
    }

    void takeValue(const OptionRow &row, const QString &argument)
    {
        QString value;
        const qsizetype equals = argument.indexOf(u'=');
        if (equals >= 0)
            value = argument.mid(equals + 1);
        else if (m_at + 1 < m_arguments.size() && !m_arguments.at(m_at + 1).startsWith("--"_L1))
            value = m_arguments.at(++m_at);
        if (value.isEmpty()) {
            m_problem = u"%1: needs a value"_s.arg(row.name);
            return;
        }
        switch (row.option) {
        case Option::DataDir:
            m_options.dataDir = value;
            break;
        case Option::Setup:
            m_options.setupFile = value;
            break;
        case Option::ExportSetup:
            m_options.exportFile = value;
            break;
        case Option::RestoreBackup:
            m_options.restoreFile = value;
            break;
        case Option::Diagnostics:
            m_options.diagnosticsFile = value;
            break;
        case Option::Replay:
            m_options.replayFile = value;
            break;
        case Option::Evidence:
            m_options.evidenceNumber = value;
            break;
        case Option::CallsPerMinute:
            takeCallsPerMinute(value);
            break;
        case Option::For:
            takeSeconds(value);
            break;
        default:
            break;
        }
    }

    void takeCallsPerMinute(const QString &value)
    {
        bool ok = false;
        m_options.callsPerMinute = value.toDouble(&ok);
        if (!ok || !std::isfinite(m_options.callsPerMinute) || m_options.callsPerMinute < 0 || m_options.callsPerMinute > 600)
            m_problem = u"--calls-per-minute: must be a number from 0 to 600"_s;
    }

    void takeSeconds(const QString &value)
    {
        bool ok = false;
        const int seconds = value.toInt(&ok);
        if (!ok || seconds < 1 || seconds > 86400)
            m_problem = u"--for: must be a whole number of seconds from 1 to 86400"_s;
        m_options.narrateFor = std::chrono::seconds(seconds);
    }

    void exclude(Option one, Option other)
    {
        if (m_problem.isEmpty() && has(one) && has(other))
            m_problem = u"%1: cannot be used together with %2"_s.arg(nameOf(one), nameOf(other));
    }

    void check()
    {
        for (const auto &[one, other] : conflicts)
            exclude(one, other);
        for (const Option reader : readers) {
            for (const Option other : workers)
                exclude(other, reader);
            for (const Option other : readers) {
                if (other < reader)
                    exclude(other, reader);
            }
        }
        if (!m_problem.isEmpty())
            return;
        if (has(Option::For) && !(has(Option::Demo) && has(Option::Headless)))
            m_problem = u"--for: goes only with --demo --headless"_s;
        else if (has(Option::CallsPerMinute) && !has(Option::Simulate))
            m_problem = u"--calls-per-minute: goes only with --simulate"_s;
    }

    StartMode mode() const
    {
        if (has(Option::Help))
            return StartMode::Help;
        if (has(Option::Version))
            return StartMode::Version;
        if (has(Option::Simulate))
            return StartMode::Simulate;
        if (has(Option::Demo))
            return StartMode::Demo;
        if (has(Option::ExportSetup))
            return StartMode::ExportSetup;
        if (has(Option::Diagnostics))
            return StartMode::Diagnostics;
        if (has(Option::Replay))
            return StartMode::Replay;
        if (has(Option::Evidence))
            return StartMode::Evidence;
        if (has(Option::Registration))
            return StartMode::Registration;
        return has(Option::Headless) ? StartMode::Headless : StartMode::Window;
    }

    bool has(Option option) const { return m_given.contains(option); }

    QStringList m_arguments;
    qsizetype m_at = 1;
    QList<Option> m_given;
    StartOptions m_options;
    QString m_problem;
};

} // namespace

tl::expected<StartOptions, QString> parseCommandLine(const QStringList &arguments)
{
    return Parser(arguments).parse();
}

QString helpText()
{
    return u"Textback texts missed callers back from your own number and shows the conversation.\n"
           "\n"
           "  textback                     the window; a second start raises the first one's window\n"
           "  textback --demo              try it on a simulated phone line; nothing is kept\n"
           "           --demo --headless   the same without a window, narrated; ends after --for SECONDS (60)\n"
           "  textback --headless          work without a window: events as JSON Lines on stdout, log on stderr\n"
           "  textback --simulate          only the simulated phone line, for trying other programs; prints where it is\n"
           "           --calls-per-minute N    how often somebody calls by himself (6; 0 for never)\n"
           "\n"
           "  --data-dir DIR               keep everything under DIR\n"
           "  --setup FILE                 apply and keep a settings file (JSON) before starting\n"
           "  --export-setup FILE          write the current settings to FILE, without secrets, and end (- for stdout)\n"
           "  --leave-safe-mode            after repeated crashes nothing is texted until somebody says so: this says so\n"
           "  --restore-backup FILE        put a backup in the database's place before starting (newest: the newest good one)\n"
           "  --diagnostics FILE           write what helps to find a trouble to FILE, without secrets and names, and end (- for stdout)\n"
           "  --replay FILE                show whom the settings in FILE would have texted in the last 90 days, and end; nothing is sent "
           "or kept\n"
           "  --evidence NUMBER            print everything that is stored about a number (calls, texts, consent, decisions) as JSON, and "
           "end\n"
           "  --registration               print what to paste into the registration for business texting (10DLC, toll-free) and the\n"
           "                               voicemail greeting, made from your settings, and end\n"
           "  --version, --help\n"
           "\n"
           "Secrets come from the computer's keychain, or from the environment, which then wins:\n"
           "TEXTBACK_TWILIO_AUTH_TOKEN, or TEXTBACK_TWILIO_API_SECRET with an apiKeySid in the settings file.\n"
           "\n"
           "Exit codes: 0 done, 1 something stops it (another copy on the same data, a folder that cannot be written), 2 wrong use.\n"_s;
}

} // namespace textback
