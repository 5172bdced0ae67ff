// SPDX-License-Identifier: MIT
#pragma once

#include "ui/tray/desktopnotifier.h"

#include <QDBusConnection>
#include <QHash>
#include <QVariantMap>

#include <optional>

class QDBusPendingCallWatcher;

namespace textback {

/// Notifications by org.freedesktop.Notifications (Desktop Notifications Specification 1.2) on the session bus, spoken to directly.
/// Everything is asynchronous: a slow or missing service never stops the window, and a missing one costs a line in the log. One
/// notification per conversation: a newer one replaces the older, also while the older is still on its way. Where the service has a field for
/// it (capability "inline-reply", as KDE's), an answer can be typed into it.
class FreedesktopNotifier final : public DesktopNotifier {
    Q_OBJECT

public:
    explicit FreedesktopNotifier(const QDBusConnection &bus, QObject *parent = nullptr);

    void show(const Notification &notification) override;
    void withdraw(ConversationId conversation) override;

private slots:
    void actionInvoked(uint id, const QString &action);
    void replied(uint id, const QString &body);
    void notificationClosed(uint id, uint reason);
    void activationToken(uint id, const QString &token);

private:
    /// What is (or is about to be) on the screen for one conversation.
    struct Shown {
        uint id = 0;                      ///< the service's; 0 while the first answer is awaited
        bool sending = false;             ///< a Notify call is on its way
        bool withdrawn = false;           ///< read meanwhile: close it as soon as its id is known
        bool canAnswer = false;           ///< as it was sent last
        std::optional<Notification> next; ///< newer words that wait for the id
    };

    void askCapabilities();
    void send(const Notification &notification);
    void sent(QDBusPendingCallWatcher *watcher, ConversationId conversation);
    void close(uint id);
    std::optional<ConversationId> conversationOf(uint id) const;
    QStringList actions(const Notification &notification) const;
    QVariantMap hints(const Notification &notification) const;

    QDBusConnection m_bus;
    QHash<ConversationId, Shown> m_shown;
    std::optional<bool> m_bodyIsMarkup; ///< unknown until the service told its capabilities
    bool m_hasActions = true;
    bool m_hasReply = false;
    QList<Notification> m_waiting; ///< came before the capabilities were known
};

} // namespace textback
