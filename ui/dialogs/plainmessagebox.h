// SPDX-License-Identifier: MIT
#pragma once

#include <QMessageBox>

namespace textback {

/// A message box that shows every character as it is. QMessageBox guesses (Qt::AutoText), and a customer's "<img src=...>" or
/// "a < b and c > d" would be read as markup: with data in the sentence only this class may be used.
/// Shown with open() or show(), never exec(): no nested event loop. GUI thread; deletes itself when it is closed.
class PlainMessageBox : public QMessageBox {
    Q_OBJECT

public:
    explicit PlainMessageBox(QWidget *parent = nullptr);

    /// The two texts; both are shown letter by letter.
    void setTexts(const QString &text, const QString &informative);
    /// Adds a button with a word of our own (Qt's standard buttons would need Qt's own translations).
    QPushButton *addWord(const QString &word, ButtonRole role);
};

} // namespace textback
