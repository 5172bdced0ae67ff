// SPDX-License-Identifier: MIT
#pragma once

#include "domain/conversation.h"

#include <QWidget>

#include <vector>

class QAction;
class QHBoxLayout;
class QToolButton;

namespace textback {

class ActionButton;

class AvatarWidget;
class NameField;
class PlainLabel;
struct ViewContext;

/// The line above a thread: back (in a narrow window), who it is, call, and the button of the contact panel. 60 high.
class ContactHeader : public QWidget {
    Q_OBJECT

public:
    explicit ContactHeader(const ViewContext &context, QWidget *parent = nullptr);

    void setConversation(const ConversationSummary &conversation);
    void setBackVisible(bool visible);
    void setPanelOpen(bool open);
    /// A button for an action with the whole conversation, in front of the call.
    QWidget *addActionButton(QAction &action);

signals:
    void backRequested();
    void callRequested();
    void panelToggled();
    void renamed(const QString &name);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void dress();

    const ViewContext &m_context;
    QHBoxLayout *m_row = nullptr;
    std::vector<ActionButton *> m_actionButtons;
    QToolButton *m_back;
    AvatarWidget *m_avatar;
    NameField *m_name;
    PlainLabel *m_number;
    QToolButton *m_call;
    QToolButton *m_panel = nullptr;
};

} // namespace textback
