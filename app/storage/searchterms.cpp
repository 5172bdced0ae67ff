// SPDX-License-Identifier: MIT
#include "storage/searchterms.h"

using namespace Qt::StringLiterals;

namespace textback {

namespace {

constexpr qsizetype indexedLetters = 3; // "prefix" of message_search and note_search

/// A word has no quotes in it.
QString prefixOf(const QString &word)
{
    return u"\"%1\"*"_s.arg(word);
}

} // namespace

SearchTerms searchTerms(const QString &text, const QString &country)
{
    SearchTerms terms;
    QStringList words;
    QStringList longWords;
    QStringList beginnings;
    for (const QString &word : searchWords(text)) {
        const QList<uint> letters = word.toUcs4();
        words.append(prefixOf(word));
        if (letters.size() < 2) {
            terms.longWordsSayAll = false;
            continue;
        }
        longWords.append(prefixOf(word));
        const bool cut = letters.size() > indexedLetters;
        beginnings.append(cut ? prefixOf(QString::fromUcs4(reinterpret_cast<const char32_t *>(letters.constData()), indexedLetters))
                              : longWords.last());
        terms.beginningsSayAll = terms.beginningsSayAll && !cut;
    }
    terms.beginningsSayAll = terms.beginningsSayAll && terms.longWordsSayAll;
    terms.words = words.join(u' ');
    terms.longWords = longWords.join(u' ');
    terms.beginnings = beginnings.join(u' ');
    terms.digits = numberRuns(text, country);
    terms.matcher = SearchMatcher(text, country);
    return terms;
}

} // namespace textback
