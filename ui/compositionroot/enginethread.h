// SPDX-License-Identifier: MIT
#pragma once

#include "domain/settings.h"
#include "ui/compositionroot/enginehost.h"

#include <QObject>
#include <QThread>

#include <vector>

namespace textback {

class Clock;

/// The engine on its own thread, as the main thread sees it. Lives on the main thread.
class EngineThread : public QObject {
    Q_OBJECT

public:
    /// `clock` outlives it.
    explicit EngineThread(Clock &clock, QObject *parent = nullptr);
    /// Ends the thread hard if stop() was not waited for.
    ~EngineThread() override;

    /// Begins to open; ends in exactly one opened or failed. Once.
    void open(const OpenRequest &request, const SettingsChange &change);
    /// Ends the engine and then the thread; stopped follows, also when it never opened. Bounding the wait is the caller's.
    void stop();

signals:
    void opened(const textback::OpenedEngine &engine);
    void failed(const textback::StartFailure &failure);
    void stopped();

private:
    Clock &m_clock;
    QThread m_thread;
    EngineHost *m_host = nullptr; ///< lives on m_thread, deleted by its end
};

} // namespace textback
