// SPDX-License-Identifier: MIT
#include "domain/metrics/metricslist.h"

#include "domain/hours/localtime.h"
#include "domain/metrics/countedcalls.h"
#include "domain/metrics/missedcallers.h"

#include <algorithm>
#include <tuple>

namespace textback {

namespace {

constexpr Millis promptly = std::chrono::seconds(30);

auto placeOf(const MetricsItem &item)
{
    return std::tuple(item.at, item.call, item.message, item.conversation);
}

std::vector<MetricsItem> newestFirst(std::vector<MetricsItem> items)
{
    std::sort(items.begin(), items.end(), [](const MetricsItem &a, const MetricsItem &b) { return placeOf(a) > placeOf(b); });
    return items;
}

bool isInCell(const CallFact &call, const MetricsFilter &filter, const MetricsQuery &query)
{
    if (!filter.weekday && !filter.hour)
        return true;
    const WallTime wall = wallTimeAt(call.at, query.zone);
    return (!filter.weekday || wall.date.dayOfWeek() - 1 == *filter.weekday) && (!filter.hour || wall.minute / 60 == *filter.hour);
}

bool isListed(MetricsList list, const CallFact &call, const MetricsQuery &query)
{
    const auto missedWhile = [&](OpenState state) { return call.missed && query.hours.stateAt(call.at, query.zone) == state; };
    const bool texted = call.text && call.text->wasAccepted();
    switch (list) {
    case MetricsList::MissedCalls:
        return call.missed;
    case MetricsList::MissedInHours:
        return missedWhile(OpenState::Open);
    case MetricsList::MissedAfterHours:
        return missedWhile(OpenState::Closed);
    case MetricsList::MissedOnHoliday:
        return missedWhile(OpenState::Holiday);
    case MetricsList::MissedBusy:
        return call.missed && call.disposition == Disposition::Busy;
    case MetricsList::MissedAbandoned:
        return call.missed && call.disposition == Disposition::Abandoned;
    case MetricsList::HungUpEarly:
        return !call.missed && call.notMissedBecause == DecisionReason::HungUpEarly;
    case MetricsList::SlowTexts:
        return texted && !call.text->held && call.text->afterCallEnd && *call.text->afterCallEnd > promptly;
    case MetricsList::HeldTexts:
        return texted && call.text->held;
    default:
        return false;
    }
}

bool isListed(MetricsList list, const MissedCaller &caller, const MetricsFilter &filter)
{
    switch (list) {
    case MetricsList::Callers:
        return true;
    case MetricsList::Undecided:
        return caller.undecided;
    case MetricsList::Eligible:
        return caller.eligible();
    case MetricsList::Suppressed:
        return caller.suppressed && (!filter.reason || caller.suppressed == filter.reason);
    case MetricsList::NotTexted:
        return caller.eligible() && !caller.texted && (!filter.reason || caller.notTexted == filter.reason);
    case MetricsList::Texted:
        return caller.eligible() && caller.texted;
    case MetricsList::Delivered:
        return caller.texted && caller.delivery == DeliveryStatus::Delivered;
    case MetricsList::Replied:
        return caller.replied;
    case MetricsList::Recovered:
        return caller.eligible() && caller.recovered();
    case MetricsList::NotRecovered:
        return caller.eligible() && !caller.recovered();
    case MetricsList::Booked:
        return caller.booked;
    case MetricsList::CalledBack:
        return caller.eligible() && caller.calledBackAt && *caller.calledBackAt - caller.missed <= std::chrono::minutes(15);
    case MetricsList::CalledAgain:
        return caller.calledAgain;
    case MetricsList::HeldOut:
        return caller.heldOut();
    default:
        return false;
    }
}

bool isListed(MetricsList list, const SentFact &text, const MetricsFilter &filter)
{
    const bool failed = !text.accepted || text.delivery == DeliveryStatus::Undelivered || text.delivery == DeliveryStatus::Failed;
    if (list == MetricsList::NotDelivered)
        return failed && (!filter.errorCode || text.errorCode == *filter.errorCode);
    if (list == MetricsList::NoReceipt)
        return !failed && text.delivery != DeliveryStatus::Delivered;
    return list == MetricsList::FollowedUp && text.accepted && text.purpose == OutboxPurpose::FollowUp1;
}

} // namespace

MetricsSource sourceOf(MetricsList list)
{
    if (list < MetricsList::Callers)
        return MetricsSource::Calls;
    if (list < MetricsList::NoReceipt)
        return MetricsSource::Callers;
    return list < MetricsList::Responded ? MetricsSource::Texts : MetricsSource::Exchange;
}

std::vector<MetricsItem> callItems(MetricsList list, const MetricsFilter &filter, const CallHistory &history, const MetricsQuery &query)
{
    const CallSieve sieve(query);
    std::vector<MetricsItem> items;
    for (const CallFact &call : history.calls) {
        if (!call.inbound || !query.window.contains(call.at) || !isInCell(call, filter, query))
            continue;
        const auto exclusion = sieve.exclusionOf(call);
        const bool listed = list == MetricsList::Excluded ? exclusion && (!filter.exclusion || exclusion == filter.exclusion)
                                                          : !exclusion && isListed(list, call, query);
        if (listed)
            items.push_back({call.id, call.conversation, {}, call.at});
    }
    return newestFirst(std::move(items));
}

std::vector<MetricsItem> callerItems(MetricsList list, const MetricsFilter &filter, const CallHistory &history, const MetricsQuery &query)
{
    std::vector<MetricsItem> items;
    for (const MissedCaller &caller : missedCallers(history, query)) {
        if (isListed(list, caller, filter))
            items.push_back({caller.call, caller.conversation, {}, caller.at});
    }
    return newestFirst(std::move(items));
}

std::vector<MetricsItem> textItems(MetricsList list, const MetricsFilter &filter, const SentHistory &history, const MetricsQuery &query)
{
    std::vector<MetricsItem> items;
    const auto add = [&items](const SentFact &text) { items.push_back({text.call, text.conversation, text.message, text.at}); };
    if (list == MetricsList::OptedOut) {
        for (const SentFact &text : textsBeforeOptOuts(history, query))
            add(text);
        return newestFirst(std::move(items));
    }
    const CallSieve sieve(query); // the lists show what their figures count
    for (const SentFact &text : history.texts) {
        if (!query.window.contains(text.at) || isExcluded(text, sieve))
            continue;
        if (isListed(list, text, filter))
            add(text);
    }
    return newestFirst(std::move(items));
}

std::vector<MetricsItem> exchangeItems(MetricsList list, const std::vector<ExchangeFact> &exchange, const MetricsQuery &query)
{
    std::vector<MetricsItem> items;
    for (const Wait &wait : waitsOf(exchange, query)) {
        if (wait.until.has_value() == (list == MetricsList::Responded))
            items.push_back({{}, wait.conversation, {}, wait.since});
    }
    return newestFirst(std::move(items));
}

std::vector<MetricsItem> pageOf(const std::vector<MetricsItem> &items, const std::optional<MetricsItem> &after, int limit)
{
    const auto first =
        after ? std::find_if(items.begin(), items.end(), [&](const MetricsItem &item) { return placeOf(item) < placeOf(*after); })
              : items.begin();
    return {first, first + std::min<std::ptrdiff_t>(std::max(limit, 0), items.end() - first)};
}

} // namespace textback
