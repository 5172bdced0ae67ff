// SPDX-License-Identifier: MIT
#pragma once

#include "domain/conversation.h"
#include "ui/thread/rowlayout.h"

#include <QKeySequence>
#include <QObject>

#include <functional>

class QAction;

namespace textback {

class Composer;
class EngineClient;
class FindStrip;
class NoteEditor;
class SearchReader;
class ThreadFinder;
class ThreadModel;
class ThreadView;
class Toast;
struct ViewContext;

/// What can be done in the open thread beside texting: search in it, and write notes into it. Each one QAction with its shortcut. GUI thread.
class ThreadTools : public QObject {
    Q_OBJECT

public:
    struct Parts {
        EngineClient &engine;
        const ViewContext &context;
        ThreadModel &model;
        ThreadView &view;
        Composer &composer;
        Toast &toast;
    };

    /// `page` owns it and is where the shortcuts count; everything outlives it.
    ThreadTools(const Parts &parts, QWidget *page);

    /// Over the thread, and below the composer, whose place it takes.
    FindStrip &strip() const { return *m_strip; }
    NoteEditor &notes() const { return *m_notes; }

    /// What Ctrl+F asks; outlives it.
    void setSearch(SearchReader &reader);
    /// The open conversation; null where none is open.
    void setConversation(ConversationId conversation);
    /// Something in it changed.
    void refresh();
    /// Closes the search or the note; false if there was none.
    bool closeTop();
    /// The cursor to where one writes: a note that is begun, else the composer, unless nothing can be written there.
    void focusWriting();

private:
    QAction *add(const QString &words, const QKeySequence &keys, const std::function<void()> &run);
    void act(ThreadAction action, const ThreadEntry &entry);
    void save(ConversationId conversation, const ThreadNote &note, const ThreadNote &before);
    void remove(const ThreadNote &note);

    Parts m_parts;
    QWidget *m_page;
    FindStrip *m_strip;
    NoteEditor *m_notes;
    ThreadFinder *m_finder;
    QAction *m_find;
    QAction *m_write;
    ConversationId m_conversation;
};

} // namespace textback
