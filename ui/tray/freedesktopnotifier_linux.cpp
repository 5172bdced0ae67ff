// SPDX-License-Identifier: MIT
#include "ui/tray/freedesktopnotifier_linux.h"

#include "ui/theme/icons.h"

#include <QCoreApplication>
#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QImage>
#include <QLoggingCategory>
#include <QPixmap>

#include <algorithm>

namespace textback {

Q_LOGGING_CATEGORY(notifyLog, "textback.notify")

/// A picture as the "image-data" hint wants it: (iiibiiay), rows of 8-bit RGBA.
struct NotificationImage {
    QImage image;
};

QDBusArgument &operator<<(QDBusArgument &argument, const NotificationImage &picture)
{
    const QImage &image = picture.image;
    argument.beginStructure();
    argument << image.width() << image.height() << static_cast<int>(image.bytesPerLine()) << true << 8 << 4
             << QByteArray(reinterpret_cast<const char *>(image.constBits()), static_cast<qsizetype>(image.sizeInBytes()));
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, NotificationImage &)
{
    return argument; // only ever sent
}

} // namespace textback

Q_DECLARE_METATYPE(textback::NotificationImage)

namespace textback {

namespace {

QString service()
{
    return QStringLiteral("org.freedesktop.Notifications");
}

QDBusMessage methodCall(const QString &method)
{
    return QDBusMessage::createMethodCall(service(), QStringLiteral("/org/freedesktop/Notifications"), service(), method);
}

/// Longer bodies only make a notification that covers the screen.
constexpr qsizetype longestBody = 300;

QString shortened(const QString &text)
{
    if (text.size() <= longestBody)
        return text;
    // The bus takes no half of a character.
    const qsizetype kept = text.at(longestBody - 2).isHighSurrogate() ? longestBody - 2 : longestBody - 1;
    return text.left(kept) + QChar(0x2026);
}

} // namespace

FreedesktopNotifier::FreedesktopNotifier(const QDBusConnection &bus, QObject *parent)
    : DesktopNotifier(parent)
    , m_bus(bus)
{
    qDBusRegisterMetaType<NotificationImage>();
    const QString path = QStringLiteral("/org/freedesktop/Notifications");
    m_bus.connect(service(), path, service(), QStringLiteral("ActionInvoked"), this, SLOT(actionInvoked(uint, QString)));
    m_bus.connect(service(), path, service(), QStringLiteral("NotificationReplied"), this, SLOT(replied(uint, QString)));
    m_bus.connect(service(), path, service(), QStringLiteral("NotificationClosed"), this, SLOT(notificationClosed(uint, uint)));
    m_bus.connect(service(), path, service(), QStringLiteral("ActivationToken"), this, SLOT(activationToken(uint, QString)));
    // Another service took over (the panel restarted): its ids and abilities are its own.
    auto *watcher = new QDBusServiceWatcher(service(), m_bus, QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(watcher, &QDBusServiceWatcher::serviceOwnerChanged, this, [this](const QString &, const QString &, const QString &newOwner) {
        for (Shown &shown : m_shown)
            shown.id = 0;
        if (!newOwner.isEmpty())
            askCapabilities();
    });
    askCapabilities();
}

void FreedesktopNotifier::askCapabilities()
{
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(methodCall(QStringLiteral("GetCapabilities"))), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *finished) {
        finished->deleteLater();
        const QDBusPendingReply<QStringList> reply = *finished;
        if (reply.isError())
            qCInfo(notifyLog) << "no notification service:" << reply.error().name();
        // Without an answer the careful guess is markup: "&lt;" is ugly, an obeyed tag is worse.
        m_bodyIsMarkup = reply.isError() || reply.value().contains(QStringLiteral("body-markup"));
        m_hasActions = reply.isError() || reply.value().contains(QStringLiteral("actions"));
        m_hasReply = !reply.isError() && reply.value().contains(QStringLiteral("inline-reply"));
        const QList<Notification> waiting = std::exchange(m_waiting, {});
        for (const Notification &notification : waiting)
            show(notification);
    });
}

void FreedesktopNotifier::show(const Notification &notification)
{
    if (!m_bodyIsMarkup.has_value()) {
        m_waiting.removeIf([&](const Notification &older) { return older.conversation == notification.conversation; });
        m_waiting.append(notification);
        return;
    }
    Shown &shown = m_shown[notification.conversation];
    shown.withdrawn = false;
    if (shown.sending)
        shown.next = notification;
    else
        send(notification);
}

void FreedesktopNotifier::withdraw(ConversationId conversation)
{
    m_waiting.removeIf([&](const Notification &waiting) { return waiting.conversation == conversation; });
    const auto shown = m_shown.find(conversation);
    if (shown == m_shown.end())
        return;
    if (shown->sending) {
        shown->withdrawn = true;
        shown->next.reset();
        return;
    }
    if (shown->id != 0)
        close(shown->id);
    m_shown.erase(shown);
}

