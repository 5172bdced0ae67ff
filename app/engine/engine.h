// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ids.h"
#include "domain/ports/providerfactory.h"
#include "domain/settings.h"
#include "engine/connectionstate.h"
#include "engine/contacttaker.h"
#include "engine/engineevents.h"
#include "engine/notice.h"

#include <QList>
#include <QObject>

#include <memory>

namespace textback {

class Clock;
class InboxDesk;
class MediaCache;
class MediaDesk;
class MessageDesk;
class PowerEvents;
class Random;
class Scheduler;
class SettingsDesk;
class Store;
class TrapReader;

/// What the engine is built on. All outlive it; all are used on its thread only.
struct EnginePorts {
    Clock &clock;
    Scheduler &scheduler;
    Random &random;
    Store &store;
    ProviderFactory &providers;
    PowerEvents *power = nullptr; ///< none: sleep is noticed by its gap alone
    TrapReader *traps = nullptr;  ///< none: nobody looks for traps
    MediaCache *media = nullptr;  ///< none: pictures and voicemails cannot be looked at
    QString computerId = {};      ///< which computer this is; empty: not known, then a copied database is not noticed
};

/// The whole program without a window: watches one account's call log, decides, texts back, reads replies. Knows no thread: it lives on
/// the one that it was made on (the engine thread in production, the test's own in tests) and is spoken to by queued calls or
/// directly. See app/README.md for the path of a missed call through its parts.
class Engine : public QObject {
    Q_OBJECT

public:
    explicit Engine(const EnginePorts &ports, QObject *parent = nullptr);
    ~Engine() override;

    /// What people make of their conversations goes there: it needs no account. Lives on the engine's thread; what it reports, the engine does.
    InboxDesk *inbox() const;
    /// What people write to customers and say about them: that is the account's.
    MessageDesk *messages() const;
    /// Pictures and voicemails that a person looks at.
    MediaDesk *media() const;
    /// What a person changes in the settings by one press.
    SettingsDesk *settingsDesk() const;

public slots:
    /// Reads the settings from the store and begins to work with these secrets. Emits settingsChanged and connectionChanged.
    void start(const textback::AccountSecrets &secrets);
    /// Keeps new settings and goes on with them; `secrets` replace the ones in use (pass the old ones when they did not change).
    void applySettings(const textback::Settings &settings, const textback::AccountSecrets &secrets);
    /// The secrets cannot be had for now (keychain locked or missing): hold, and say so.
    void holdForKeychain(const textback::Error &error);
    /// Before start(): the program crashed again and again. Calls and messages are read and decided as always, but nothing is sent until
    /// leaveSafeMode(); the notice SafeMode says so.
    void enterSafeMode();
    /// A person has seen it and wants to go on: what waits and is not too late is sent.
    void leaveSafeMode();
    /// Polls calls and messages at once (F5, wake from sleep).
    void checkNow();
    /// Ends cleanly: begins nothing new, waits at most 5 s for sends in flight, then emits stopped.
    void stop();

    /// How the daily backup went: `problem` is empty when one was made, else technical words. `newest`: of the newest one there is (PC clock).
    void noteBackup(const QString &problem, std::optional<textback::UtcTime> newest);
    /// A person has seen it; only those that may be dismissed go.
    void dismissNotice(textback::Notice::Kind kind);

signals:
    void eventOccurred(const textback::EngineEvent &event);
    /// Rows of these conversations changed and are committed: read them again.
    void conversationsChanged(const QList<textback::ConversationId> &conversations);
    void connectionChanged(const textback::ConnectionState &state);
    /// All that stand, the most important first.
    void noticesChanged(const QList<textback::Notice> &notices);
    void settingsChanged(const textback::Settings &settings);
    /// A person's action did not work; the sentence is made in ui/ from the error.
    void actionFailed(textback::ConversationId conversation, const textback::Error &error);
    /// The result of the account check after each (re)connect: numbers and warnings.
    void accountChecked(const QList<textback::PhoneNumber> &numbers, const QStringList &warnings);
    /// An address book is being taken in: so many of its numbers were looked at.
    void contactsProgressed(int looked, int all);
    /// Names of any number of contacts changed, in the inbox, too; told instead of conversationsChanged().
    void contactsTaken(const textback::ContactsTaken &taken);
    /// Everything about the other party of this conversation is deleted; the conversation is none any more.
    void personErased(textback::ConversationId conversation);
    void stopped();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace textback

Q_DECLARE_METATYPE(textback::AccountSecrets)
Q_DECLARE_METATYPE(textback::Error)
