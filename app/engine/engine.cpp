// SPDX-License-Identifier: MIT
#include "engine/engine.h"

#include "domain/ports/clock.h"
#include "domain/ports/powerevents.h"
#include "domain/ports/random.h"
#include "domain/ports/scheduler.h"
#include "domain/ports/store.h"
#include "domain/threadaffinity.h"
#include "engine/accountsession.h"
#include "engine/enginelog.h"
#include "engine/enginevoice.h"
#include "engine/inboxdesk.h"
#include "engine/mediadesk.h"
#include "engine/messagedesk.h"
#include "engine/senderrole.h"
#include "engine/settingsdesk.h"

namespace textback {

namespace {

constexpr Millis longestStop = std::chrono::seconds(5);
constexpr Millis storageRetry = std::chrono::seconds(5);

} // namespace

/// Holds the session of the account, and does with it what the window asks.
class Engine::Private final {
public:
    Private(Engine &engine, const EnginePorts &given)
        : q(engine)
        , ports(given)
        , voice(engine, given.clock, given.scheduler)
        , inbox(given.store, given.clock, given.scheduler)
        , messages(given.store, [this] { return session.get(); })
        , media(given.store, given.media)
        , desk(settings, given.clock, given.scheduler, voice.notices(),
               [this](const Settings &changed) { q.applySettings(changed, secrets); })
    {
        QObject::connect(&inbox, &InboxDesk::conversationsChanged, &engine, &Engine::conversationsChanged);
        QObject::connect(&inbox, &InboxDesk::actionFailed, &engine, &Engine::actionFailed);
        QObject::connect(&messages, &MessageDesk::actionFailed, &engine, &Engine::actionFailed);
        QObject::connect(&inbox, &InboxDesk::contactsProgressed, &engine, &Engine::contactsProgressed);
        QObject::connect(&inbox, &InboxDesk::contactsTaken, &engine, &Engine::contactsTaken);
        QObject::connect(&inbox, &InboxDesk::personErased, &engine, &Engine::personErased);
        QObject::connect(&inbox, &InboxDesk::personErased, &media, [this](ConversationId conversation) { forgetFiles(conversation); });
        if (ports.power)
            ports.power->listen([this](PowerEvents::Event event) { hear(event); });
    }

    ~Private()
    {
        if (!ports.power)
            return;
        ports.power->listen({});
        ports.power->setWorking(false);
    }
    Q_DISABLE_COPY_MOVE(Private)

    void forgetFiles(ConversationId erased)
    {
        if (const auto gone = media.forget(); !gone)
            emit q.actionFailed(erased, gone.error());
    }

    void hear(PowerEvents::Event event)
    {
        qCInfo(engineLog, "%s", event == PowerEvents::Event::Woke ? "the system woke" : "the system is about to sleep");
        if (event == PowerEvents::Event::Woke && session && !stopping)
            session->wake();
    }

    /// Ends the session and begins a new one from the event loop: who asks may be called from inside the old one.
    void reconnect()
    {
        if (session)
            session->stop();
        media.setSource(nullptr);
        rebuild = ports.scheduler.callAfter(Millis(0), [this] {
            session.reset();
            connect();
        });
    }

    void connect()
    {
        if (ports.power)
            ports.power->setWorking(settings.hasAccount());
        if (!settings.hasAccount()) {
            voice.setTrouble(ConnectionState::Kind::NotSetUp, std::nullopt);
            return;
        }
        auto provider = ports.providers.connect(settings.account, secrets);
        if (!provider) {
            Error error = provider.error();
            if (secrets.isEmpty())
                error.providerCode = signInMissingCode;
            voice.setTrouble(ConnectionState::Kind::NotSetUp, error);
            return;
        }
        AccountSession::Hooks hooks;
        hooks.connectionChanged = [this](const ConnectionState &state) { voice.setConnection(state); };
        hooks.accountChecked = [this](const AccountCheck &check) {
            QList<PhoneNumber> numbers;
            for (const Line &line : check.lines)
                numbers.append(line.number);
            emit q.accountChecked(numbers, check.warnings);
        };
        hooks.ready = [this] {
            EngineEvent event;
            event.kind = EngineEvent::Kind::Ready;
            voice.tell(event);
        };
        hooks.onHold = [this] { return voice.notices().find(Notice::Kind::SafeMode).has_value(); };
        hooks.idle = [this] { finishStop(); };
        hooks.slept = [this](const SleepWatch::Gap &gap) { voice.noteSleep(gap); };
        session = std::make_unique<AccountSession>(ports, std::move(*provider), voice, voice.notices(), settings, std::move(hooks));
        if (const auto started = session->start(); !started) {
            voice.setTrouble(ConnectionState::Kind::StorageTrouble, started.error());
            rebuild = ports.scheduler.callAfter(storageRetry, [this] {
                session.reset();
                connect();
            });
            return;
        }
        media.setSource(session->media());
    }

    void finishStop()
    {
        if (!stopping || stopTold)
            return;
        stopTold = true;
        // From the event loop: the session that says "idle" is still at work on its own stack.
        rebuild = ports.scheduler.callAfter(Millis(0), [this] { emit q.stopped(); });
    }

