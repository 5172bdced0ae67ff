// SPDX-License-Identifier: MIT
#include "domain/optout.h"

#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace textback {

namespace {

// FCC's own list, and what providers add to it (rules.md C1).
constexpr std::array optOutWords = {
    QLatin1StringView("stop"),   QLatin1StringView("stopall"), QLatin1StringView("stop all"), QLatin1StringView("unsubscribe"),
    QLatin1StringView("cancel"), QLatin1StringView("end"),     QLatin1StringView("quit"),     QLatin1StringView("revoke"),
    QLatin1StringView("optout"), QLatin1StringView("opt out"), QLatin1StringView("remove"),
};
constexpr std::array optInWords = {QLatin1StringView("start"), QLatin1StringView("unstop")};
constexpr std::array helpWords = {QLatin1StringView("help"), QLatin1StringView("info")};

enum class Between { Nothing, Space };

/// Letters and digits in their plain form, lower case, words apart by one space. Whatever else stands in the text (punctuation, emoji) is
/// taken as `between`; accents, joiners and other characters without a width are nothing.
QStringList plainWords(const QString &body, Between between)
{
    QString plain;
    QString folded = body.normalized(QString::NormalizationForm_KD).toCaseFolded();
    folded.replace(u'\u0131', u'i'); // the dotless i, whose capital is I, has no decomposition
    for (const char32_t c : folded.toUcs4()) {
        switch (QChar::category(c)) {
        case QChar::Letter_Uppercase:
        case QChar::Letter_Lowercase:
        case QChar::Letter_Titlecase:
        case QChar::Letter_Modifier:
        case QChar::Letter_Other:
        case QChar::Number_DecimalDigit:
        case QChar::Number_Letter:
        case QChar::Number_Other:
            plain += QChar::fromUcs4(c);
            break;
        case QChar::Mark_NonSpacing:
        case QChar::Mark_SpacingCombining:
        case QChar::Mark_Enclosing:
        case QChar::Other_Format:
            break;
        default:
            if (QChar::isSpace(c) || between == Between::Space)
                plain += u' ';
        }
    }
    return plain.split(u' ', Qt::SkipEmptyParts);
}

/// What is left when politeness and repetition are taken away: "please stop", "Stop! STOP!!!".
QString core(QStringList words)
{
    const auto isPolite = [](const QString &word) { return word == "please"_L1 || word == "pls"_L1 || word == "plz"_L1; };
    while (!words.isEmpty() && isPolite(words.first()))
        words.removeFirst();
    while (!words.isEmpty() && isPolite(words.last()))
        words.removeLast();
    if (!words.isEmpty() && std::all_of(words.begin(), words.end(), [&words](const QString &word) { return word == words.first(); }))
        return words.first();
    return words.join(u' ');
}

template <typename Words>
bool contains(const Words &words, const QString &text)
{
    return std::any_of(words.begin(), words.end(), [&text](QLatin1StringView word) { return text == word; });
}

ConsentWord meaningOf(const QString &text)
{
    if (contains(optOutWords, text))
        return ConsentWord::OptOut;
    if (contains(optInWords, text))
        return ConsentWord::OptIn;
    if (text == "yes"_L1)
        return ConsentWord::OptInIfOptedOut;
    if (contains(helpWords, text))
        return ConsentWord::Help;
    return ConsentWord::None;
}

} // namespace

ConsentWord readConsentWord(const QString &body)
{
    // "OPT-OUT" and "S.T.O.P." are one word without their punctuation; "stop,please" is two with it.
    const ConsentWord together = meaningOf(core(plainWords(body, Between::Nothing)));
    return together != ConsentWord::None ? together : meaningOf(core(plainWords(body, Between::Space)));
}

} // namespace textback
