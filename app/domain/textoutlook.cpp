// SPDX-License-Identifier: MIT
#include "domain/textoutlook.h"

#include <algorithm>
#include <vector>

namespace textback {

namespace {

constexpr Millis oneDay = std::chrono::hours(24);
constexpr Millis oneHour = std::chrono::hours(1);
constexpr int longestMonth = 31;

/// What has been sent, as it counts at a later moment at which nothing more was sent.
Usage usageAt(const OutlookInput &input, UtcTime moment, const QTimeZone &zone)
{
    Usage usage = input.usage;
    const UsageSpans now = UsageSpans::at(input.now, zone);
    const UsageSpans then = UsageSpans::at(moment, zone);
    if (then.dayBegan != now.dayBegan) {
        usage.automaticToday = 0;
        usage.segmentsToday = 0;
    }
    if (then.monthBegan != now.monthBegan)
        usage.segmentsThisMonth = 0;
    if (moment - input.now >= oneHour)
        usage.automaticToNumberInHour = 0;
    return usage;
}

Decision decideAt(const OutlookInput &input, const TextBackRules &rules, UtcTime moment)
{
    Line line;
    line.number = input.line;
    if (const Line *called = rules.lineFor(input.line))
        line = *called;
    else if (!rules.lines.empty())
        line = rules.lines.front();
    PolicyInput call;
    call.verdict.missed = true;
    call.verdict.endedAt = moment;
    call.caller = input.caller;
    call.line = &line;
    call.history = input.history;
    call.usage = usageAt(input, moment, rules.timeZone);
    call.watchingSince = moment;
    call.now = moment;
    call.viewer = input.viewer;
    return decideTextBack(call, rules);
}

/// Also where they only would be, in watch mode.
bool isTexted(const Decision &decision)
{
    const bool would = decision.verdict != Verdict::Skip || decision.reason == DecisionReason::ModeWatch;
    return would && decision.rule != SendRule::SecondCall;
}

/// When something ends that may hinder a text, in the order of time.
std::vector<UtcTime> endings(const OutlookInput &input, const TextBackRules &rules)
{
    std::vector<UtcTime> moments;
    const auto add = [&](std::optional<UtcTime> since, Millis span) {
        if (since && *since + span > input.now)
            moments.push_back(*since + span);
    };
    add(input.history.lastTextBack, rules.coolDown);
    add(input.history.lastSecondCallText, rules.coolDown);
    add(input.history.foreign.lastTextBack, rules.coolDown);
    add(input.history.lastStaffMessage, rules.humanSilence);
    add(input.now, oneHour); // the limit on one number
    if (rules.pausedUntil != untilResumed)
        add(rules.pausedUntil, Millis(0));
    // The next day and the next month of the business; a day has 23 to 25 hours.
    for (int days = 1; days <= 2; ++days)
        add(UsageSpans::at(input.now + days * oneDay, rules.timeZone).dayBegan, Millis(0));
    for (int days = 1; days <= longestMonth; ++days) {
        const UtcTime month = UsageSpans::at(input.now + days * oneDay, rules.timeZone).monthBegan;
        if (month <= input.now)
            continue;
        moments.push_back(month);
        break;
    }
    std::sort(moments.begin(), moments.end());
    return moments;
}

} // namespace

TextOutlook textOutlook(const OutlookInput &input, const TextBackRules &rules)
{
    TextOutlook outlook;
    outlook.now = decideAt(input, rules, input.now);
    if (isTexted(outlook.now))
        return outlook;
    for (const UtcTime moment : endings(input, rules)) {
        if (!isTexted(decideAt(input, rules, moment)))
            continue;
        outlook.next = moment;
        break;
    }
    return outlook;
}

} // namespace textback
