// SPDX-License-Identifier: MIT
#pragma once

#include "domain/devicerole.h"
#include "domain/messagetemplate.h"
#include "domain/settings.h"

namespace textback {

/// The keys of the settings file, described once for everybody who goes over them: SettingsReader, SettingsWriter and the check of ranges.
///
/// A visitor `v` has, each with the key as the file spells it:
///   section(key, fill)                 an object; fill(v) visits what is in it
///   list(key, vector, fill)            a list of objects, replaced whole; fill(v, entry)
///   text(key, QString) · flag(key, bool)
///   number(key, PhoneNumber)
///   whole(key, int, least, most)       a whole number in a range
///   choice(key, value, fromText, words)  one of an enumeration's spellings; `words` says which
///   numbers(key, vector)               telephone numbers, replaced whole
///   trapKeys(key, QStringList)         findings of the trap finder, replaced whole
///   dollars(key, MicroDollars)         an amount of money, 0 or more, with up to six decimals
///   week(weekly)                       "mon" to "sun", each a list of ["08:00", "12:00"]; replaced whole where any is there
///   plan(key, weekly)                  an object of such days: nothing where it is not there, never always
///   moment(key, optional<UtcTime>)     "2026-11-23T15:00:00Z"; an empty text: nothing
///   date(key, Holiday)                 "2026-12-25", or "12-25" for every year
///   texts(key, map, names)             texts by name; an empty one takes the entry away
///   provider(key, account) · fields(account)  the provider and the keys that it brings
template <typename Visitor, typename Values>
void visitBusiness(Visitor &v, Values &business)
{
    v.text("name", business.name);
    v.text("timeZone", business.timeZone);
    v.text("country", business.country);
    v.text("trade", business.trade);
    v.text("bookingLink", business.bookingLink);
    v.text("reviewLink", business.reviewLink);
    v.text("website", business.website);
    v.text("privacyLink", business.privacyLink);
    v.text("termsLink", business.termsLink);
}

template <typename Visitor, typename Values>
void visitAccount(Visitor &v, Values &account)
{
    v.provider("provider", account);
    v.text("apiBaseUrl", account.apiBaseUrl);
    v.whole("pollSeconds", account.pollSeconds, 1, 60);
    v.flag("lookUpLineType", account.lookUpLineType);
    v.fields(account);
}

template <typename Visitor, typename Values>
void visitLine(Visitor &v, Values &line)
{
    v.number("number", line.number);
    v.text("label", line.label);
    v.text("city", line.city);
    v.flag("overflow", line.overflow);
    v.whole("minRings", line.minRings, 1, 10);
    v.number("textFrom", line.textFrom);
    v.whole("voicemailAfterSeconds", line.voicemailAfter, 0, 60);
    v.text("trade", line.trade);
    v.texts("templates", line.templates, RuleSettings::templateNames());
}

template <typename Visitor, typename Values>
void visitRules(Visitor &v, Values &rules)
{
    v.choice("mode", rules.mode, modeFromString, "\"on\", \"watch\" or \"off\"");
    v.whole("maxAgeMinutes", rules.maxAgeMinutes, 1, 60);
    v.whole("cooldownHours", rules.cooldownHours, 1, 720);
    v.whole("sendDelaySeconds", rules.sendDelaySeconds, 0, 120);
    v.whole("humanSilenceMinutes", rules.humanSilenceMinutes, 0, 1440);
    v.choice("language", rules.language, templateLanguageFromString, "\"en\", \"es\" or \"both\"");
    v.choice("replyHours", rules.replyHours, replyHoursChoiceFromString,
             "\"by-trade\", \"around-the-clock\", \"not-at-night\" or \"while-open\"");
    v.flag("storm", rules.storm);
    v.flag("textKnownContacts", rules.textKnownContacts);
    v.flag("textVips", rules.textVips);
    v.flag("textForeign", rules.textForeign);
    v.flag("robotCallsAreMissed", rules.robotCallsAreMissed);
    v.whole("shortestTalkSeconds", rules.shortestTalkSeconds, 0, 60);
    v.moment("pausedUntil", rules.pausedUntil);
    v.trapKeys("settledTraps", rules.settledTraps);
    v.whole("holdOutPercent", rules.holdOutPercent, 0, 50);
    v.texts("templates", rules.templates, RuleSettings::templateNames());
}

template <typename Visitor, typename Values>
void visitHours(Visitor &v, Values &hours)
{
    v.week(hours.weekly);
    v.list("holidays", hours.holidays, [](Visitor &in, auto &holiday) {
        in.date("date", holiday);
        in.text("name", holiday.name);
    });
    v.flag("usFederalHolidays", hours.usFederalHolidays);
}

template <typename Visitor, typename Values>
void visitPeople(Visitor &v, Values &people)
{
    v.list("staff", people.staff, [](Visitor &in, auto &member) {
        in.text("name", member.name);
        in.number("number", member.number);
        in.plan("onCall", member.onCall);
    });
    v.numbers("blocked", people.blocked);
    v.numbers("neverText", people.neverText);
    v.numbers("vip", people.vip);
}

template <typename Visitor, typename Values>
void visitLimits(Visitor &v, Values &limits)
{
    v.whole("monthlyTexts", limits.monthlyTexts, 1, 10000000);
    v.flag("stopWhenUsedUp", limits.stopWhenUsedUp);
    v.whole("textsPerDay", limits.textsPerDay, 0, 1000000);
    v.dollars("pricePerSegment", limits.pricePerSegment);
    v.dollars("costPerDay", limits.costPerDay);
    v.choice("carrier", limits.carrier, carrierTierFromString, "\"standard\", \"low-volume\" or \"sole-proprietor\"");
}

template <typename Visitor, typename Values>
void visitFollowUps(Visitor &v, Values &followUps)
{
    v.whole("count", followUps.count, 0, 2);
    v.whole("firstAfterMinutes", followUps.firstAfterMinutes, 5, 1440);
    v.whole("secondAfterHours", followUps.secondAfterHours, 1, 168);
}

template <typename Visitor, typename Values>
void visitReviews(Visitor &v, Values &reviews)
{
    v.flag("ask", reviews.ask);
    v.whole("afterHours", reviews.afterHours, 0, 168);
}

template <typename Visitor, typename Values>
void visitWaiting(Visitor &v, Values &waiting)
{
    v.whole("minutes", waiting.minutes, 0, 240);
    v.flag("holdingText", waiting.holdingText);
    v.whole("climbMinutes", waiting.climbMinutes, 1, 60);
}

template <typename Visitor, typename Values>
void visitOnCall(Visitor &v, Values &onCall)
{
    v.flag("urgentAlerts", onCall.urgentAlerts);
    v.flag("replies", onCall.replies);
    v.whole("minutesBetween", onCall.minutesBetween, 0, 60);
}

template <typename Visitor, typename Values>
void visitThisPc(Visitor &v, Values &pc)
{
    v.choice("role", pc.role, deviceRoleFromString, "\"sender\" or \"viewer\"");
    v.text("name", pc.name);
}

template <typename Visitor, typename Values>
void visitInbox(Visitor &v, Values &inbox)
{
    v.choice("enter", inbox.enter, enterKeyFromString, "\"sends\" or \"new-line\"");
    v.list("replies", inbox.replies, [](Visitor &in, auto &reply) {
        in.text("name", reply.name);
        in.text("text", reply.text);
    });
    v.list("tags", inbox.tags, [](Visitor &in, auto &tag) {
        in.text("name", tag.name);
        in.choice("color", tag.color, tagColorFromString, "\"blue\", \"green\", \"amber\", \"red\" or \"grey\"");
    });
}

template <typename Visitor, typename Values>
void visitNotifications(Visitor &v, Values &notifications)
{
    v.choice("show", notifications.show, notificationAmountFromString, "\"all\", \"when-needed\" or \"none\"");
    v.choice("privacy", notifications.privacy, notificationPrivacyFromString, "\"name-and-text\", \"name\" or \"nothing\"");
    v.whole("repeatMinutes", notifications.repeatMinutes, 0, 60);
}

template <typename Visitor, typename Values>
void visitWindow(Visitor &v, Values &window)
{
    v.choice("colors", window.colors, colorModeFromString, "\"system\", \"light\" or \"dark\"");
    v.whole("textPercent", window.textPercent, WindowSettings::leastTextPercent, WindowSettings::mostTextPercent);
    v.flag("closeToTray", window.closeToTray);
}

/// The whole document.
template <typename Visitor, typename Values>
void visitSettings(Visitor &v, Values &settings)
{
    v.section("business", [&](Visitor &in) { visitBusiness(in, settings.business); });
    v.section("account", [&](Visitor &in) { visitAccount(in, settings.account); });
    v.list("lines", settings.lines, [](Visitor &in, auto &line) { visitLine(in, line); });
    v.section("rules", [&](Visitor &in) { visitRules(in, settings.rules); });
    v.section("hours", [&](Visitor &in) { visitHours(in, settings.hours); });
    v.section("people", [&](Visitor &in) { visitPeople(in, settings.people); });
    v.section("limits", [&](Visitor &in) { visitLimits(in, settings.limits); });
    v.section("followUps", [&](Visitor &in) { visitFollowUps(in, settings.followUps); });
    v.section("reviews", [&](Visitor &in) { visitReviews(in, settings.reviews); });
    v.section("waitingCustomers", [&](Visitor &in) { visitWaiting(in, settings.waiting); });
    v.section("onCall", [&](Visitor &in) { visitOnCall(in, settings.onCall); });
    v.section("thisPc", [&](Visitor &in) { visitThisPc(in, settings.thisPc); });
    v.section("inbox", [&](Visitor &in) { visitInbox(in, settings.inbox); });
    v.section("notifications", [&](Visitor &in) { visitNotifications(in, settings.notifications); });
    v.section("window", [&](Visitor &in) { visitWindow(in, settings.window); });
}

} // namespace textback
