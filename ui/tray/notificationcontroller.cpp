// SPDX-License-Identifier: MIT
#include "ui/tray/notificationcontroller.h"

#include "domain/ports/conversationreader.h"
#include "domain/ports/notifier.h"
#include "engine/engineclient.h"
#include "ui/tray/notificationwords.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace textback {

namespace {

constexpr Millis gatherTime = 1s;
constexpr Millis busyPause = 1s;
constexpr qsizetype mostAtOnce = 3;

/// Whether an alert is as pressing as another one.
bool isAtLeast(const EngineEvent &alert, const EngineEvent &other)
{
    return alertKindFromString(alert.reason) >= alertKindFromString(other.reason);
}

/// People may be in danger: this is shown whatever else is.
bool isDanger(const EngineEvent &event)
{
    return event.kind == EngineEvent::Kind::Alert && alertKindFromString(event.reason) == AlertKind::Danger;
}

/// Of two events of one conversation, the one that is told: a person's words before a state, else the newer. That somebody opted out says
/// more than the word STOP with which it was done.
bool outweighs(const EngineEvent &older, const EngineEvent &newer)
{
    if (older.kind == EngineEvent::Kind::Alert || newer.kind == EngineEvent::Kind::Alert)
        return older.kind == EngineEvent::Kind::Alert && !(newer.kind == EngineEvent::Kind::Alert && isAtLeast(newer, older));
    if (older.kind == EngineEvent::Kind::OptOut && newer.kind == EngineEvent::Kind::Reply)
        return true;
    return older.kind == EngineEvent::Kind::Reply && newer.kind != EngineEvent::Kind::Reply && newer.kind != EngineEvent::Kind::OptOut;
}

bool mayBeNews(const EngineEvent &event)
{
    switch (event.kind) {
    case EngineEvent::Kind::Decision:
    case EngineEvent::Kind::Text:
    case EngineEvent::Kind::Reply:
    case EngineEvent::Kind::Delivery:
    case EngineEvent::Kind::OptOut:
    case EngineEvent::Kind::Alert:
        return !event.conversation.isNull();
    default:
        return false;
    }
}

} // namespace

