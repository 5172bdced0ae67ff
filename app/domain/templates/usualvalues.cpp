// SPDX-License-Identifier: MIT
#include "domain/templates/usualvalues.h"

#include <algorithm>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype usualName = 25;

} // namespace

bool isBlank(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.isSpace() || c.category() == QChar::Other_Format; });
}

TemplateValues usualValues(const Settings &settings, SendRule rule)
{
    const BusinessSettings &business = settings.business;
    TemplateValues values;
    values.biz = isBlank(business.name) ? QString(usualName, u'x') : business.name;
    values.link = rule == SendRule::Review ? business.reviewLink : business.bookingLink;
    values.phone = u"(313) 555-0100"_s;
    values.language = settings.rules.language;
    return values;
}

} // namespace textback
