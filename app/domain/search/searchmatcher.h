// SPDX-License-Identifier: MIT
#pragma once

#include "domain/search/searchwords.h"

#include <vector>

namespace textback {

/// What a person typed, held against texts: what of them matches, to be marked. Agrees with what the index finds: accents and capitals are
/// folded, the last letters of each word may be missing, digits match a number in any spelling.
class SearchMatcher {
public:
    SearchMatcher() = default;
    SearchMatcher(const QString &text, const QString &country);

    /// The beginnings of words that match one of the words, in the order of the text, apart from each other.
    std::vector<TextRange> marks(const QString &text) const;
    /// Digits of a number (with all that stands between them) that match; empty if nobody looks for a number.
    std::vector<TextRange> numberMarks(const QString &number) const;
    /// Whether each word of the question is the beginning of a word of the text. Nothing asked matches nothing.
    bool matchesAll(const QString &text) const;
    /// The part of a long text that shows the first match, "…" where something was left out.
    QString excerpt(const QString &text) const;

private:
    qsizetype matchedLength(const SearchWord &word, QStringView text) const;

    QStringList m_words; ///< folded
    QStringList m_runs;  ///< of digits
};

} // namespace textback
