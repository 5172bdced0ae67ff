// SPDX-License-Identifier: MIT
#pragma once

#include "domain/conversation.h"

#include <QHash>
#include <QWidget>

#include <optional>

class QPlainTextEdit;
class QPushButton;

namespace textback {

class PlainLabel;

/// Where a note for the people here is written, in the place of the composer, amber. It has no way to send anything: it is not the composer in
/// another colour but a field of its own, with drafts of its own. What was begun is kept for each note until it is saved. GUI thread.
class NoteEditor : public QWidget {
    Q_OBJECT

public:
    explicit NoteEditor(QWidget *parent = nullptr);

    /// Puts what was begun about the other conversation away, and takes this one's out if it was open when it was left.
    void setConversation(ConversationId conversation);
    bool isOpen() const { return m_open.contains(m_conversation); }
    /// For a new note, or to change one.
    void open(const ThreadNote &note = {});
    void close();
    void focusField();
    /// What could not be stored is written on.
    void giveBack(ConversationId conversation, const ThreadNote &note);

signals:
    /// `before`: what it was, where it is changed.
    void saveRequested(textback::ConversationId conversation, const textback::ThreadNote &note, const textback::ThreadNote &before);
    /// It was opened or closed; `hadFocus`: the cursor stood in it.
    void shown(bool open, bool hadFocus);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    using Place = std::pair<ConversationId, NoteId>;

    void edited();
    void save();
    void show();
    void dress();
    void fit();

    ConversationId m_conversation;
    QHash<ConversationId, ThreadNote> m_open; ///< the note that is written, as it is stored
    QHash<Place, QString> m_drafts;
    QPlainTextEdit *m_field;
    PlainLabel *m_hint;
    QPushButton *m_cancel;
    QPushButton *m_save;
    bool m_switching = false;
};

} // namespace textback
