// SPDX-License-Identifier: MIT
#include "engine/textcomposer.h"

#include "domain/hours/openingphrase.h"
#include "domain/messagetemplate.h"
#include "domain/templatelint.h"
#include "engine/accountcontext.h"

#include <array>

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

Result<QString> composedAt(const AccountContext &context, SendRule rule, const Line &line, const TextRecipient &to, UtcTime at)
{
    const TextBackRules &rules = context.rules;
    TemplateValues values;
    values.biz = rules.businessName;
    values.link = rule == SendRule::Review ? rules.reviewLink : rules.bookingLink;
    values.phone = line.number.display(rules.homeRegion);
    if (line.sender() != line.number)
        values.calledNumber = line.number.display(rules.homeRegion);
    values.open = openingPhrase(rules.hours.nextOpening(at, rules.timeZone), at, rules.timeZone, phraseLanguage(rules.language));
    values.name = to.name;
    values.language = rules.language;
    const int longest = context.provider.descriptor().maximumTextLength;
    if (context.filtered.contains(rule)) {
        const auto plain = filledText(rule, plainFallback(rule, rules.language), values, to.lastHint, at, longest);
        if (plain)
            return plain;
    }
    const auto chosen = filledText(rule, rules.templatesFor(line.number).text(rule), values, to.lastHint, at, longest);
    return chosen ? chosen : filledText(rule, plainFallback(rule, rules.language), values, to.lastHint, at, longest);
}

} // namespace

Result<QString> composeText(const AccountContext &context, SendRule rule, const Line &line, const TextRecipient &to)
{
    return composedAt(context, rule, line, to, context.time.now());
}

QStringList ownWordings(const AccountContext &context, const Line &line, UtcTime at)
{
    static constexpr std::array rules = {SendRule::Open,  SendRule::Closed, SendRule::Holiday,
                                         SendRule::Storm, SendRule::Vip,    SendRule::SecondCall};
    QStringList words;
    for (const SendRule rule : rules) {
        // With the hint and without it: whom the other PC told lately how to opt out is not known.
        for (const TextRecipient &to : {TextRecipient(), TextRecipient{QString(), at}}) {
            const auto text = composedAt(context, rule, line, to, at);
            if (text && !words.contains(*text))
                words += *text;
        }
    }
    return words;
}

bool isOwnWording(const AccountContext &context, const QString &from, const QString &body, UtcTime at)
{
    Line line;
    line.number = PhoneNumber::parse(from, context.rules.homeRegion).value_or(PhoneNumber());
    if (const Line *known = context.rules.lineFor(line.number))
        line = *known;
    return ownWordings(context, line, at).contains(body);
}

} // namespace textback
