// SPDX-License-Identifier: MIT
#pragma once

#include "domain/inbox.h"

#include <QDialog>

#include <vector>

class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace textback {

class PlainLabel;

/// Where saved replies are kept: added, changed, deleted, put in order. Nothing counts before "Save". Shown with open(); deletes itself when it
/// is closed. GUI thread.
class RepliesDialog : public QDialog {
    Q_OBJECT

public:
    RepliesDialog(const std::vector<SavedReply> &replies, QWidget *parent);

signals:
    void saved(const std::vector<textback::SavedReply> &replies);

private:
    void fill(int current);
    void showReply(int row);
    void edited();
    void add();
    void remove();
    void move(int by);
    void judge();
    /// What keeps these replies from being saved; empty if nothing does.
    QString problem() const;

    std::vector<SavedReply> m_replies;
    QListWidget *m_list;
    QLineEdit *m_name;
    QPlainTextEdit *m_text;
    PlainLabel *m_problem;
    QPushButton *m_add;
    QPushButton *m_delete;
    QPushButton *m_up;
    QPushButton *m_down;
    QPushButton *m_save;
    bool m_showing = false;
};

} // namespace textback
