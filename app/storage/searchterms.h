// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

namespace textback {

/// What a person typed into the search field, as questions to the full-text index.
struct SearchTerms {
    /// FTS5 expression: every word must match, the last letters of each may be missing. Empty if there is no word in the text.
    QString words;
    /// Whether a word has two letters or more: one letter alone is in nearly every message.
    bool hasLongWord = false;
    /// Runs of digits (three or more) of which a number must contain one; empty unless the text could be a number. Several, because the
    /// national spelling has a leading zero or exit code that E.164 has not.
    QStringList digits;
};

SearchTerms searchTerms(const QString &text, const QString &country);

} // namespace textback
