// SPDX-License-Identifier: MIT
#include "storage/searchterms.h"

#include "domain/phonenumber.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace textback {

namespace {

constexpr qsizetype shortestDigits = 3; // the trigram index knows nothing shorter
constexpr qsizetype mostWords = 16;

bool belongsToWord(char32_t character)
{
    return QChar::isLetterOrNumber(character) || QChar::isMark(character);
}

/// Words as the index cuts them: runs of letters, numbers and their accents.
QStringList wordsOf(const QString &text)
{
    QStringList words;
    QString word;
    const auto finish = [&] {
        if (!word.isEmpty() && words.size() < mostWords)
            words.append(word);
        word.clear();
    };
    for (const uint character : text.normalized(QString::NormalizationForm_C).toUcs4()) {
        if (belongsToWord(character))
            word += QString::fromUcs4(reinterpret_cast<const char32_t *>(&character), 1);
        else
            finish();
    }
    finish();
    return words;
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

SearchTerms searchTerms(const QString &text, const QString &country)
{
    SearchTerms terms;
    QStringList quoted;
    for (const QString &word : wordsOf(text)) {
        quoted.append(u"\"%1\"*"_s.arg(word)); // a word has no quotes in it
        terms.hasLongWord = terms.hasLongWord || word.size() > 1;
    }
    terms.words = quoted.join(u' ');
    if (!couldBeNumber(text))
        return terms;

    const auto add = [&terms](const QString &digits) {
        if (digits.size() >= shortestDigits && !terms.digits.contains(digits))
            terms.digits.append(digits);
    };
    if (const std::optional<PhoneNumber> number = PhoneNumber::parse(text, country))
        add(digitsOf(number->e164()));
    QString digits = digitsOf(text);
    add(digits);
    while (digits.startsWith(u'0'))
        digits.remove(0, 1);
    add(digits);
    return terms;
}

} // namespace textback
