// SPDX-License-Identifier: MIT
#include "credentials/keyringprobe.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCall>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <utility>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 3000; // milliseconds, for the service's answers; the person takes as long as he likes

const QString service = u"org.freedesktop.secrets"_s;

/// The unlocking of the default keyring: Unlock() answers with the path of a prompt, which is shown by Prompt() and over with its signal
/// Completed (Secret Service API, "Service" and "Prompt"). Deletes itself then.
class Unlocking : public QObject {
    Q_OBJECT

public:
    Unlocking(QObject *context, std::function<void()> done)
        : QObject(context)
        , m_done(std::move(done))
        , m_bus(QDBusConnection::sessionBus())
    {
    }

    void begin()
    {
        QDBusMessage call =
            QDBusMessage::createMethodCall(service, u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service"_s, u"Unlock"_s);
        call << QVariant::fromValue(QList<QDBusObjectPath>{QDBusObjectPath(u"/org/freedesktop/secrets/aliases/default"_s)});
        auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call, patience), this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *finished) {
            const QDBusPendingReply<QList<QDBusObjectPath>, QDBusObjectPath> answer = *finished;
            if (!answer.isValid() || answer.argumentAt<1>().path() == u"/"_s)
                return finish();
            prompt(answer.argumentAt<1>().path());
        });
    }

private slots:
    void promptCompleted() { finish(); }

private:
    void prompt(const QString &path)
    {
        const QString interface = u"org.freedesktop.Secret.Prompt"_s;
        m_bus.connect(service, path, interface, u"Completed"_s, this, SLOT(promptCompleted()));
        QDBusMessage call = QDBusMessage::createMethodCall(service, path, interface, u"Prompt"_s);
        call << QString(); // no window to stand over: it would need a handle of the display server's own
        auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call, patience), this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *finished) {
            if (finished->isError())
                finish();
        });
    }

    void finish()
    {
        const std::function<void()> done = std::exchange(m_done, nullptr);
        deleteLater();
        if (done)
            done();
    }

    std::function<void()> m_done;
    QDBusConnection m_bus;
};

} // namespace

void unlockKeyring(QObject *context, std::function<void()> done)
{
    (new Unlocking(context, std::move(done)))->begin();
}

} // namespace textback

#include "keyringunlock_linux.moc"
