// SPDX-License-Identifier: MIT
#include "credentials/keyringprobe.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCall>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

#include <utility>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 3000; // milliseconds: the service may have to be started first

const QString service = u"org.freedesktop.secrets"_s;

/// One question after the other; deletes itself with the answer.
class Probe : public QObject {
public:
    Probe(QObject *context, std::function<void(KeyringState)> done)
        : QObject(context)
        , m_done(std::move(done))
        , m_bus(QDBusConnection::sessionBus())
    {
    }

    void begin()
    {
        if (!m_bus.isConnected()) {
            QMetaObject::invokeMethod(
                this, [this] { finish(KeyringState::NoService); }, Qt::QueuedConnection);
            return;
        }
        // Calling the service starts it where it can be started, so whether it runs already need not be asked.
        QDBusMessage call =
            QDBusMessage::createMethodCall(service, u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service"_s, u"ReadAlias"_s);
        call << u"default"_s;
        ask(call, [this](const QDBusMessage &answer) {
            const QDBusPendingReply<QDBusObjectPath> path = answer;
            if (!path.isValid())
                return finish(KeyringState::NoService);
            if (path.value().path() == u"/"_s)
                return finish(KeyringState::Empty);
            askLocked(path.value().path());
        });
    }

private:
    void askLocked(const QString &collection)
    {
        QDBusMessage call = QDBusMessage::createMethodCall(service, collection, u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
        call << u"org.freedesktop.Secret.Collection"_s << u"Locked"_s;
        ask(call, [this](const QDBusMessage &answer) {
            const QDBusPendingReply<QDBusVariant> locked = answer;
            if (!locked.isValid())
                return finish(KeyringState::NoService);
            finish(locked.value().variant().toBool() ? KeyringState::Locked : KeyringState::Usable);
        });
    }

    void ask(const QDBusMessage &call, std::function<void(const QDBusMessage &)> then)
    {
        auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call, patience), this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this,
                [then = std::move(then)](QDBusPendingCallWatcher *finished) { then(finished->reply()); });
    }

    void finish(KeyringState state)
    {
        const std::function<void(KeyringState)> done = std::exchange(m_done, nullptr);
        deleteLater();
        if (done)
            done(state);
    }

    std::function<void(KeyringState)> m_done;
    QDBusConnection m_bus;
};

} // namespace

void probeKeyring(QObject *context, std::function<void(KeyringState)> done)
{
    (new Probe(context, std::move(done)))->begin();
}

} // namespace textback
