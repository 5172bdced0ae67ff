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

void PlainMessageBox::critical(QWidget *parent, const QString &title, const QString &sentence)
{
    PlainMessageBox box(parent);
    box.setAttribute(Qt::WA_DeleteOnClose, false);
    box.setIcon(QMessageBox::Critical);
    box.setWindowTitle(QStringLiteral("Textback"));
    box.setTexts(title, sentence);
    box.setDefaultButton(box.addWord(tr("Close"), QMessageBox::AcceptRole));
    box.exec();
}

QPushButton *PlainMessageBox::addWord(const QString &word, ButtonRole role)
{
    auto *button = new QPushButton(word, this);
    button->setAutoDefault(false);
    addButton(button, role);
    return button;
}

} // namespace textback
