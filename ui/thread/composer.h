// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ids.h"
#include "domain/inbox.h"
#include "domain/ports/scheduler.h"

#include <QHash>
#include <QWidget>

class QHBoxLayout;
class QKeyEvent;
class QPushButton;
class QToolButton;

namespace textback {

class EmojiPicker;
class MessageField;
class PlainLabel;
class RepairButton;
class ReplyPicker;
class TextCounter;

/// Where a person writes: the field "Message", saved replies, emoji, the counter, "Send". What Enter does is a setting. Keeps what was begun for each
/// conversation: it is given out to be stored at each pause of the typing and when it is left. GUI thread.
class Composer : public QWidget {
    Q_OBJECT

public:
    /// The scheduler outlives it.
    explicit Composer(Scheduler &scheduler, QWidget *parent = nullptr);
    ~Composer() override;

    /// Puts the draft of the other conversation away and takes this one's out: what was typed here, else what is stored.
    void setConversation(ConversationId conversation, const QString &storedDraft);
    /// A sentence stands in the field's place while nothing can be written, with a button to call where that is possible; an empty one gives the
    /// field back.
    void setBlocked(const QString &sentence, bool canCall);
    bool isBlocked() const;
    void focusField();
    QString text() const;
    /// How people work with it: the Enter key and the saved replies.
    void setInbox(const InboxSettings &inbox);
    ReplyPicker &replies() const { return *m_replies; }

signals:
    void sendRequested(textback::ConversationId conversation, const QString &body);
    /// With each letter.
    void draftChanged(textback::ConversationId conversation, const QString &text);
    /// To be stored; an empty text: there is none any more.
    void draftPaused(textback::ConversationId conversation, const QString &text);
    void inboxChanged(const textback::InboxSettings &inbox);
    void callRequested();
    /// A note, which is written elsewhere.
    void noteRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();
    void dress();
    void send();
    void sendNow();
    void askToPaste(const QString &text);
    void manageReplies();
    void chooseEnter(EnterKey enter);
    void showEnter();
    bool takeKey(const QKeyEvent &key);
    void storeDraft();
    void textEdited();
    void fitHeight();

    Scheduler &m_scheduler;
    ScheduledCall m_pause;
    ConversationId m_conversation;
    QHash<ConversationId, QString> m_drafts; ///< typed since the start; what is stored may be a moment behind
    InboxSettings m_inbox;
    MessageField *m_field;
    ReplyPicker *m_replies;
    EmojiPicker *m_emoji;
    QHBoxLayout *m_row;
    QHBoxLayout *m_blockedRow;
    QPushButton *m_replyButton;
    QToolButton *m_emojiButton;
    QToolButton *m_note;
    TextCounter *m_counter;
    QToolButton *m_enter;
    RepairButton *m_fix;
    QPushButton *m_send;
    PlainLabel *m_blocked = nullptr;
    QPushButton *m_call = nullptr;
    bool m_unstored = false;
    QString m_shown; ///< the field's text, as it was told last
    bool m_switching = false;
};

} // namespace textback
