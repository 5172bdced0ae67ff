// SPDX-License-Identifier: MIT
#include "ui/compositionroot/enginehost.h"

#include "domain/ports/clock.h"
#include "engine/engine.h"
#include "platform/computerid.h"
#include "platform/eventloopscheduler.h"
#include "platform/mediafolder.h"
#include "platform/systempowerevents.h"
#include "platform/systemrandom.h"
#include "providers/registry.h"
#include "storage/sqltrapreader.h"
#include "storage/storeopening.h"
#include "ui/startup/exitcode.h"

#include <QFileInfo>
#include <QNetworkAccessManager>

#include <utility>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

/// The line for stderr: what is wrong with the database and what a person can do. A broken one is never touched: it holds who said STOP.
tl::unexpected<StartFailure> databaseFailure(const QString &file, const Error &error)
{
    QString line = u"the database %1 cannot be used: %2"_s.arg(file, error.detail);
    if (error.providerCode == "corrupt"_L1)
        line = u"the database %1 is damaged, there is no good backup, and it was left as it is (it holds who said STOP): put a copy of it "
               u"back "
               "with --restore-backup FILE"_s.arg(file);
    else if (error.providerCode == "newer-than-app"_L1)
        line = u"the database %1 was written by a later version of Textback: use that version"_s.arg(file);
    else if (error.providerCode == "locked"_L1)
        line = u"the database %1 is in use by another program"_s.arg(file);
    else if (error.providerCode == "full"_L1)
        line = u"the disk with the database %1 is full"_s.arg(file);
    else if (error.providerCode == "read-only"_L1)
        line = u"the database %1 cannot be written"_s.arg(file);
    return tl::unexpected(StartFailure{ExitStopped, line, error, file, false});
}

tl::unexpected<StartFailure> restoreFailure(const OpenRequest &request, const Error &error)
{
    const QString line = u"--restore-backup %1: %2; nothing was changed"_s.arg(request.backup, error.detail);
    return tl::unexpected(
        StartFailure{error.providerCode == "cannot-open"_L1 ? ExitWrongUse : ExitStopped, line, error, request.backup, true});
}

} // namespace

EngineHost::EngineHost(Clock &clock, OpenRequest request)
    : m_clock(clock)
    , m_request(std::move(request))
{
}

EngineHost::~EngineHost()
{
    release();
}

tl::expected<OpenedEngine, StartFailure> EngineHost::open(const SettingsChange &change)
{
    m_scheduler = std::make_unique<EventLoopScheduler>(m_clock);
    m_power = makeSystemPowerEvents();
    m_random = std::make_unique<SystemRandom>();
    m_network = std::make_unique<QNetworkAccessManager>();
    m_fileNetwork = std::make_unique<QNetworkAccessManager>();
    m_providers = std::make_unique<ProviderRegistry>(*m_network, *m_fileNetwork, m_clock, *m_scheduler, *m_random);
    const QString &file = m_request.databasePath;
    Result<OpenedStore> opened = openStore(file, m_clock, m_request.backup, m_request.checkNow);
    if (!opened)
        return m_request.backup.isEmpty() ? databaseFailure(file, opened.error()) : restoreFailure(m_request, opened.error());
    m_store = std::move(opened->store);

    Result<Settings> settings = m_store->settings();
    if (!settings)
        return databaseFailure(file, settings.error());
    if (change) {
        const tl::expected<Settings, QString> changed = change(*settings, m_providers->descriptors());
        if (!changed)
            return tl::unexpected(StartFailure{ExitWrongUse, changed.error(), {}, {}, false});
        if (const Result<void> saved = m_store->saveSettings(*changed); !saved)
            return databaseFailure(file, saved.error());
        settings = *changed;
    }
    m_traps = std::make_unique<SqlTrapReader>(file);
    m_media = std::make_unique<MediaFolder>(QFileInfo(file).absolutePath() + u"/media"_s, m_clock);
    m_engine = std::make_unique<Engine>(
        EnginePorts{m_clock, *m_scheduler, *m_random, *m_store, *m_providers, m_power.get(), m_traps.get(), m_media.get(), computerId()});
    return OpenedEngine{*settings, m_providers->descriptors(), m_engine.get()};
}

void EngineHost::close(std::function<void()> done)
{
    if (!m_engine) {
        release();
        done();
        return;
    }
    // Queued: the engine must not be destroyed from inside its own signal.
    connect(
        m_engine.get(), &Engine::stopped, this,
        [this, done = std::move(done)] {
            release();
            done();
        },
        static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
    m_engine->stop();
}

void EngineHost::release()
{
    m_engine.reset();
    m_media.reset();
    m_traps.reset();
    m_providers.reset();
    m_fileNetwork.reset();
    m_network.reset();
    m_store.reset();
    m_power.reset();
    m_scheduler.reset();
}

} // namespace textback
