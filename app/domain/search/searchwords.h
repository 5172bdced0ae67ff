// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

namespace textback {

/// Where something stands in a text.
struct TextRange {
    qsizetype start = 0;
    qsizetype length = 0;
    bool operator==(const TextRange &) const = default;
};

/// A word of a text and where it stands there.
struct SearchWord {
    QString folded; ///< small letters without accents: what a search compares
    TextRange range;
};

/// Takes the words of a text one after the other, as the index cuts them: runs of letters and numbers with their accents.
class WordCursor {
public:
    /// `text` outlives it.
    explicit WordCursor(QStringView text)
        : m_text(text)
    {
    }

    /// False at the end of the text.
    bool next(SearchWord &word);

private:
    QStringView m_text;
    qsizetype m_at = 0;
};

/// The words of what a person typed, as typed but composed (NFC), at most 16.
QStringList searchWords(const QString &text);

/// Small letters without accents. One result for every spelling that a search shall find.
QString foldedForSearch(QStringView text);

/// Runs of digits (three or more) of which a number must contain one; empty unless the text could be a number. Several, because the
/// national spelling has a leading zero or exit code that E.164 has not.
QStringList numberRuns(const QString &text, const QString &country);

} // namespace textback
