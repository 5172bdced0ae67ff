// SPDX-License-Identifier: MIT
#pragma once

#include "ui/startup/commandline.h"

namespace textback {

class LogSink;
class Theme;

/// Picks what runs for a command line and runs it to its end. With Session and its neighbours in this folder the only place that names concrete
/// classes of several rooms.
class CompositionRoot {
public:
    /// `log` outlives it.
    CompositionRoot(StartOptions options, LogSink &log);

    /// Runs the program; returns its exit code. Main thread, once.
    int run();

private:
    int runSession();
    /// `theme` is null without a window.
    int runEngine(Theme *theme = nullptr);
    int runSimulator();
    int exportSetup();
    int writeDiagnostics();
    int printReplay();
    int printEvidence();
    int printRegistration();

    StartOptions m_options;
    LogSink &m_log;
};

} // namespace textback
