// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ids.h"

#include <QHash>
#include <QWidget>

class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace textback {

class PlainLabel;

/// Where a person writes: the field "Message", the counter, "Send". Enter sends, Shift+Enter begins a new line. Keeps what was begun for each
/// conversation until the program ends. GUI thread.
class Composer : public QWidget {
    Q_OBJECT

public:
    explicit Composer(QWidget *parent = nullptr);

    /// Puts the draft of the other conversation away and takes this one's out.
    void setConversation(ConversationId conversation);
    /// A sentence stands in the field's place while nothing can be written; an empty one gives the field back.
    void setBlocked(const QString &sentence);
    bool isBlocked() const;
    void focusField();
    QString text() const;

signals:
    void sendRequested(textback::ConversationId conversation, const QString &body);
    void draftChanged(textback::ConversationId conversation, const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void send();
    void textEdited();
    void fitHeight();

    ConversationId m_conversation;
    QHash<ConversationId, QString> m_drafts;
    QPlainTextEdit *m_field;
    PlainLabel *m_counter;
    QToolButton *m_fix;
    QPushButton *m_send;
    PlainLabel *m_blocked = nullptr;
    bool m_switching = false;
};

} // namespace textback
