// SPDX-License-Identifier: MIT
#pragma once

#include <QSyntaxHighlighter>

namespace textback {

/// Marks what still stands in braces in a field. GUI thread.
class PlaceholderHighlighter : public QSyntaxHighlighter {
    Q_OBJECT

public:
    /// `field` gives the colours and owns it.
    PlaceholderHighlighter(QTextDocument &document, QWidget &field);

protected:
    void highlightBlock(const QString &text) override;

private:
    QWidget &m_field;
};

} // namespace textback
