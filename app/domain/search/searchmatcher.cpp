// SPDX-License-Identifier: MIT
#include "domain/search/searchmatcher.h"

#include <algorithm>

namespace textback {

namespace {

constexpr qsizetype before = 28;   ///< characters that lead up to the match
constexpr qsizetype longest = 180; ///< what fits into one line of any window

bool isWordEnd(QChar character)
{
    return character.isSpace();
}

} // namespace

SearchMatcher::SearchMatcher(const QString &text, const QString &country)
    : m_runs(numberRuns(text, country))
{
    for (const QString &word : searchWords(text))
        m_words.append(foldedForSearch(word));
    // A word without letters (a lone accent) would begin every word.
    m_words.removeAll(QString());
}

/// How many characters of the word in `text` match the longest word that was asked for; 0 for none.
qsizetype SearchMatcher::matchedLength(const SearchWord &word, QStringView text) const
{
    qsizetype asked = 0;
    for (const QString &each : m_words) {
        if (word.folded.startsWith(each))
            asked = std::max(asked, each.size());
    }
    if (asked == 0 || asked == word.folded.size())
        return asked == 0 ? 0 : word.range.length;
    // An accent may be a character of its own, and one letter may fold to two.
    const QStringView whole = text.mid(word.range.start, word.range.length);
    qsizetype length = 1;
    while (length < whole.size() && foldedForSearch(whole.left(length)).size() < asked)
        ++length;
    while (length < whole.size() && (whole[length].isMark() || whole[length].isLowSurrogate()))
        ++length;
    return length;
}

std::vector<TextRange> SearchMatcher::marks(const QString &text) const
{
    std::vector<TextRange> marks;
    WordCursor cursor(text);
    for (SearchWord word; !m_words.isEmpty() && cursor.next(word);) {
        if (const qsizetype length = matchedLength(word, text); length > 0)
            marks.push_back({word.range.start, length});
    }
    return marks;
}

std::vector<TextRange> SearchMatcher::numberMarks(const QString &number) const
{
    QString digits;
    std::vector<qsizetype> places;
    for (qsizetype at = 0; at < number.size(); ++at) {
        if (number[at].isDigit()) {
            digits += QString::number(number[at].digitValue());
            places.push_back(at);
        }
    }
    // The number that is shown may lack the country's code, which a run of digits has: then its end is what matches.
    for (const QString &run : m_runs) {
        const qsizetype at = digits.indexOf(run);
        if (at >= 0)
            return {{places[size_t(at)], places[size_t(at + run.size() - 1)] - places[size_t(at)] + 1}};
    }
    for (const QString &run : m_runs) {
        if (!digits.isEmpty() && run.endsWith(digits))
            return {{places.front(), places.back() - places.front() + 1}};
    }
    return {};
}

bool SearchMatcher::matchesAll(const QString &text) const
{
    QStringList missing = m_words;
    WordCursor cursor(text);
    for (SearchWord word; !missing.isEmpty() && cursor.next(word);)
        missing.removeIf([&word](const QString &asked) { return word.folded.startsWith(asked); });
    return missing.isEmpty() && !m_words.isEmpty();
}

QString SearchMatcher::excerpt(const QString &text) const
{
    if (text.size() <= longest)
        return text;
    qsizetype match = 0;
    WordCursor cursor(text);
    for (SearchWord word; !m_words.isEmpty() && cursor.next(word);) {
        if (matchedLength(word, text) > 0) {
            match = word.range.start;
            break;
        }
    }
    qsizetype begin = match > before ? match - before : 0;
    if (begin > 0) {
        // From a word's beginning, where there is one on the way.
        const auto *const end = text.constBegin() + match;
        const auto *const gap = std::find_if(text.constBegin() + begin, end, isWordEnd);
        if (gap != end)
            begin = gap - text.constBegin() + 1;
        while (begin < match && (text[begin].isLowSurrogate() || text[begin].isMark()))
            ++begin;
    }
    qsizetype end = std::min(begin + longest, text.size());
    if (end < text.size() && text[end].isLowSurrogate())
        --end;
    QString part = text.mid(begin, end - begin);
    if (begin > 0)
        part.prepend(u'…');
    if (end < text.size())
        part.append(u'…');
    return part;
}

} // namespace textback
