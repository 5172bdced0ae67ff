// SPDX-License-Identifier: MIT
#include "ui/thread/messagefield.h"

#include <QMimeData>

namespace textback {

void MessageField::insertFromMimeData(const QMimeData *source)
{
    if (source->hasText() && source->text().size() > longPaste) {
        emit longPasteOffered(source->text());
        return;
    }
    QPlainTextEdit::insertFromMimeData(source);
}

} // namespace textback
