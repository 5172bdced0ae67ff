// SPDX-License-Identifier: MIT
#pragma once

#include "domain/conversation.h"
#include "domain/ports/conversationreader.h"

#include <QObject>

#include <optional>

class QAction;
class QMenu;
class QWidget;

namespace textback {

class ConversationPane;
class EngineClient;
class SnoozeMenu;
class ThreadActions;
class Toast;
struct ViewContext;

/// What can be done with a conversation as a whole, each one QAction with its shortcut: done, snooze, unread, call, copy the number. They are
/// about the open conversation; while the menu of a row is up, about that row. GUI thread.
class InboxActions : public QObject {
    Q_OBJECT

public:
    struct Parts {
        EngineClient &engine;
        ConversationReader &reader;
        const ViewContext &context;
        ConversationPane &pane;
        ThreadActions &thread;
        Toast &toast;
    };

    /// `page` owns it and is where the shortcuts count; everything outlives it.
    InboxActions(const Parts &parts, QWidget *page);

    QAction &done() const { return *m_done; }
    QAction &snooze() const { return *m_snooze; }

    /// The open conversation as it stands; nothing where none is open.
    void setCurrent(const std::optional<ConversationSummary> &conversation);
    /// A place on the screen for the menu of Ctrl+Shift+J and the button.
    void setSnoozePlace(QWidget *button) { m_snoozeButton = button; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void dress();
    QAction *add(const QString &words, const QKeySequence &keys, void (InboxActions::*run)());
    void aimAt(ConversationId conversation);
    void aimBack();
    const std::optional<ConversationSummary> &target() const { return m_aimed ? m_aimed : m_current; }
    void showTarget();
    void openMenu(ConversationId conversation, const QPoint &at);
    void openSnoozeMenu(const QPoint &at);
    void snoozeByKey();
    void toggleDone();
    void putOff(std::optional<UtcTime> until);
    void pickTime();
    void markUnread();
    void call();
    void copyNumber();
    /// Leaves a conversation that is about to be put away; whether it was the open one.
    bool leave(ConversationId conversation);
    /// "Done. Undo"
    void offerUndo(const QString &sentence, ConversationId conversation, bool reopen);

    Parts m_parts;
    QWidget *m_page;
    SnoozeMenu *m_snoozeMenu;
    QMenu *m_menu;
    QAction *m_done = nullptr;
    QAction *m_snooze = nullptr;
    QAction *m_unread = nullptr;
    QAction *m_call = nullptr;
    QAction *m_copy = nullptr;
    QWidget *m_snoozeButton = nullptr;
    std::optional<ConversationSummary> m_current;
    std::optional<ConversationSummary> m_aimed;
};

} // namespace textback