    void tellRestoration()
    {
        const auto restored = ports.store.restoration();
        if (!restored || !*restored)
            return;
        voice.tellRestoration(**restored);
    }

    Engine &q;
    ThreadAffinity thread;
    EnginePorts ports;
    Settings settings;
    AccountSecrets secrets;
    EngineVoice voice;
    InboxDesk inbox;
    MessageDesk messages;
    MediaDesk media;
    SettingsDesk desk;
    std::unique_ptr<AccountSession> session;
    ScheduledCall rebuild;
    ScheduledCall stopTimer;
    bool stopping = false;
    bool stopTold = false;
};

Engine::Engine(const EnginePorts &ports, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, ports))
{
}

Engine::~Engine() = default;

InboxDesk *Engine::inbox() const
{
    return &d->inbox;
}

MessageDesk *Engine::messages() const
{
    return &d->messages;
}

MediaDesk *Engine::media() const
{
    return &d->media;
}

SettingsDesk *Engine::settingsDesk() const
{
    return &d->desk;
}

void Engine::start(const AccountSecrets &secrets)
{
    d->thread.check("Engine::start");
    if (d->stopping)
        return;
    d->secrets = secrets;
    auto settings = d->ports.store.settings();
    if (settings) {
        auto settled = SenderRole::settleOn(d->ports.store, *settings, d->ports.computerId);
        if (settled)
            settled = SenderRole::follow(d->ports.store, *settings);
        if (!settled)
            settings = tl::make_unexpected(settled.error());
    }
    if (!settings) {
        d->voice.setTrouble(ConnectionState::Kind::StorageTrouble, settings.error());
        d->rebuild = d->ports.scheduler.callAfter(storageRetry, [this, secrets] { start(secrets); });
        return;
    }
    d->settings = *settings;
    emit settingsChanged(*settings);
    d->desk.follow();
    if (d->inbox.start())
        d->forgetFiles({}); // the program may have ended before they were
    d->tellRestoration();
    d->reconnect();
}

void Engine::applySettings(const Settings &settings, const AccountSecrets &secrets)
{
    d->thread.check("Engine::applySettings");
    if (d->stopping)
        return;
    const auto saved = d->ports.store.saveSettings(settings);
    // Should the role not follow, it does at the next start; until then the old one stands, which is told.
    const auto followed = saved ? SenderRole::follow(d->ports.store, settings) : saved;
    if (!followed) {
        emit actionFailed({}, followed.error());
        return;
    }
    const auto sameLogin = [](const AccountSettings &a, const AccountSettings &b) {
        return a.provider == b.provider && a.apiBaseUrl == b.apiBaseUrl && a.fields == b.fields;
    };
    const bool sameSession =
        d->session && sameLogin(settings.account, d->settings.account) && secrets == d->secrets && !d->session->monitor().isSignedOut();
    d->settings = settings;
    d->secrets = secrets;
    emit settingsChanged(settings);
    d->desk.follow();
    if (sameSession)
        d->session->applySettings(settings);
    else
        d->reconnect();
}

void Engine::holdForKeychain(const Error &error)
{
    d->thread.check("Engine::holdForKeychain");
    if (d->stopping)
        return;
    if (!d->settings.hasAccount()) {
        if (const auto settings = d->ports.store.settings(); settings && *settings != d->settings) {
            d->settings = *settings;
            emit settingsChanged(*settings);
        }
    }
    if (d->session)
        d->session->stop();
    d->media.setSource(nullptr);
    d->rebuild = d->ports.scheduler.callAfter(Millis(0), [this] { d->session.reset(); });
    d->voice.setTrouble(ConnectionState::Kind::KeychainLocked, error);
}

void Engine::enterSafeMode()
{
    Notice notice;
    notice.kind = Notice::Kind::SafeMode;
    d->voice.notices().raise(notice);
}

void Engine::leaveSafeMode()
{
    d->voice.notices().clear(Notice::Kind::SafeMode);
    if (d->session && !d->stopping)
        d->session->resume();
}

void Engine::checkNow()
{
    d->thread.check("Engine::checkNow");
    if (d->session && !d->stopping)
        d->session->checkNow();
}

void Engine::stop()
{
    d->thread.check("Engine::stop");
    if (d->stopping)
        return;
    d->stopping = true;
    d->messages.stop();
    d->media.stop();
    d->rebuild.cancel();
    if (!d->session || d->session->stop())
        d->finishStop();
    else
        d->stopTimer = d->ports.scheduler.callAfter(longestStop, [this] { d->finishStop(); });
}

void Engine::noteBackup(const QString &problem, std::optional<UtcTime> newest)
{
    d->voice.noteBackup(problem, newest);
}

void Engine::dismissNotice(Notice::Kind kind)
{
    d->thread.check("Engine::dismissNotice");
    const auto notice = d->voice.notices().find(kind);
    if (!notice || !notice->isDismissible())
        return;
    if (kind == Notice::Kind::Restored) {
        if (const auto forgotten = d->ports.store.forgetRestoration(); !forgotten) {
            emit actionFailed({}, forgotten.error());
            return;
        }
    }
    const std::optional<TrapFinding> trap = notice->trap;
    d->voice.notices().clear(kind);
    // Last: the next finding may take its place at once.
    if (trap)
        d->desk.settleTrap(*trap);
}

} // namespace textback
