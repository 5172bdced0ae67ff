// SPDX-License-Identifier: MIT
#include "domain/quotedwords.h"

#include "domain/templates/optouthint.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestReaction = 2000; // it repeats a text of ours, not a book

/// Nobody types these letters exactly so: they are a piece of a text of ours. What stands around them may be the sender's.
QString withoutOurHint(QString body)
{
    for (const TemplateLanguage language : {TemplateLanguage::Both, TemplateLanguage::English, TemplateLanguage::Spanish})
        body.replace(optOutHint(language), u" "_s);
    return body;
}

/// "> our text", as mail and some phones quote; no ">:(".
bool isQuote(const QString &line)
{
    const QString trimmed = line.trimmed();
    return trimmed.size() > 1 && trimmed.front() == u'>' && (trimmed.at(1).isSpace() || trimmed.at(1).isLetter());
}

bool hasWords(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber(); });
}

} // namespace

bool isReaction(const QString &body)
{
    // The verbs of Apple's and Google's phones in English and Spanish, or a sign, then the text in quotation marks and nothing behind it: whoever
    // goes on has written.
    static const QRegularExpression reaction(
        u"\\A\\s*(?:Liked|Loved|Disliked|Laughed at|Emphasi[sz]ed|Questioned|Reacted .{1,12} to|Removed an? .{1,20} from|"
        "Le gust\\x{f3}|Le encant\\x{f3}|No le gust\\x{f3}|Le disgust\\x{f3}|Se ri\\x{f3} de|Enfatiz\\x{f3}|Pregunt\\x{f3}(?: por| sobre)?|"
        "Reaccion\\x{f3} con .{1,12} a|[^\\p{L}\\p{N}\\s]{1,8} (?:to|a)) ?"
        "(?:\\x{201c}[^\\x{201d}]*\\x{201d}|\"[^\"]*(?:\"[^\"]+\"[^\"]*)*\"|\\x{ab}[^\\x{bb}]*\\x{bb})\\s*\\z"_s,
        QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::DotMatchesEverythingOption);
    return body.size() <= longestReaction && reaction.match(body).hasMatch();
}

QString withoutQuotes(const QString &body)
{
    if (isReaction(body))
        return QString();
    QStringList lines = withoutOurHint(body).split(u'\n');
    lines.removeIf(isQuote);
    const QString own = lines.join(u'\n');
    // Where nothing else is left, the quoted words are all that was said.
    return hasWords(own) ? own : withoutOurHint(body);
}

} // namespace textback
