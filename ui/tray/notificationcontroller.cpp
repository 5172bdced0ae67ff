// SPDX-License-Identifier: MIT
#include "ui/tray/notificationcontroller.h"

#include "domain/ports/conversationreader.h"
#include "domain/ports/notifier.h"
#include "engine/engineclient.h"
#include "ui/format/errorwords.h"
#include "ui/tray/notificationwords.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace textback {

namespace {

constexpr Millis gatherTime = 1s;
constexpr Millis busyPause = 1s;
/// The engine says at once what it cannot send; a later failure is of something else, or told as a text that did not arrive.
constexpr Millis answerTime = 10s;
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

/// Whether a person has not seen to it yet. A text that did not arrive asks for no reply, but for somebody to look.
bool stillWaits(const EngineEvent &event, const ConversationSummary &summary)
{
    return !summary.done && !summary.snoozedUntil && (summary.needsReply || event.kind == EngineEvent::Kind::Delivery);
}

} // namespace

struct NotificationController::News {
    EngineEvent event;
    Notification notification;
    QString name;
    bool unread = false;
    bool again = false; ///< told before
};

NotificationController::NotificationController(EngineClient &client, ConversationReader &reader, Notifier &notifier, Scheduler &scheduler,
                                               BeingRead beingRead, InFront inFront, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_reader(reader)
    , m_notifier(notifier)
    , m_scheduler(scheduler)
    , m_beingRead(std::move(beingRead))
    , m_inFront(std::move(inFront))
    , m_reminder(scheduler, [this](const EngineEvent &event) { remind(event); })
{
    takeSettings(m_client.settings());
    connect(&m_client, &EngineClient::settingsChanged, this, &NotificationController::takeSettings);
    connect(&m_client, &EngineClient::eventOccurred, this, &NotificationController::take);
    connect(&m_client, &EngineClient::connectionChanged, this, &NotificationController::connectionChanged);
    connect(&m_client, &EngineClient::conversationsChanged, this, &NotificationController::withdrawRead);
    connect(&m_client, &EngineClient::personErased, this, &NotificationController::conversationOpened);
    connect(&m_client, &EngineClient::actionFailed, this, &NotificationController::answerFailed);
}

NotificationController::~NotificationController() = default;

void NotificationController::takeSettings(const Settings &settings)
{
    const NotificationSettings before = std::exchange(m_settings, settings.notifications);
    m_region = settings.business.country;
    m_reminder.setMinutes(m_settings.repeatMinutes);
    const bool silenced = m_settings.show == NotificationAmount::None && before.show != NotificationAmount::None;
    // Somebody hides the names because somebody looks over their shoulder: now, not from the next one on.
    if (silenced || m_settings.privacy > before.privacy) {
        const QList<ConversationId> shown = m_shown.keys() + m_grouped.values();
        for (const ConversationId conversation : shown)
            withdraw(conversation);
    }
    if (silenced) {
        m_pending.clear();
        m_reminder.forgetAll();
        m_notifier.withdraw(ConversationId());
    }
    if (m_settings.repeatMinutes != before.repeatMinutes)
        scheduleTrouble();
}

void NotificationController::take(const EngineEvent &event)
{
    if (!mayBeNews(event) || m_settings.show == NotificationAmount::None)
        return;
    // What says nothing by itself must not push out what does.
    if (!notificationFor(event, ConversationSummary(), QString()).has_value() && event.kind != EngineEvent::Kind::Delivery)
        return;
    if (event.kind == EngineEvent::Kind::Delivery &&
        (event.reason == QLatin1StringView("sent") || event.reason == QLatin1StringView("delivered")))
        return;
    const auto older =
        std::find_if(m_pending.begin(), m_pending.end(), [&](const EngineEvent &one) { return one.conversation == event.conversation; });
    if (older == m_pending.end()) {
        m_pending.append(event);
    } else if (!outweighs(*older, event)) {
        *older = event;
        m_repeated.remove(event.conversation);
    }
    if (!m_flush.isActive())
        m_flush = m_scheduler.callAfter(gatherTime, [this] { flush(); });
}

void NotificationController::remind(const EngineEvent &event)
{
    const auto pending = [&](const EngineEvent &one) { return one.conversation == event.conversation; };
    if (std::any_of(m_pending.begin(), m_pending.end(), pending))
        return; // there is fresh news of it, which is told in a moment
    m_pending.append(event);
    m_repeated.insert(event.conversation);
    // Gathered like news, so that those that wait together come together.
    if (!m_flush.isActive())
        m_flush = m_scheduler.callAfter(gatherTime, [this] { flush(); });
}

void NotificationController::flush()
{
    QList<News> news;
    QList<EngineEvent> later;
    const QList<EngineEvent> pending = std::exchange(m_pending, {});
    for (const EngineEvent &event : pending) {
        const Result<std::optional<News>> found = newsIn(event);
        if (!found.has_value()) {
            later.append(event); // the database is busy with a write
            continue;
        }
        m_repeated.remove(event.conversation);
        if (!found->has_value()) {
            m_reminder.forget(event.conversation);
            continue;
        }
        if ((*found)->notification.urgent)
            m_reminder.told(event);
        if (isDanger(event)) {
            // Never among others: it stands by itself.
            m_shown.insert(event.conversation, (*found)->unread);
            show((*found)->notification, (*found)->again);
        } else {
            news.append(**found);
        }
    }
    m_pending = later;
    if (!m_pending.isEmpty())
        m_flush = m_scheduler.callAfter(busyPause, [this] { flush(); });
    tell(news);
}

Result<std::optional<NotificationController::News>> NotificationController::newsIn(const EngineEvent &event)
{
    if (!isDanger(event) && m_beingRead && m_beingRead(event.conversation))
        return std::nullopt;
    const Result<std::optional<ConversationSummary>> summary = m_reader.conversation(event.conversation);
    if (!summary.has_value())
        return tl::unexpected(summary.error());
    if (!summary->has_value())
        return std::nullopt;
    ConversationSummary shown = **summary;
    News news;
    news.again = m_repeated.contains(event.conversation);
    if (news.again && !stillWaits(event, shown))
        return std::nullopt;
    // Something of ours may have come after the customer's words, the provider's own answer to a keyword for one.
    const bool isAlert = event.kind == EngineEvent::Kind::Alert;
    if ((event.kind == EngineEvent::Kind::Reply || isAlert) && shown.previewKind != PreviewKind::Customer)
        shown.preview = wordsOf(event);
    const std::optional<Notification> notification = notificationFor(event, shown, m_region, m_settings.privacy);
    if (!notification.has_value() || (m_settings.show == NotificationAmount::WhenNeeded && !notification->urgent))
        return std::nullopt;
    news.event = event;
    news.notification = *notification;
    news.name = partyName(shown, m_region);
    news.unread = shown.unread > 0;
    return std::optional(news);
}

void NotificationController::tell(const QList<News> &news)
{
    if (news.size() <= mostAtOnce) {
        for (const News &each : news) {
            m_shown.insert(each.event.conversation, each.unread);
            show(each.notification, each.again);
        }
        return;
    }
    QList<EngineEvent> events;
    QStringList names;
    bool urgent = false;
    bool pressing = false;
    bool again = false;
    for (const News &each : news) {
        events.append(each.event);
        if (m_settings.privacy != NotificationPrivacy::Nothing)
            names.append(each.name);
        urgent = urgent || each.notification.urgent;
        pressing = pressing || each.notification.pressing;
        again = again || each.again;
        if (m_shown.contains(each.event.conversation))
            withdraw(each.event.conversation);
    }
    for (const EngineEvent &event : std::as_const(events))
        m_grouped.insert(event.conversation);
    Notification grouped = groupedNotification(events, names);
    grouped.urgent = urgent;
    grouped.pressing = pressing;
    show(grouped, again);
}

void NotificationController::show(Notification notification, bool again)
{
    notification.silent = m_inFront && m_inFront();
    // Words that are replaced by the same words are not seen: it has to come up anew.
    if (again)
        m_notifier.withdraw(notification.conversation);
    m_notifier.show(notification);
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
    if (notificationFor(state.kind).has_value()) {
        m_told = state.kind;
        m_grouped.clear(); // it takes the shared place
        tellTrouble(false);
    } else if (state.kind == ConnectionState::Kind::Online) {
        m_told = state.kind;
        m_troubleAgain.cancel();
        m_notifier.withdraw(ConversationId());
    }
}

void NotificationController::tellTrouble(bool again)
{
    const std::optional<Notification> notification = notificationFor(m_told);
    if (!notification.has_value() || m_settings.show == NotificationAmount::None)
        return;
    show(*notification, again);
    scheduleTrouble();
}

void NotificationController::scheduleTrouble()
{
    m_troubleAgain.cancel();
    if (m_settings.repeatMinutes > 0 && notificationFor(m_told).has_value())
        m_troubleAgain = m_scheduler.callAfter(std::chrono::minutes(m_settings.repeatMinutes), [this] { tellTrouble(true); });
}

void NotificationController::withdrawRead(const QList<ConversationId> &changed)
{
    for (const ConversationId conversation : changed) {
        if (!m_shown.value(conversation, false) && !m_grouped.contains(conversation))
            continue;
        const Result<std::optional<ConversationSummary>> summary = m_reader.conversation(conversation);
        if (!summary.has_value())
            m_unreadAgain.insert(conversation);
        else if (!summary->has_value() || (*summary)->unread == 0) {
            m_reminder.forget(conversation);
            withdraw(conversation);
        }
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
    m_reminder.forget(conversation);
    withdraw(conversation);
}

void NotificationController::answer(ConversationId conversation, const QString &body)
{
    m_answers.insert(conversation, body);
    m_answersGone = m_scheduler.callAfter(answerTime, [this] { m_answers.clear(); });
    emit m_client.sendMessageRequested(conversation, body);
    markRead(conversation);
}

void NotificationController::markRead(ConversationId conversation)
{
    emit m_client.markReadRequested(conversation);
    conversationOpened(conversation);
}

void NotificationController::answerFailed(ConversationId conversation, const Error &error)
{
    const QString words = m_answers.take(conversation);
    if (words.isEmpty())
        return;
    const Result<std::optional<ConversationSummary>> summary = m_reader.conversation(conversation);
    QString draft = words;
    QString name;
    if (summary.has_value() && summary->has_value()) {
        name = partyName(**summary, m_region);
        if (!(*summary)->draft.isEmpty())
            draft = (*summary)->draft + u'\n' + words;
    }
    emit m_client.saveDraftRequested(conversation, draft);
    m_shown.insert(conversation, false);
    show(notSentNotification(conversation, m_settings.privacy == NotificationPrivacy::Nothing ? QString() : name,
                             ErrorWords::sentence(error)),
         false);
}

void NotificationController::withdraw(ConversationId conversation)
{
    if (m_shown.remove(conversation))
        m_notifier.withdraw(conversation);
    if (m_grouped.remove(conversation) && m_grouped.isEmpty())
        m_notifier.withdraw(ConversationId());
}

} // namespace textback
