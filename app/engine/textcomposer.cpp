// SPDX-License-Identifier: MIT
#include "engine/textcomposer.h"

#include "domain/textcomposition.h"
#include "engine/accountcontext.h"

#include <array>

namespace textback {

namespace {

Result<QString> composedAt(const AccountContext &context, SendRule rule, const Line &line, const TextRecipient &to, UtcTime at)
{
    return composeAt(context.rules, rule, line, to, at, {context.provider.descriptor().maximumTextLength, context.filtered.contains(rule)});
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
