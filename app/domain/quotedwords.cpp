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

constexpr qsizetype shortestQuote = 12; // "stop" in quotation marks is the sender's own word

/// Nobody types these letters exactly so: they are the end of a text of ours.
QString behindOurHint(const QString &body)
{
    QString rest = body;
    for (const TemplateLanguage language : {TemplateLanguage::Both, TemplateLanguage::English, TemplateLanguage::Spanish}) {
        const QString hint = optOutHint(language);
        const qsizetype at = rest.lastIndexOf(hint);
        if (at >= 0)
            rest = rest.mid(at + hint.size());
    }
    return rest;
}

bool hasWords(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber(); });
}

} // namespace

bool isReaction(const QString &body)
{
    // The verbs of Apple's and Google's phones in English and Spanish, then the text in quotation marks; or a sign and the text.
    static const QRegularExpression reaction(
        u"\\A\\s*(?:Liked|Loved|Disliked|Laughed at|Emphasi[sz]ed|Questioned|Reacted .{1,12} to|Removed an? .{1,20} from|"
        "Le gust\\x{f3}|Le encant\\x{f3}|No le gust\\x{f3}|Le disgust\\x{f3}|Se ri\\x{f3} de|Enfatiz\\x{f3}|Pregunt\\x{f3}(?: por| sobre)?|"
        "Reaccion\\x{f3} con .{1,12} a|[^\\p{L}\\p{N}\\s]{1,8} (?:to|a)) ?[\"\\x{201c}\\x{ab}]"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    return reaction.match(body.left(80)).hasMatch();
}

QString withoutQuotes(const QString &body)
{
    if (isReaction(body))
        return QString();
    QString text = behindOurHint(body);
    if (text.contains(u'>')) {
        QStringList lines = text.split(u'\n');
        lines.removeIf([](const QString &line) { return line.trimmed().startsWith(u'>'); });
        text = lines.join(u'\n');
    }
    static const QRegularExpression quoted(u"\"[^\"\\n]*\"|\\x{201c}[^\\x{201d}\\n]*\\x{201d}|\\x{ab}[^\\x{bb}\\n]*\\x{bb}"_s);
    QString own;
    qsizetype from = 0;
    for (auto found = quoted.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        own += text.mid(from, match.capturedStart() - from);
        from = match.capturedEnd();
        if (match.capturedLength() < shortestQuote)
            own += match.captured();
        else
            own += u' ';
    }
    own += text.mid(from);
    // Somebody who puts all of it into quotation marks has written it all the same.
    return hasWords(own) ? own : text;
}

} // namespace textback