QVariantMap FreedesktopNotifier::hints(const Notification &notification) const
{
    static const QImage picture = applicationIcon().pixmap(QSize(64, 64), 1.0).toImage().convertToFormat(QImage::Format_RGBA8888);
    QVariantMap hints;
    hints.insert(QStringLiteral("urgency"),
                 QVariant::fromValue<uchar>(notification.pressing ? 2 : 1)); // 2 stays up and passes "do not disturb"
    hints.insert(QStringLiteral("category"), QStringLiteral("im.received"));
    hints.insert(QStringLiteral("desktop-entry"), QStringLiteral("textback"));
    hints.insert(QStringLiteral("image-data"), QVariant::fromValue(NotificationImage{picture}));
    if (!notification.urgent || notification.silent)
        hints.insert(QStringLiteral("suppress-sound"), true);
    else
        hints.insert(QStringLiteral("sound-name"), QStringLiteral("message-new-instant"));
    if (m_hasReply && notification.canAnswer) {
        hints.insert(QStringLiteral("x-kde-reply-placeholder-text"), tr("Write a text…"));
        hints.insert(QStringLiteral("x-kde-reply-submit-button-text"), tr("Send"));
    }
    return hints;
}

QStringList FreedesktopNotifier::actions(const Notification &notification) const
{
    if (!m_hasActions)
        return {};
    QStringList actions{QStringLiteral("default"), tr("Open")};
    if (notification.conversation.isNull())
        return actions;
    if (m_hasReply && notification.canAnswer)
        actions << QStringLiteral("inline-reply") << tr("Reply");
    actions << QStringLiteral("mark-read") << tr("Mark as read");
    return actions;
}

void FreedesktopNotifier::send(const Notification &notification)
{
    Shown &shown = m_shown[notification.conversation];
    shown.sending = true;
    const QString body = shortened(notification.body);
    shown.canAnswer = notification.canAnswer;
    QDBusMessage call = methodCall(QStringLiteral("Notify"));
    // Urgent ones stay until the desktop's own rule (-1) or a person takes them away.
    call << QStringLiteral("Textback") << shown.id << QString() << shortened(notification.title)
         << (*m_bodyIsMarkup ? body.toHtmlEscaped() : body) << actions(notification) << hints(notification) << -1;
    const ConversationId conversation = notification.conversation;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this, conversation](QDBusPendingCallWatcher *finished) { sent(finished, conversation); });
}

void FreedesktopNotifier::sent(QDBusPendingCallWatcher *watcher, ConversationId conversation)
{
    watcher->deleteLater();
    const QDBusPendingReply<uint> reply = *watcher;
    const auto shown = m_shown.find(conversation);
    if (shown == m_shown.end())
        return;
    shown->sending = false;
    shown->id = reply.isError() ? 0 : reply.value();
    if (reply.isError())
        qCInfo(notifyLog) << "notification not shown:" << reply.error().name();
    if (shown->withdrawn) {
        if (shown->id != 0)
            close(shown->id);
        m_shown.erase(shown);
    } else if (shown->next.has_value()) {
        send(*std::exchange(shown->next, std::nullopt));
    } else if (shown->id == 0) {
        m_shown.erase(shown);
    }
}

void FreedesktopNotifier::close(uint id)
{
    QDBusMessage call = methodCall(QStringLiteral("CloseNotification"));
    call << id;
    m_bus.asyncCall(call); // nothing to learn from the answer: an error means that it is gone already
}

std::optional<ConversationId> FreedesktopNotifier::conversationOf(uint id) const
{
    for (auto shown = m_shown.begin(); shown != m_shown.end(); ++shown) {
        if (shown->id == id && id != 0)
            return shown.key();
    }
    return std::nullopt; // some other program's
}

void FreedesktopNotifier::actionInvoked(uint id, const QString &action)
{
    const std::optional<ConversationId> conversation = conversationOf(id);
    if (!conversation.has_value())
        return;
    if (action == QLatin1StringView("default"))
        emit opened(*conversation);
    else if (action == QLatin1StringView("mark-read") && !conversation->isNull())
        emit readRequested(*conversation);
}

void FreedesktopNotifier::replied(uint id, const QString &body)
{
    const std::optional<ConversationId> conversation = conversationOf(id);
    if (!conversation.has_value() || !m_shown.value(*conversation).canAnswer)
        return;
    const QString said = body.trimmed();
    if (said.isEmpty())
        emit opened(*conversation); // nothing to send: they may want to see more first
    else
        emit answered(*conversation, said);
}

void FreedesktopNotifier::notificationClosed(uint id, uint)
{
    const std::optional<ConversationId> conversation = conversationOf(id);
    if (!conversation.has_value())
        return;
    Shown &shown = m_shown[*conversation];
    if (shown.sending)
        shown.id = 0;
    else
        m_shown.remove(*conversation);
}

void FreedesktopNotifier::activationToken(uint id, const QString &token)
{
    // Wayland lets a window come to the front only with a token of the click; Qt's Wayland plugin takes it from the environment.
    if (conversationOf(id).has_value())
        qputenv("XDG_ACTIVATION_TOKEN", token.toUtf8());
}

} // namespace textback
