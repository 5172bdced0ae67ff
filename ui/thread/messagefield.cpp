// SPDX-License-Identifier: MIT
#include "ui/thread/messagefield.h"

#include <QKeyEvent>
#include <QMimeData>

namespace textback {

bool isForTheWindow(const QKeyEvent &key, const QPlainTextEdit &field)
{
    const bool plain = key.modifiers() == Qt::ControlModifier;
    if (plain &&
        (key.key() == Qt::Key_E || key.key() == Qt::Key_U || key.key() == Qt::Key_L || key.key() == Qt::Key_K || key.key() == Qt::Key_F))
        return true;
    // With nothing typed to take back, "undo" means what was done to a conversation.
    return key.matches(QKeySequence::Undo) && !field.document()->isUndoAvailable();
}

void MessageField::insertFromMimeData(const QMimeData *source)
{
    if (source->hasText() && source->text().size() > longPaste) {
        emit longPasteOffered(source->text());
        return;
    }
    QPlainTextEdit::insertFromMimeData(source);
}

} // namespace textback
