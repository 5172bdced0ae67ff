// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

class QAction;
class QTreeWidget;

namespace textback {

/// The list of keys, made from the actions that have them: what is not there has no key, and what is there cannot be out of date. GUI thread.
class KeyboardDialog : public QDialog {
    Q_OBJECT

public:
    /// Shows actions in their order, by group. Deletes itself when it is closed.
    explicit KeyboardDialog(const QList<QAction *> &actions, QWidget *parent = nullptr);

    /// Under which words an action stands; without any it stands under "More".
    static void setGroup(QAction &action, const QString &name);

private:
    void add(const QAction &action);

    QTreeWidget *m_list;
};

} // namespace textback
