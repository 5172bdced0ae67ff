// SPDX-License-Identifier: MIT
#include "engine/textcomposer.h"

#include "domain/textcomposition.h"
#include "engine/accountcontext.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>
#include <vector>

namespace textback {

namespace {

Result<QString> composedAt(const AccountContext &context, SendRule rule, const Line &line, const TextRecipient &to, UtcTime at)
{
    return composeAt(context.rules, rule, line, to, at, {context.provider.descriptor().maximumTextLength, context.filtered.contains(rule)});
}

/// The line that texts from this number, or one of which nothing else is known.
Line lineWith(const AccountContext &context, const PhoneNumber &number)
{
    if (const Line *known = context.rules.lineFor(number))
        return *known;
    Line line;
    line.number = number;
    return line;
}

QStringList wordings(const AccountContext &context, std::span<const SendRule> rules, const Line &line, const QStringList &names, UtcTime at)
{
    QStringList words;
    for (const SendRule rule : rules) {
        for (const QString &name : names) {
            // With the hint and without it: whom the other PC told lately how to opt out is not known.
            for (const TextRecipient &to : {TextRecipient{name, std::nullopt}, TextRecipient{name, at}}) {
                const auto text = composedAt(context, rule, line, to, at);
                if (text && !words.contains(*text))
                    words += *text;
            }
        }
    }
    return words;
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
    return wordings(context, rules, line, {QString()}, at);
}

bool isOwnWording(const AccountContext &context, const QString &from, const QString &body, UtcTime at)
{
    const PhoneNumber number = PhoneNumber::parse(from, context.rules.homeRegion).value_or(PhoneNumber());
    return ownWordings(context, lineWith(context, number), at).contains(body);
}

Result<bool> isAutomaticWording(const AccountContext &context, const ForeignText &text)
{
    const auto customer = context.store.conversation(text.conversation);
    if (!customer)
        return tl::make_unexpected(customer.error());
    const QString name = *customer ? (*customer)->contactName : QString();
    std::vector<Line> lines{lineWith(context, text.line)};
    std::copy_if(context.rules.lines.begin(), context.rules.lines.end(), std::back_inserter(lines),
                 [&text](const Line &line) { return line.textFrom == text.line; });
    return std::any_of(lines.begin(), lines.end(), [&](const Line &line) {
        return wordings(context, allSendRules, line, {QString(), name}, text.at).contains(text.body);
    });
}

} // namespace textback
