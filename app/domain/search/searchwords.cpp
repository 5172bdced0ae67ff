// SPDX-License-Identifier: MIT
#include "domain/search/searchwords.h"

#include "domain/phonenumber.h"

#include <QChar>

#include <algorithm>

namespace textback {

namespace {

constexpr qsizetype shortestDigits = 3; // the trigram index knows nothing shorter
constexpr qsizetype mostWords = 16;

struct Character {
    char32_t value = 0;
    qsizetype units = 1;
};

Character characterAt(QStringView text, qsizetype at)
{
    const QChar first = text[at];
    if (first.isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate())
        return {QChar::surrogateToUcs4(first, text[at + 1]), 2};
    return {first.unicode(), 1};
}

bool belongsToWord(char32_t character)
{
    if (character < 128)
        return (character >= U'0' && character <= U'9') || (character >= U'a' && character <= U'z') ||
               (character >= U'A' && character <= U'Z');
    return QChar::isLetterOrNumber(character) || QChar::isMark(character);
}

void appendCharacter(QString &text, char32_t character)
{
    for (const QChar unit : QChar::fromUcs4(character))
        text += unit;
}

/// Adds the letter without what stands over or under it.
void appendFolded(QString &folded, char32_t character)
{
    if (character < 128) {
        folded += QChar(char16_t(character >= U'A' && character <= U'Z' ? character + 32 : character));
        return;
    }
    const QString parts = QChar::decomposition(character);
    if (parts.isEmpty() || QChar::decompositionTag(character) != QChar::Canonical) {
        if (QChar::category(character) != QChar::Mark_NonSpacing)
            appendCharacter(folded, QChar::toCaseFolded(character));
        return;
    }
    for (qsizetype at = 0; at < parts.size();) {
        const Character part = characterAt(parts, at);
        at += part.units;
        if (part.value == character)
            continue; // never again, whatever a table says
        appendFolded(folded, part.value);
    }
}

QString digitsOf(const QString &text)
{
    QString digits;
    for (const QChar character : text) {
        if (character.isDigit())
            digits += QString::number(character.digitValue());
    }
    return digits;
}

/// A number in any spelling: digits and what people put between them.
bool couldBeNumber(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar character) {
        return character.isDigit() || character.isSpace() || character.isPunct() || character == u'+';
    });
}

} // namespace

bool WordCursor::next(SearchWord &word)
{
    while (m_at < m_text.size()) {
        const Character character = characterAt(m_text, m_at);
        if (belongsToWord(character.value))
            break;
        m_at += character.units;
    }
    word.folded.clear();
    word.range.start = m_at;
    while (m_at < m_text.size()) {
        const Character character = characterAt(m_text, m_at);
        if (!belongsToWord(character.value))
            break;
        appendFolded(word.folded, character.value);
        m_at += character.units;
    }
    word.range.length = m_at - word.range.start;
    return word.range.length > 0;
}

QStringList searchWords(const QString &text)
{
    const QString composed = text.normalized(QString::NormalizationForm_C);
    QStringList words;
    WordCursor cursor(composed);
    for (SearchWord word; words.size() < mostWords && cursor.next(word);)
        words.append(composed.mid(word.range.start, word.range.length));
    return words;
}

QString foldedForSearch(QStringView text)
{
    QString folded;
    for (qsizetype at = 0; at < text.size();) {
        const Character character = characterAt(text, at);
        appendFolded(folded, character.value);
        at += character.units;
    }
    return folded;
}

QStringList numberRuns(const QString &text, const QString &country)
{
    QStringList runs;
    if (!couldBeNumber(text))
        return runs;
    const auto add = [&runs](const QString &digits) {
        if (digits.size() >= shortestDigits && !runs.contains(digits))
            runs.append(digits);
    };
    if (const std::optional<PhoneNumber> number = PhoneNumber::parse(text, country))
        add(digitsOf(number->e164()));
    QString digits = digitsOf(text);
    add(digits);
    while (digits.startsWith(u'0'))
        digits.remove(0, 1);
    add(digits);
    return runs;
}

} // namespace textback
