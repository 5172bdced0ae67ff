// SPDX-License-Identifier: MIT
#include "ui/mainwindow/inboxactions.h"

#include "domain/ports/clock.h"
#include "engine/engineclient.h"
#include "ui/conversations/conversationpane.h"
#include "ui/conversations/rowcontrols.h"
#include "ui/conversations/snoozedialog.h"
#include "ui/conversations/snoozemenu.h"
#include "ui/dialogs/keyboarddialog.h"
#include "ui/format/viewcontext.h"
#include "ui/mainwindow/threadactions.h"
#include "ui/theme/icons.h"
#include "ui/theme/toast.h"
#include "ui/theme/tokens.h"

#include <QAction>
#include <QEvent>
#include <QMenu>

namespace textback {

InboxActions::InboxActions(const Parts &parts, QWidget *page)
    : QObject(page)
    , m_parts(parts)
    , m_page(page)
    , m_snoozeMenu(new SnoozeMenu(parts.context, page))
    , m_menu(new QMenu(page))
{
    m_done = add(tr("Done"), Qt::CTRL | Qt::Key_E, &InboxActions::toggleDone);
    m_snooze = add(tr("Snooze"), Qt::CTRL | Qt::SHIFT | Qt::Key_J, &InboxActions::snoozeByKey);
    m_unread = add(tr("Mark unread"), Qt::CTRL | Qt::Key_U, &InboxActions::markUnread);
    m_call = add(tr("Call back"), Qt::CTRL | Qt::Key_L, &InboxActions::call);
    m_copy = add(tr("Copy number"), {}, &InboxActions::copyNumber);
    m_menu->setAccessibleName(tr("Conversation"));
    m_menu->addAction(m_done);
    QAction *snoozes = m_menu->addMenu(m_snoozeMenu);
    connect(m_snooze, &QAction::changed, this, [this, snoozes] {
        snoozes->setText(m_snooze->text() + QLatin1Char('\t') + m_snooze->shortcut().toString(QKeySequence::NativeText));
        snoozes->setIcon(m_snooze->icon());
        snoozes->setEnabled(m_snooze->isEnabled());
    });
    m_menu->addAction(m_unread);
    m_menu->addSeparator();
    m_menu->addAction(m_call);
    m_menu->addAction(m_copy);

    // What was clicked is told after the menu is gone, but within the same turn of the event loop.
    for (const QMenu *menu : {m_menu, static_cast<QMenu *>(m_snoozeMenu)})
        connect(menu, &QMenu::aboutToHide, this, [this] { QMetaObject::invokeMethod(this, &InboxActions::aimBack, Qt::QueuedConnection); });
    connect(m_snoozeMenu, &SnoozeMenu::chosen, this, &InboxActions::putOff);
    connect(m_snoozeMenu, &SnoozeMenu::pickRequested, this, &InboxActions::pickTime);
    const RowControls &controls = m_parts.pane.rowControls();
    connect(&controls, &RowControls::menuRequested, this, &InboxActions::openMenu);
    connect(&controls, &RowControls::clicked, this, [this](RowButton button, ConversationId conversation, const QPoint &below) {
        aimAt(conversation);
        if (button == RowButton::Snooze) {
            openSnoozeMenu(below);
            return;
        }
        toggleDone();
        aimBack();
    });
    page->installEventFilter(this);
    dress();
    showTarget();
}

QAction *InboxActions::add(const QString &words, const QKeySequence &keys, void (InboxActions::*run)())
{
    auto *action = new QAction(words, this);
    action->setShortcut(keys);
    action->setShortcutVisibleInContextMenu(true);
    KeyboardDialog::setGroup(*action, tr("Conversation"));
    connect(action, &QAction::triggered, this, run);
    m_page->addAction(action);
    return action;
}

void InboxActions::dress()
{
    const QColor colour = tokensOf(m_page->palette()).text2;
    m_done->setIcon(themedIcon(Icon::Check, 16, colour));
    m_snooze->setIcon(themedIcon(Icon::Clock, 16, colour));
    m_unread->setIcon(themedIcon(Icon::Message, 16, colour));
    m_call->setIcon(themedIcon(Icon::Phone, 16, colour));
    m_copy->setIcon(themedIcon(Icon::Copy, 16, colour));
}

bool InboxActions::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_page && event->type() == QEvent::PaletteChange)
        dress();
    return QObject::eventFilter(watched, event);
}

