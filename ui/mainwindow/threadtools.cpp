// SPDX-License-Identifier: MIT
#include "ui/mainwindow/threadtools.h"

#include "engine/engineclient.h"
#include "ui/dialogs/keyboarddialog.h"
#include "ui/format/viewcontext.h"
#include "ui/theme/toast.h"
#include "ui/thread/composer.h"
#include "ui/thread/findstrip.h"
#include "ui/thread/noteeditor.h"
#include "ui/thread/threadfinder.h"
#include "ui/thread/threadmodel.h"
#include "ui/thread/threadview.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>

namespace textback {

ThreadTools::ThreadTools(const Parts &parts, QWidget *page)
    : QObject(page)
    , m_parts(parts)
    , m_page(page)
    , m_strip(new FindStrip(page))
    , m_notes(new NoteEditor(page))
    , m_finder(new ThreadFinder({parts.model, parts.view, *m_strip, parts.context}, this))
    , m_find(add(tr("Search in this conversation"), Qt::CTRL | Qt::Key_F, [this] { m_finder->open(); }))
    , m_write(add(tr("Write a note"), Qt::CTRL | Qt::SHIFT | Qt::Key_N, [this] { m_notes->open(); }))
{
    for (QAction *step : {add(tr("Next match"), Qt::Key_F3, [this] { m_finder->step(1); }),
                          add(tr("Previous match"), Qt::SHIFT | Qt::Key_F3, [this] { m_finder->step(-1); })}) {
        step->setEnabled(false);
        connect(m_finder, &ThreadFinder::openChanged, step, &QAction::setEnabled);
    }
    m_find->setEnabled(false);
    connect(&parts.composer, &Composer::noteRequested, m_notes, [this] { m_notes->open(); });
    connect(&parts.view, &ThreadView::actionRequested, this, &ThreadTools::act);
    connect(m_notes, &NoteEditor::saveRequested, this, &ThreadTools::save);
    connect(m_notes, &NoteEditor::shown, this, [this](bool open, bool hadFocus) {
        const bool focusGoes = open ? m_parts.composer.isAncestorOf(m_page->focusWidget()) : hadFocus;
        m_parts.composer.setVisible(!open);
        if (focusGoes)
            focusWriting();
    });
    connect(&parts.engine, &EngineClient::noteNotKept, m_notes, &NoteEditor::giveBack);
    setConversation({});
}

QAction *ThreadTools::add(const QString &words, const QKeySequence &keys, const std::function<void()> &run)
{
    auto *action = new QAction(words, this);
    action->setShortcut(keys);
    KeyboardDialog::setGroup(*action, tr("Conversation"));
    connect(action, &QAction::triggered, this, run);
    m_page->addAction(action);
    return action;
}

void ThreadTools::setSearch(SearchReader &reader)
{
    m_finder->setReader(&reader);
    m_find->setEnabled(!m_conversation.isNull());
}

void ThreadTools::setConversation(ConversationId conversation)
{
    m_conversation = conversation;
    m_notes->setConversation(conversation);
    m_find->setEnabled(m_finder->hasReader() && !conversation.isNull());
    m_write->setEnabled(!conversation.isNull());
}

void ThreadTools::refresh()
{
    m_finder->refresh();
}

bool ThreadTools::closeTop()
{
    if (m_finder->close())
        return true;
    if (!m_notes->isOpen() || m_notes->isHidden())
        return false;
    m_notes->close();
    return true;
}

void ThreadTools::focusWriting()
{
    if (m_notes->isOpen())
        m_notes->focusField();
    else if (!m_parts.composer.isBlocked())
        m_parts.composer.focusField();
}

void ThreadTools::act(ThreadAction action, const ThreadEntry &entry)
{
    const auto *note = std::get_if<ThreadNote>(&entry.content);
    if (!note)
        return;
    if (action == ThreadAction::EditNote) {
        m_notes->open(*note);
    } else if (action == ThreadAction::DeleteNote) {
        remove(*note);
    } else if (action == ThreadAction::CopyText) {
        QGuiApplication::clipboard()->setText(note->body);
        m_parts.toast.tell(tr("Note copied."));
    }
}

void ThreadTools::save(ConversationId conversation, const ThreadNote &note, const ThreadNote &before)
{
    emit m_parts.engine.saveThreadNoteRequested(conversation, note);
    if (before.id.isNull()) {
        m_parts.view.toEnd();
        return;
    }
    m_parts.toast.offer(tr("Note changed."), tr("Undo"),
                        [this, conversation, before] { emit m_parts.engine.saveThreadNoteRequested(conversation, before); });
}

void ThreadTools::remove(const ThreadNote &note)
{
    const ConversationId conversation = m_conversation;
    emit m_parts.engine.removeThreadNoteRequested(conversation, note.id);
    m_parts.toast.offer(tr("Note deleted."), tr("Undo"),
                        [this, conversation, note] { emit m_parts.engine.saveThreadNoteRequested(conversation, note); });
}

} // namespace textback
