// SPDX-License-Identifier: MIT
#include "domain/registrationfacts.h"

#include <algorithm>

namespace textback {

using namespace Qt::StringLiterals;

RegistrationFacts registrationFacts(const Settings &settings, const std::vector<Line> &accountLines)
{
    const TextBackRules rules = rulesFrom(settings, accountLines);
    RegistrationFacts facts;
    facts.businessName = rules.businessName;
    facts.trade = settings.business.trade;
    for (const Line &line : rules.lines) {
        facts.numbers += line.number.display(rules.homeRegion);
        const QString sender = line.sender().display(rules.homeRegion);
        if (line.sender() != line.number && !facts.senders.contains(sender))
            facts.senders += sender;
    }
    facts.website = settings.business.website;
    facts.privacyUrl = settings.business.privacyLink;
    facts.termsUrl = settings.business.termsLink;
    facts.templates = rules.templates;
    facts.values.link = rules.bookingLink;
    facts.values.phone = facts.numbers.isEmpty() ? u"[business number]"_s : facts.numbers.first();
    facts.values.open = rules.language == TemplateLanguage::Spanish ? u"lun 8 am"_s : u"Mon 8 AM"_s;
    facts.values.language = rules.language;
    facts.reviewLink = rules.reviewLink;
    facts.coolDownHours = settings.rules.cooldownHours;
    facts.followUps = rules.followUps.count;
    facts.reviewRequests = rules.reviews.ask;
    facts.holdingText = rules.waiting.minutes > 0 && rules.waiting.holdingText;
    const auto isOnCall = [](const StaffMember &member) { return member.onCall.has_value(); };
    const std::vector<StaffMember> &staff = rules.people.staff;
    facts.staffTexts = (rules.onCall.urgentAlerts || rules.onCall.replies) && std::any_of(staff.begin(), staff.end(), isOnCall);
    return facts;
}

} // namespace textback
