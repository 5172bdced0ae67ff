// SPDX-License-Identifier: MIT
#include "engine/textcomposer.h"

#include "domain/messagetemplate.h"
#include "engine/accountcontext.h"

namespace textback {

Result<QString> composeText(const AccountContext &context, SendRule rule, const Line &line)
{
    const TextBackRules &rules = context.rules;
    TemplateValues values;
    values.biz = rules.businessName;
    values.link = rules.bookingLink;
    values.phone = line.number.display(rules.homeRegion);
    if (line.sender() != line.number)
        values.calledNumber = line.number.display(rules.homeRegion);
    const auto filled = fillTemplate(rules.templates.text(rule), values);
    if (!filled)
        return filled;
    const QString text = withOptOutHint(*filled);
    const int longest = context.provider.descriptor().maximumTextLength;
    if (text.size() > longest) {
        Error error;
        error.kind = ErrorKind::Rejected;
        error.detail = QStringLiteral("the filled text has %1 of %2 characters").arg(text.size()).arg(longest);
        return tl::make_unexpected(error);
    }
    return text;
}

} // namespace textback
