// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/scheduler.h"
#include "domain/result.h"
#include "domain/settings.h"
#include "engine/connectionstate.h"
#include "engine/engineevents.h"
#include "ui/tray/reminder.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>

#include <functional>

namespace textback {

class ConversationReader;
class EngineClient;
class Notifier;
struct ConversationSummary;
struct Notification;

/// Turns what the engine reports into notifications: quiet where a missed caller was texted, urgent where a person is needed. News is
/// gathered for a second, so that a conversation has one notification and a rush of more than three becomes a single one; a conversation
/// that is open in the focused window has none; what is read elsewhere in the program is taken back. How much is told, what it shows of the
/// customer, and whether it is told again while somebody waits, is as the settings say. GUI thread.
class NotificationController : public QObject {
    Q_OBJECT

public:
    /// True while the conversation is open in the window and the window has the focus.
    using BeingRead = std::function<bool(ConversationId)>;
    /// True while the window has the focus: then nothing makes a sound.
    using InFront = std::function<bool()>;

    /// All references outlive it.
    NotificationController(EngineClient &client, ConversationReader &reader, Notifier &notifier, Scheduler &scheduler, BeingRead beingRead,
                           InFront inFront = {}, QObject *parent = nullptr);
    ~NotificationController() override;

    /// The window came to the front with this conversation open: its notification has done its work.
    void conversationOpened(ConversationId conversation);
    /// Somebody answered in the notification: it goes out as a person's message. If it cannot, that is told, and the words are kept as the
    /// conversation's draft.
    void answer(ConversationId conversation, const QString &body);
    /// Somebody said in the notification that they have seen it.
    void markRead(ConversationId conversation);

private:
    /// An event with what would be shown of it.
    struct News;

    void take(const EngineEvent &event);
    void takeSettings(const Settings &settings);
    void flush();
    /// The news in it, if there is any for this person now; an error while the database is busy.
    Result<std::optional<News>> newsIn(const EngineEvent &event);
    void tell(const QList<News> &news);
    void show(Notification notification, bool again);
    void remind(const EngineEvent &event);
    void tellTrouble(bool again);
    void scheduleTrouble();
    void answerFailed(ConversationId conversation, const Error &error);
    /// The text of a reply, from its conversation; empty if it cannot be read now.
    QString wordsOf(const EngineEvent &event);
    void connectionChanged(const ConnectionState &state);
    void withdrawRead(const QList<ConversationId> &changed);
    void withdraw(ConversationId conversation);

    EngineClient &m_client;
    ConversationReader &m_reader;
    Notifier &m_notifier;
    Scheduler &m_scheduler;
    BeingRead m_beingRead;
    InFront m_inFront;
    NotificationSettings m_settings;
    QString m_region;             ///< of the business
    QList<EngineEvent> m_pending; ///< at most one per conversation, in the order in which they came
    /// May still be on the screen; true: something was unread then, so it goes when all is read. False: news of a conversation that
    /// was read already (a text that did not arrive), so it goes when somebody opens it.
    QHash<ConversationId, bool> m_shown;
    QSet<ConversationId> m_grouped;     ///< behind the one shared notification
    QSet<ConversationId> m_repeated;    ///< pending ones that were told before
    QSet<ConversationId> m_unreadAgain; ///< the reader was busy when we asked whether these were read
    ConnectionState::Kind m_told = ConnectionState::Kind::Online;
    Reminder m_reminder;
    QHash<ConversationId, QString> m_answers; ///< typed into notifications, on their way to the engine
    ScheduledCall m_answersGone;
    ScheduledCall m_troubleAgain;
    ScheduledCall m_flush;
    ScheduledCall m_lookAgain;
};

} // namespace textback
