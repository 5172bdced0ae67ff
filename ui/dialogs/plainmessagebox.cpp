// SPDX-License-Identifier: MIT
#include "ui/dialogs/plainmessagebox.h"

#include <QLabel>
#include <QPushButton>

namespace textback {

PlainMessageBox::PlainMessageBox(QWidget *parent)
    : QMessageBox(parent)
{
    setTextFormat(Qt::PlainText);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
}

void PlainMessageBox::setTexts(const QString &text, const QString &informative)
{
    setText(text);
    setInformativeText(informative);
    // setTextFormat reaches only the main label; the one below it guesses on.
    const QList<QLabel *> labels = findChildren<QLabel *>();
    for (QLabel *label : labels)
        label->setTextFormat(Qt::PlainText);
}

QPushButton *PlainMessageBox::addWord(const QString &word, ButtonRole role)
{
    auto *button = new QPushButton(word, this);
    button->setAutoDefault(false);
    addButton(button, role);
    return button;
}

} // namespace textback