NotificationController::NotificationController(EngineClient &client, ConversationReader &reader, Notifier &notifier, Scheduler &scheduler,
                                               BeingRead beingRead, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_reader(reader)
    , m_notifier(notifier)
    , m_scheduler(scheduler)
    , m_beingRead(std::move(beingRead))
{
    connect(&m_client, &EngineClient::eventOccurred, this, &NotificationController::take);
    connect(&m_client, &EngineClient::connectionChanged, this, &NotificationController::connectionChanged);
    connect(&m_client, &EngineClient::conversationsChanged, this, &NotificationController::withdrawRead);
}

NotificationController::~NotificationController() = default;

void NotificationController::take(const EngineEvent &event)
{
    if (!mayBeNews(event))
        return;
    // What says nothing by itself must not push out what does.
    if (!notificationFor(event, ConversationSummary(), QString()).has_value() && event.kind != EngineEvent::Kind::Delivery)
        return;
    if (event.kind == EngineEvent::Kind::Delivery &&
        (event.reason == QLatin1StringView("sent") || event.reason == QLatin1StringView("delivered")))
        return;
    const auto older =
        std::find_if(m_pending.begin(), m_pending.end(), [&](const EngineEvent &one) { return one.conversation == event.conversation; });
    if (older == m_pending.end())
        m_pending.append(event);
    else if (!outweighs(*older, event))
        *older = event;
    if (!m_flush.isActive())
        m_flush = m_scheduler.callAfter(gatherTime, [this] { flush(); });
}

void NotificationController::flush()
{
    const QString region = m_client.settings().business.country;
    QList<EngineEvent> told;
    QList<Notification> notifications;
    QStringList names;
    QList<bool> unread;
    QList<EngineEvent> later;
    for (const EngineEvent &event : std::as_const(m_pending)) {
        if (!isDanger(event) && m_beingRead && m_beingRead(event.conversation))
            continue;
        const Result<std::optional<ConversationSummary>> summary = m_reader.conversation(event.conversation);
        if (!summary.has_value()) {
            later.append(event); // the database is busy with a write
            continue;
        }
        if (!summary->has_value())
            continue;
        ConversationSummary shown = **summary;
        // Something of ours may have come after the customer's words, the provider's own answer to a keyword for one.
        const bool isAlert = event.kind == EngineEvent::Kind::Alert;
        if ((event.kind == EngineEvent::Kind::Reply || isAlert) && shown.previewKind != PreviewKind::Customer)
            shown.preview = wordsOf(event);
        if (const std::optional<Notification> notification = notificationFor(event, shown, region)) {
            const bool isUnread = (*summary)->unread > 0;
            if (isDanger(event)) {
                // Never among others: it stands by itself.
                m_shown.insert(notification->conversation, isUnread);
                m_notifier.show(*notification);
                continue;
            }
            told.append(event);
            notifications.append(*notification);
            names.append(partyName(**summary, region));
            unread.append(isUnread);
        }
    }
    m_pending = later;
    if (!m_pending.isEmpty())
        m_flush = m_scheduler.callAfter(busyPause, [this] { flush(); });
    if (notifications.isEmpty())
        return;

    if (notifications.size() > mostAtOnce) {
        Notification grouped = groupedNotification(told, names);
        grouped.urgent = std::any_of(notifications.begin(), notifications.end(), [](const Notification &one) { return one.urgent; });
        for (const EngineEvent &event : std::as_const(told)) {
            if (m_shown.contains(event.conversation))
                withdraw(event.conversation);
            m_grouped.insert(event.conversation);
        }
        m_notifier.show(grouped);
        return;
    }
    for (qsizetype i = 0; i < notifications.size(); ++i) {
        m_shown.insert(notifications[i].conversation, unread[i]);
        m_notifier.show(notifications[i]);
    }
}

QString NotificationController::wordsOf(const EngineEvent &event)
{
    constexpr int lookBack = 10; // it came a moment ago
    const Result<std::vector<ThreadEntry>> newest = m_reader.thread(event.conversation, std::nullopt, lookBack);
    if (!newest)
        return QString();
    for (const ThreadEntry &entry : *newest) {
        const auto *bubble = std::get_if<MessageBubble>(&entry.content);
        if (bubble && bubble->message.id == event.message)
            return bubble->message.body;
    }
    return QString();
}

void NotificationController::connectionChanged(const ConnectionState &state)
{
    if (state.kind == m_told)
        return;
    if (const std::optional<Notification> notification = notificationFor(state.kind)) {
        m_told = state.kind;
        m_grouped.clear(); // it takes the shared place
        m_notifier.show(*notification);
    } else if (state.kind == ConnectionState::Kind::Online) {
        m_told = state.kind;
        m_notifier.withdraw(ConversationId());
    }
}

void NotificationController::withdrawRead(const QList<ConversationId> &changed)
{
    for (const ConversationId conversation : changed) {
        if (!m_shown.value(conversation, false) && !m_grouped.contains(conversation))
            continue;
        const Result<std::optional<ConversationSummary>> summary = m_reader.conversation(conversation);
        if (!summary.has_value())
            m_unreadAgain.insert(conversation);
        else if (!summary->has_value() || (*summary)->unread == 0)
            withdraw(conversation);
    }
    if (!m_unreadAgain.isEmpty() && !m_lookAgain.isActive()) {
        m_lookAgain = m_scheduler.callAfter(busyPause, [this] {
            const QSet<ConversationId> again = std::exchange(m_unreadAgain, {});
            withdrawRead(QList<ConversationId>(again.begin(), again.end()));
        });
    }
}

void NotificationController::conversationOpened(ConversationId conversation)
{
    m_pending.removeIf([&](const EngineEvent &event) { return event.conversation == conversation; });
    withdraw(conversation);
}

void NotificationController::withdraw(ConversationId conversation)
{
    if (m_shown.remove(conversation))
        m_notifier.withdraw(conversation);
    if (m_grouped.remove(conversation) && m_grouped.isEmpty())
        m_notifier.withdraw(ConversationId());
}

} // namespace textback
