// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

class QDialog;
class QHBoxLayout;
class QLayout;
class QPushButton;
class QVBoxLayout;
class QWidget;

namespace textback {

class PlainLabel;

/// Fills a small dialog: questions below each other, each with its label as buddy and name, and a row of buttons at the end. The dialog is
/// modal to its window and deletes itself.
class DialogForm {
public:
    explicit DialogForm(QDialog &dialog);

    void addText(const QString &words);
    void addRow(const QString &label, QWidget *field);
    void addWidget(QWidget *widget);
    /// Where a problem is told; empty at first. Read out when it changes.
    PlainLabel *addProblem();
    /// `kind`: of the program's style sheet ("primary", "danger"), or empty.
    QPushButton *addButton(const QString &word, const QString &kind = {});
    void addCancel(const QString &word);

private:
    QDialog &m_dialog;
    QVBoxLayout *m_rows;
    QHBoxLayout *m_buttons;
};

} // namespace textback
