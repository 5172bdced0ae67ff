// SPDX-License-Identifier: MIT
#pragma once

#include <QSyntaxHighlighter>

class QPlainTextEdit;

namespace textback {

/// Marks what still stands in braces in a field. GUI thread.
class PlaceholderHighlighter : public QSyntaxHighlighter {
    Q_OBJECT

public:
    /// The field's document owns it.
    explicit PlaceholderHighlighter(QPlainTextEdit &field);

protected:
    void highlightBlock(const QString &text) override;

private:
    QPlainTextEdit &m_field;
};

} // namespace textback
