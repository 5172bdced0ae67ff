// SPDX-License-Identifier: MIT
#include "domain/templatelint.h"

#include "domain/smssegments.h"

#include <QRegularExpression>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr int lettersOfAShout = 20;

/// Whole words only: "Middlesex" is a county. What trades themselves use ("wine cooler", "heat gun", "weed control") is not in it.
const QRegularExpression &refusedByCarriers()
{
    static const QRegularExpression words(
        u"\\b(?:sex|sexy|sexual|porn|porno|xxx|nude|nudes|escorts|whiskey|vodka|liquor|firearms?|guns|ammo|ammunition|rifles?|pistols?|"
        "handguns?|cannabis|marijuana|cbd|thc|kush|vape|vapes|vaping|tobacco|cigarettes?|cigars?|kkk|nazi|nazis)\\b"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return words;
}

const QRegularExpression &shorteners()
{
    static const QRegularExpression hosts(
        u"(?<![\\w.-])(?:www\\.)?(?:bit\\.ly|bitly\\.com|tinyurl\\.com|goo\\.gl|t\\.co|t\\.ly|ow\\.ly|is\\.gd|v\\.gd|buff\\.ly|rebrand\\."
        u"ly|"
        "cutt\\.ly|rb\\.gy|shorturl\\.at|tiny\\.cc|bl\\.ink|lnkd\\.in|soo\\.gd|s\\.id|short\\.io)(?![\\w-]|\\.\\w)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return hosts;
}

/// "Reply CANCEL to move your visit": the provider takes such a word as an opt-out, and the caller is never heard again.
const QRegularExpression &commands()
{
    static const QRegularExpression words(u"\\b(?:reply|text|send|answer|type|write)\\W+(?:with\\W+)?"
                                          "(?:(?:cancel|end|quit|unsubscribe|stopall|revoke|optout|info)\\b|"
                                          "stop\\b(?!\\W*$|\\W*[.!\\n]|\\W+(?:to|and we)\\W+(?:opt|end|cancel|unsubscribe|quit|stop))|"
                                          "help\\b(?!\\W*$|\\W*[.,!\\n]|\\W+for\\W+(?:help|info)))"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return words;
}

bool shouts(const QString &text)
{
    static const QRegularExpression placeholder(u"\\{[^}]*\\}|\\bSTOP\\b"_s);
    int letters = 0;
    int capitals = 0;
    const QString own = QString(text).remove(placeholder);
    for (const QChar c : own) {
        letters += c.isLetter() ? 1 : 0;
        capitals += c.isUpper() ? 1 : 0;
    }
    return letters >= lettersOfAShout && capitals * 5 >= letters * 4;
}

} // namespace

QString forbiddenWords(const QString &text)
{
    for (const QRegularExpression *pattern : {&refusedByCarriers(), &shorteners(), &commands()}) {
        if (const QRegularExpressionMatch match = pattern->match(text); match.hasMatch())
            return match.captured().simplified();
    }
    return shouts(text) ? u"ALL CAPS"_s : QString();
}

QString templateProblem(const QString &text, const TemplateValues &values)
{
    if (const QString problem = templateProblem(text); !problem.isEmpty())
        return problem;
    if (!forbiddenWords(text).isEmpty())
        return u"forbidden-words"_s;
    const Result<QString> filled = fillTemplate(text, values);
    if (!filled)
        return filled.error().detail.startsWith("no value"_L1) ? u"no-value"_s : u"too-long"_s;
    return countSegments(smartEncoded(withOptOutHint(*filled))).segments > mostTexts ? u"too-many-texts"_s : QString();
}

QString plainFallback(SendRule rule)
{
    return TemplateSet::forTrade(u"general"_s, false).text(rule);
}

} // namespace textback
