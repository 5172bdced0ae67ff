// SPDX-License-Identifier: MIT
#include "domain/settings.h"

#include "domain/loopback.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace textback {

QStringList RuleSettings::templateNames()
{
    return {toString(SendRule::Open)};
}

TextBackRules rulesFrom(const Settings &settings, const std::vector<Line> &accountLines)
{
    const RuleSettings &chosen = settings.rules;
    TextBackRules rules;
    rules.mode = chosen.mode;
    rules.maxAge = std::chrono::minutes(chosen.maxAgeMinutes);
    rules.coolDown = std::chrono::hours(chosen.cooldownHours);
    rules.sendDelay = std::chrono::seconds(chosen.sendDelaySeconds);
    rules.humanSilence = std::chrono::minutes(chosen.humanSilenceMinutes);
    rules.businessName = settings.business.name;
    rules.bookingLink = settings.business.bookingLink;
    rules.homeRegion = settings.business.country;
    rules.templates = TemplateSet::forTrade(settings.business.trade, TemplateLanguage::English, !settings.business.bookingLink.isEmpty());
    if (const QString own = chosen.templates.value(u"open"_s); !own.isEmpty())
        rules.templates.setText(SendRule::Open, own);
    rules.people = settings.people;
    rules.textKnownContacts = chosen.textKnownContacts;
    rules.textVips = chosen.textVips;
    rules.textForeign = chosen.textForeign;
    rules.storm = chosen.storm;
    rules.holdOutPercent = chosen.holdOutPercent;
    rules.limits = settings.limits;
    rules.lines = settings.lines.empty() ? accountLines : settings.lines;
    rules.allowFictionalNumbers = isLoopback(QUrl(settings.account.apiBaseUrl));
    return rules;
}

} // namespace textback
