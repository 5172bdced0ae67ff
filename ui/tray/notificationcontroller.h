// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/scheduler.h"
#include "engine/connectionstate.h"
#include "engine/engineevents.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>

#include <functional>

namespace textback {

class ConversationReader;
class EngineClient;
class Notifier;

/// Turns what the engine reports into notifications: quiet where a missed caller was texted, urgent where a person is needed. News is
/// gathered for a second, so that a conversation has one notification and a rush of more than three becomes a single one; a conversation
/// that is open in the focused window has none; what is read elsewhere in the program is taken back. GUI thread.
class NotificationController : public QObject {
    Q_OBJECT

public:
    /// True while the conversation is open in the window and the window has the focus.
    using BeingRead = std::function<bool(ConversationId)>;

    /// All references outlive it.
    NotificationController(EngineClient &client, ConversationReader &reader, Notifier &notifier, Scheduler &scheduler, BeingRead beingRead,
                           QObject *parent = nullptr);
    ~NotificationController() override;

    /// The window came to the front with this conversation open: its notification has done its work.
    void conversationOpened(ConversationId conversation);

private:
    void take(const EngineEvent &event);
    void flush();
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
    QList<EngineEvent> m_pending; ///< at most one per conversation, in the order in which they came
    /// May still be on the screen; true: something was unread then, so it goes when all is read. False: news of a conversation that
    /// was read already (a text that did not arrive), so it goes when somebody opens it.
    QHash<ConversationId, bool> m_shown;
    QSet<ConversationId> m_grouped;     ///< behind the one shared notification
    QSet<ConversationId> m_unreadAgain; ///< the reader was busy when we asked whether these were read
    ConnectionState::Kind m_told = ConnectionState::Kind::Online;
    ScheduledCall m_flush;
    ScheduledCall m_lookAgain;
};

} // namespace textback