void InboxActions::setCurrent(const std::optional<ConversationSummary> &conversation)
{
    m_current = conversation;
    showTarget();
}

void InboxActions::aimAt(ConversationId conversation)
{
    m_aimed.reset();
    if (auto read = m_parts.reader.conversation(conversation); read && read->has_value())
        m_aimed = **read;
    showTarget();
}

void InboxActions::aimBack()
{
    // From one menu into the next the aim stays.
    if (!m_aimed || m_menu->isVisible() || m_snoozeMenu->isVisible())
        return;
    m_aimed.reset();
    showTarget();
}

void InboxActions::showTarget()
{
    const std::optional<ConversationSummary> &about = target();
    const bool done = about && about->done;
    const bool snoozed = about && about->snoozedUntil;
    m_done->setText(RowControls::name(RowButton::Done, done, snoozed));
    m_snooze->setText(RowControls::name(RowButton::Snooze, done, snoozed));
    // Buttons have less room.
    m_snooze->setIconText(tr("Snooze"));
    m_snoozeMenu->setSnoozed(snoozed);
    for (QAction *action : {m_done, m_snooze, m_unread})
        action->setEnabled(about.has_value());
    for (QAction *action : {m_call, m_copy})
        action->setEnabled(about && !about->number.isNull());
}

void InboxActions::openMenu(ConversationId conversation, const QPoint &at)
{
    aimAt(conversation);
    if (m_aimed)
        m_menu->popup(at);
}

void InboxActions::openSnoozeMenu(const QPoint &at)
{
    if (target())
        m_snoozeMenu->popup(at);
}

void InboxActions::snoozeByKey()
{
    if (m_snoozeButton && m_snoozeButton->isVisible())
        openSnoozeMenu(m_snoozeButton->mapToGlobal(QPoint(0, m_snoozeButton->height())));
    else if (target())
        openSnoozeMenu(m_parts.pane.placeOf(target()->id));
}

void InboxActions::toggleDone()
{
    if (!target())
        return;
    const ConversationId id = target()->id;
    const bool done = !target()->done;
    const bool left = done && leave(id);
    emit m_parts.engine.setDoneRequested(id, done);
    offerUndo(done ? tr("Done.") : tr("Back in the inbox."), id, left);
}

void InboxActions::putOff(std::optional<UtcTime> until)
{
    if (!target())
        return;
    const ConversationId id = target()->id;
    const bool left = until && leave(id);
    emit m_parts.engine.setSnoozedRequested(id, until);
    const ViewContext &context = m_parts.context;
    offerUndo(until ? tr("Snoozed to %1.").arg(context.times.upcoming(*until, context.clock.utcNow())) : tr("Back in the inbox."), id,
              left);
}

void InboxActions::pickTime()
{
    if (!target())
        return;
    auto *dialog = new SnoozeDialog(m_parts.context, m_page);
    connect(dialog, &SnoozeDialog::picked, this, [this, id = target()->id](UtcTime until) {
        aimAt(id); // the menu's aim is long gone
        putOff(until);
        aimBack();
    });
    dialog->open();
}

bool InboxActions::leave(ConversationId conversation)
{
    if (m_parts.pane.current() != conversation)
        return false;
    m_parts.pane.setCurrent(m_parts.pane.neighbourOf(conversation));
    return true;
}

void InboxActions::offerUndo(const QString &sentence, ConversationId conversation, bool reopen)
{
    const ConversationId moved = m_parts.pane.current();
    m_parts.toast.offer(sentence, tr("Undo"), [this, conversation, reopen, moved] {
        emit m_parts.engine.undoPutAwayRequested(conversation);
        // Whoever has gone on meanwhile stays there.
        if (reopen && m_parts.pane.current() == moved)
            m_parts.pane.setCurrent(conversation);
    });
}

void InboxActions::markUnread()
{
    if (!target())
        return;
    const ConversationId id = target()->id;
    // Left first: what is on the screen would be read again at once.
    if (m_parts.pane.current() == id) {
        m_parts.pane.setCurrent({});
        m_parts.pane.focusList();
    }
    emit m_parts.engine.markUnreadRequested(id);
}

void InboxActions::call()
{
    if (target())
        m_parts.thread.call(*target());
}

void InboxActions::copyNumber()
{
    if (target())
        m_parts.thread.copyNumber(*target());
}

} // namespace textback
