// SPDX-License-Identifier: MIT
#pragma once

#include "domain/conversation.h"

#include <QWidget>

#include <vector>

class QGridLayout;
class QPushButton;
class QToolButton;

namespace textback {

class AvatarWidget;
class NameField;
class PlainLabel;
class ThreadModel;
struct ViewContext;

/// The right column: who it is, call and copy, and what is known about the person.
class ContactPanel : public QWidget {
    Q_OBJECT

public:
    /// Both outlive it. What is told about calls comes from the thread where it is loaded whole.
    ContactPanel(const ViewContext &context, const ThreadModel &thread, QWidget *parent = nullptr);

    void setConversation(const ConversationSummary &conversation);
    /// The slide-over has a button that closes it.
    void setCloseVisible(bool visible);

signals:
    void callRequested();
    void copyNumberRequested();
    void renamed(const QString &name);
    void closeRequested();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Fact {
        QString name;
        QString value;
        QString toolTip;
    };

    std::vector<Fact> factsOf(const ConversationSummary &conversation) const;
    void showFacts(const std::vector<Fact> &facts);
    void dress();

    const ViewContext &m_context;
    const ThreadModel &m_thread;
    QToolButton *m_close;
    AvatarWidget *m_avatar;
    NameField *m_name;
    PlainLabel *m_number;
    QPushButton *m_call;
    QPushButton *m_copy;
    PlainLabel *m_about;
    QGridLayout *m_grid = nullptr;
    std::vector<std::pair<PlainLabel *, PlainLabel *>> m_rows;
};

} // namespace textback
