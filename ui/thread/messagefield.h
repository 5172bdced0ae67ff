// SPDX-License-Identifier: MIT
#pragma once

#include <QPlainTextEdit>

namespace textback {

/// Keys that a field of text takes for itself on some systems ("delete the line"), but that are the window's here.
bool isForTheWindow(const QKeyEvent &key, const QPlainTextEdit &field);

/// The field that a text is written in. A long paste is a slip more often than a wish: it is offered, not taken. GUI thread.
class MessageField : public QPlainTextEdit {
    Q_OBJECT

public:
    static constexpr int longPaste = 1000; ///< characters that are taken without a question

    using QPlainTextEdit::QPlainTextEdit;

signals:
    /// More than `longPaste` characters; nothing was put in.
    void longPasteOffered(const QString &text);

protected:
    void insertFromMimeData(const QMimeData *source) override;
};

} // namespace textback
