// SPDX-License-Identifier: MIT
#include "domain/settings.h"

#include "domain/enumnames.h"
#include "domain/loopback.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace textback {

namespace {

constexpr EnumName<ReplyHoursChoice> replyHoursNames[] = {
    {ReplyHoursChoice::ByTrade, QLatin1StringView("by-trade")},
    {ReplyHoursChoice::AroundTheClock, QLatin1StringView("around-the-clock")},
    {ReplyHoursChoice::NotAtNight, QLatin1StringView("not-at-night")},
    {ReplyHoursChoice::WhileOpen, QLatin1StringView("while-open")},
};

ReplyHours replyHoursOf(ReplyHoursChoice choice, const QString &trade)
{
    switch (choice) {
    case ReplyHoursChoice::ByTrade:
        break;
    case ReplyHoursChoice::AroundTheClock:
        return ReplyHours::AroundTheClock;
    case ReplyHoursChoice::NotAtNight:
        return ReplyHours::NotAtNight;
    case ReplyHoursChoice::WhileOpen:
        return ReplyHours::WhileOpen;
    }
    return defaultReplyHours(trade);
}

TemplateSet builtIn(const Settings &settings, const QString &trade)
{
    return TemplateSet::forTrade(trade, settings.rules.language, !settings.business.bookingLink.isEmpty());
}

TemplateSet withOwn(TemplateSet set, const QMap<QString, QString> &own)
{
    for (const SendRule rule : allSendRules) {
        if (const QString text = own.value(toString(rule)); !text.isEmpty())
            set.setText(rule, text);
    }
    return set;
}

} // namespace

QString toString(ReplyHoursChoice choice)
{
    return enumToString(replyHoursNames, choice);
}

std::optional<ReplyHoursChoice> replyHoursChoiceFromString(const QString &text)
{
    return enumFromString(replyHoursNames, text);
}

QStringList RuleSettings::templateNames()
{
    QStringList names;
    for (const SendRule rule : allSendRules)
        names += toString(rule);
    return names;
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
    const QTimeZone chosenZone(settings.business.timeZone.toUtf8());
    rules.timeZone = chosenZone.isValid() ? chosenZone : QTimeZone::systemTimeZone();
    rules.homeRegion = settings.business.country;
    rules.language = chosen.language;
    rules.templates = withOwn(builtIn(settings, settings.business.trade), chosen.templates);
    for (const Line &line : settings.lines) {
        if (!line.trade.isEmpty())
            rules.lineTemplates.emplace(line.number, withOwn(builtIn(settings, line.trade), line.templates));
        else if (!line.templates.isEmpty())
            rules.lineTemplates.emplace(line.number, withOwn(rules.templates, line.templates));
    }
    rules.hours = settings.hours;
    rules.replyHours = replyHoursOf(chosen.replyHours, settings.business.trade);
    rules.people = settings.people;
    rules.textKnownContacts = chosen.textKnownContacts;
    rules.textVips = chosen.textVips;
    rules.textForeign = chosen.textForeign;
    rules.storm = chosen.storm;
    rules.holdOutPercent = chosen.holdOutPercent;
    rules.pausedUntil = chosen.pausedUntil;
    rules.detector.robotCallsAreMissed = chosen.robotCallsAreMissed;
    rules.detector.shortestTalk = std::chrono::seconds(chosen.shortestTalkSeconds);
    rules.limits = settings.limits;
    rules.followUps = settings.followUps;
    rules.reviews = settings.reviews;
    rules.reviewLink = settings.business.reviewLink;
    rules.waiting = settings.waiting;
    rules.onCall = settings.onCall;
    rules.lines = settings.lines.empty() ? accountLines : settings.lines;
    rules.allowFictionalNumbers = isLoopback(QUrl(settings.account.apiBaseUrl));
    return rules;
}

} // namespace textback
