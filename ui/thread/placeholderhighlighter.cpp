// SPDX-License-Identifier: MIT
#include "ui/thread/placeholderhighlighter.h"

#include "domain/templates/savedreply.h"
#include "ui/theme/tokens.h"

#include <QPlainTextEdit>

namespace textback {

PlaceholderHighlighter::PlaceholderHighlighter(QPlainTextEdit &field)
    : QSyntaxHighlighter(field.document())
    , m_field(field)
{
}

void PlaceholderHighlighter::highlightBlock(const QString &text)
{
    const Tokens &tokens = tokensOf(m_field.palette());
    QTextCharFormat format;
    format.setForeground(tokens.warn);
    format.setBackground(tokens.warnBg);
    for (const TextStretch &stretch : placeholdersIn(text))
        setFormat(stretch.start, stretch.length, format);
}

} // namespace textback
