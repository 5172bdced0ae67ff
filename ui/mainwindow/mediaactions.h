// SPDX-License-Identifier: MIT
#pragma once

#include "domain/conversation.h"
#include "domain/media/mediareport.h"
#include "ui/thread/rowlayout.h"

#include <QObject>

class QWidget;

namespace textback {

class MediaShelf;
class Toast;
class VoicemailPlayer;
struct ViewContext;

/// What is done with pictures, other files and voicemails of a thread: opened, heard, saved. GUI thread.
class MediaActions : public QObject {
    Q_OBJECT

public:
    /// `window` owns it and is what its dialogs belong to; everything outlives it.
    MediaActions(MediaShelf &shelf, const ViewContext &context, Toast &toast, QWidget *window);

    /// Ignores what is about neither.
    void act(ThreadAction action, const ThreadEntry &entry, int file);
    /// Takes another player in place of the usual one.
    void setPlayer(VoicemailPlayer *player);
    /// Another thread is opened: nothing is heard any more.
    void leave();
    /// Writes a copy where a person wants it, in their name alone.
    void save(const KeptFile &file, const QString &to);

private:
    void open(const Message &message, int file);
    void toggle(const CallCard &card);
    void play(CallId call);
    void askWhereToSave(const MediaKey &key, UtcTime at);

    MediaShelf &m_shelf;
    const ViewContext &m_context;
    Toast &m_toast;
    QWidget *m_window;
    VoicemailPlayer *m_player = nullptr;
    CallId m_wanted; ///< is heard as soon as it is here
};

} // namespace textback
