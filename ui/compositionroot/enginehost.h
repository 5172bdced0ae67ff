// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/providerfactory.h"
#include "domain/ports/trapreader.h"
#include "domain/settings.h"

#include <QObject>
#include <QString>

#include <tl/expected.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QNetworkAccessManager;

namespace textback {

class Clock;
class Engine;
class EventLoopScheduler;
class MediaFolder;
class PowerEvents;
class ProviderRegistry;
class SqlStore;
class SystemRandom;

/// Why the engine could not be set up: one line for stderr, and the program's exit code.
struct StartFailure {
    int exitCode = 1;
    QString line;
    std::optional<Error> error; ///< of `file`
    QString file;               ///< the database ...
    bool ofBackup = false;      ///< ... or the backup that was to be restored
};

/// What the other thread needs to know of an engine that is set up.
struct OpenedEngine {
    Settings settings;
    std::vector<ProviderDescriptor> providers;
    Engine *engine = nullptr; ///< lives on the host's thread; for EngineClient::attach and queued calls only
};

/// Changes the stored settings before the engine starts (a settings file, the demo's own). Returns what is to be kept, or the line for stderr
/// of a wrong use. Called on the host's thread.
using SettingsChange =
    std::function<tl::expected<Settings, QString>(const Settings &stored, const std::vector<ProviderDescriptor> &providers)>;

/// How the database is opened.
struct OpenRequest {
    QString databasePath;
    QString backup;        ///< a person wants this backup restored first; empty: none
    bool checkNow = false; ///< something in it could not be read
};

/// Owns everything that lives on the engine thread: network, database, providers, engine. Made on any thread and then moved; open() and
/// close() belong to the thread that it lives on.
class EngineHost : public QObject {
    Q_OBJECT

public:
    /// `clock` outlives it.
    EngineHost(Clock &clock, OpenRequest request);
    ~EngineHost() override;

    /// Opens the database, applies `change` (may be empty) and keeps its result, and makes the engine. Nothing is asked of the network yet.
    tl::expected<OpenedEngine, StartFailure> open(const SettingsChange &change);
    /// Ends the engine (pollers, jobs), then closes the database; `done` is called on this thread when all is gone.
    void close(std::function<void()> done);

private:
    void release();

    Clock &m_clock;
    OpenRequest m_request;
    std::unique_ptr<EventLoopScheduler> m_scheduler;
    std::unique_ptr<PowerEvents> m_power;
    std::unique_ptr<TrapReader> m_traps;
    std::unique_ptr<SystemRandom> m_random;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<QNetworkAccessManager> m_fileNetwork; // of pictures and voicemails
    std::unique_ptr<ProviderRegistry> m_providers;
    std::unique_ptr<SqlStore> m_store;
    std::unique_ptr<MediaFolder> m_media;
    std::unique_ptr<Engine> m_engine;
};

} // namespace textback
