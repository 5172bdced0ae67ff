// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ids.h"
#include "domain/ports/scheduler.h"
#include "ui/contact/contactsection.h"

#include <QString>

class QPlainTextEdit;

namespace textback {

/// What the owner notes about a person, on an amber card. Kept by itself: a moment after the last key, when another person is shown, and when it
/// leaves the screen.
class NotesCard : public ContactSection {
    Q_OBJECT

public:
    /// The scheduler outlives it.
    explicit NotesCard(Scheduler &scheduler, QWidget *parent = nullptr);

    /// Another person: what was typed about the one before is kept first.
    void setConversation(ConversationId conversation);
    /// What is stored; never over what is being typed.
    void show(const QString &notes);

signals:
    void changed(textback::ConversationId conversation, const QString &notes);

protected:
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void keep();
    void fit();
    void dress();

    Scheduler &m_scheduler;
    QPlainTextEdit *m_field = nullptr;
    ConversationId m_conversation;
    QString m_stored;
    bool m_typed = false;    ///< there is something that was not handed on yet
    bool m_handedOn = false; ///< what stands there was handed on, and not read back yet
    bool m_showing = false;
    ScheduledCall m_pause;
};

} // namespace textback
