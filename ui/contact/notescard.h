// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ids.h"
#include "domain/ports/scheduler.h"
#include "ui/contact/contactsection.h"

#include <QHash>
#include <QSet>
#include <QString>

class QPlainTextEdit;

namespace textback {

class PlainLabel;

/// What the owner notes about a person, on an amber card. Kept by itself: a moment after the last key, when another person is shown, and when it
/// leaves the screen.
class NotesCard : public ContactSection {
    Q_OBJECT

public:
    /// The scheduler outlives it.
    explicit NotesCard(Scheduler &scheduler, QWidget *parent = nullptr);

    /// Another person: what was typed about the one before is kept first.
    void setConversation(ConversationId conversation);
    /// What is stored about the person that is shown; never over what is being typed, or was handed on and is not stored yet.
    void show(const QString &notes);
    /// Something about this person could not be stored. If it was the notes, they stay here, say so, and are handed on again.
    void notKept(ConversationId conversation);
    void focusField();

signals:
    void changed(textback::ConversationId conversation, const QString &notes);

protected:
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void put(const QString &notes);
    void keep();
    void handOn(ConversationId conversation);
    void tell();
    void fit();
    void dress();

    Scheduler &m_scheduler;
    QPlainTextEdit *m_field = nullptr;
    PlainLabel *m_hint = nullptr;
    ConversationId m_conversation;
    bool m_typed = false;                      ///< there is something that was not handed on yet
    QHash<ConversationId, QString> m_handedOn; ///< and not read back yet: it may not be stored
    QSet<ConversationId> m_failed;
    bool m_showing = false;
    ScheduledCall m_pause;
    ScheduledCall m_again;
};

} // namespace textback
