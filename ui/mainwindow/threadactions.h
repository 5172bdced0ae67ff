// SPDX-License-Identifier: MIT
#pragma once

#include "domain/conversation.h"
#include "ui/thread/rowlayout.h"

#include <QObject>

class QUrl;
class QWidget;

namespace textback {

class EngineClient;
class Toast;
struct ViewContext;

/// What the buttons and links of a thread do: asks where asking is due, and hands the rest to the engine or to another program. GUI thread.
class ThreadActions : public QObject {
    Q_OBJECT

public:
    /// `window` owns it and is what its questions belong to; everything outlives it.
    ThreadActions(EngineClient &engine, const ViewContext &context, Toast &toast, QWidget *window);

    void setConversation(const ConversationSummary &conversation) { m_conversation = conversation; }

    void act(ThreadAction action, const ThreadEntry &entry);
    void call() { call(m_conversation); }
    void copyNumber() { copyNumber(m_conversation); }
    /// The same for a conversation that is not open.
    void call(const ConversationSummary &conversation);
    void copyNumber(const ConversationSummary &conversation);
    /// Opens a link once a person said yes.
    void askToOpen(const QUrl &url);

private:
    void explain(const ThreadEntry &entry);

    EngineClient &m_engine;
    const ViewContext &m_context;
    Toast &m_toast;
    QWidget *m_window;
    ConversationSummary m_conversation;
};

} // namespace textback
