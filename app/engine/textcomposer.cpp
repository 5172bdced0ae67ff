// SPDX-License-Identifier: MIT
#include "engine/textcomposer.h"

#include "domain/messagetemplate.h"
#include "domain/templatelint.h"
#include "engine/accountcontext.h"

#include <algorithm>
#include <array>

namespace textback {

namespace {

Result<QString> filledText(const QString &text, const TemplateValues &values, int longest)
{
    // As the settings page shows it: named, with the opt-out hint, in characters that need no second text.
    const auto composed = composeFirstText(text, values);
    if (!composed)
        return composed;
    const QString &whole = *composed;
    QString trouble;
    if (whole.size() > longest)
        trouble = QStringLiteral("the filled text has %1 of %2 characters").arg(whole.size()).arg(longest);
    else if (!forbiddenWords(text).isEmpty())
        trouble = QStringLiteral("the text has words that carriers filter");
    else
        return whole;
    Error error;
    error.kind = ErrorKind::Rejected;
    error.detail = trouble;
    return tl::make_unexpected(error);
}

} // namespace

Result<QString> composeText(const AccountContext &context, SendRule rule, const Line &line)
{
    const TextBackRules &rules = context.rules;
    TemplateValues values;
    values.biz = rules.businessName;
    values.link = rules.bookingLink;
    values.phone = line.number.display(rules.homeRegion);
    if (line.sender() != line.number)
        values.calledNumber = line.number.display(rules.homeRegion);
    const int longest = context.provider.descriptor().maximumTextLength;
    const auto chosen = filledText(rules.templates.text(rule), values, longest);
    return chosen ? chosen : filledText(plainFallback(rule), values, longest);
}

bool isOwnWording(const AccountContext &context, const QString &from, const QString &body)
{
    Line line;
    line.number = PhoneNumber::parse(from, context.rules.homeRegion).value_or(PhoneNumber());
    if (const Line *known = context.rules.lineFor(line.number))
        line = *known;
    static constexpr std::array rules = {SendRule::Open, SendRule::SecondCall};
    return std::any_of(rules.begin(), rules.end(), [&](SendRule rule) { return composeText(context, rule, line) == body; });
}

} // namespace textback
