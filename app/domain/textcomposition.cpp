// SPDX-License-Identifier: MIT
#include "domain/textcomposition.h"

#include "domain/hours/openingphrase.h"
#include "domain/messagetemplate.h"
#include "domain/templatelint.h"

namespace textback {

namespace {

Result<QString> filledText(SendRule rule, const QString &text, const TemplateValues &values, const std::optional<UtcTime> &lastHint,
                           UtcTime now, int longest)
{
    // As the settings page shows it: named, with the opt-out hint, in characters that need no second text.
    const auto composed = composeAutomaticText(rule, text, values, lastHint, now);
    if (!composed)
        return composed;
    const QString &whole = *composed;
    QString trouble;
    if (whole.size() > longest)
        trouble = QStringLiteral("the filled text has %1 of %2 characters").arg(whole.size()).arg(longest);
    else if (!forbiddenWords(text, rule).isEmpty())
        trouble = QStringLiteral("the text has words that carriers filter");
    else
        return whole;
    Error error;
    error.kind = ErrorKind::Rejected;
    error.detail = trouble;
    return tl::make_unexpected(error);
}

/// {open} and the hint in Spanish where the text is Spanish; a text for both languages keeps what everybody reads.
QString phraseLanguage(TemplateLanguage language)
{
    return toString(language == TemplateLanguage::Spanish ? TemplateLanguage::Spanish : TemplateLanguage::English);
}

} // namespace

Result<QString> composeAt(const TextBackRules &rules, SendRule rule, const Line &line, const TextRecipient &to, UtcTime at,
                          const WordLimits &limits)
{
    TemplateValues values;
    values.biz = rules.businessName;
    values.link = rule == SendRule::Review ? rules.reviewLink : rules.bookingLink;
    values.phone = line.number.display(rules.homeRegion);
    if (line.sender() != line.number)
        values.calledNumber = line.number.display(rules.homeRegion);
    values.open = openingPhrase(rules.hours.nextOpening(at, rules.timeZone), at, rules.timeZone, phraseLanguage(rules.language));
    values.name = to.name;
    values.language = rules.language;
    const auto filled = [&](const QString &text) { return filledText(rule, text, values, to.lastHint, at, limits.longest); };
    const QString chosen = rules.templatesFor(line.number).text(rule);
    const QString plain = plainFallback(rule, rules.language);
    const auto first = filled(limits.plain ? plain : chosen);
    return first ? first : filled(limits.plain ? chosen : plain);
}

} // namespace textback
