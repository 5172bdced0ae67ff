// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

#include <chrono>
#include <optional>

namespace textback {

/// What the program is asked to do.
enum class StartMode {
    Window,
    Headless,
    Demo, ///< with `headless` set: narrated
    Simulate,
    ExportSetup, ///< after applying --setup, if given
    Diagnostics,
    Replay,       ///< shows what other rules would have done, and ends
    Evidence,     ///< everything about one number
    Registration, ///< the words for the registration with the carriers
    Version,
    Help,
};

/// A command line that was understood.
struct StartOptions {
    StartMode mode = StartMode::Window;
    bool headless = false;               ///< Headless and a narrated Demo: no display is needed
    QString dataDir;                     ///< empty: the platform's application data folder
    QString setupFile;                   ///< empty: none
    QString exportFile;                  ///< of ExportSetup
    bool leaveSafeMode = false;          ///< after crashes: go on as before
    QString restoreFile;                 ///< a backup to restore first ("newest": the newest good one); empty: none
    QString diagnosticsFile;             ///< of Diagnostics
    QString replayFile;                  ///< of Replay
    QString evidenceNumber;              ///< of Evidence, as it was typed
    double callsPerMinute = 6;           ///< of Simulate
    std::chrono::seconds narrateFor{60}; ///< of a narrated Demo
    /// Arguments for the window toolkit ("-platform", "-session" ...: session managers add them), the program's name first.
    QStringList toolkitArguments;

    bool operator==(const StartOptions &) const = default;
};

/// Reads the arguments (the program's name first). Needs no application object, so that wrong use never needs a display.
/// On wrong use: one line for stderr that names the argument.
tl::expected<StartOptions, QString> parseCommandLine(const QStringList &arguments);

/// What --help prints.
QString helpText();

} // namespace textback
