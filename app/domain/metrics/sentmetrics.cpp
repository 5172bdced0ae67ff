// SPDX-License-Identifier: MIT
#include "domain/metrics/sentmetrics.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <tuple>

namespace textback {

namespace {

bool isDelivered(const SentFact &text)
{
    return text.accepted && text.delivery == DeliveryStatus::Delivered;
}

bool failed(const SentFact &text)
{
    return !text.accepted || text.delivery == DeliveryStatus::Undelivered || text.delivery == DeliveryStatus::Failed;
}

bool countsForOptOuts(const SentFact &text)
{
    return isDelivered(text) && text.purpose != OutboxPurpose::KeywordAnswer;
}

/// The replies by conversation, to look up who answered.
using Replies = QHash<ConversationId, std::vector<UtcTime>>;

Replies byConversation(const std::vector<ReplyFact> &replies)
{
    Replies map;
    for (const ReplyFact &reply : replies)
        map[reply.conversation].push_back(reply.at);
    return map;
}

bool answered(const SentFact &text, const Replies &replies)
{
    const auto times = replies.constFind(text.conversation);
    return times != replies.constEnd() &&
           std::any_of(times->begin(), times->end(), [&text](UtcTime at) { return at >= text.at && at - text.at <= followingSpan; });
}

void countDelivery(SentMetrics &metrics, const SentFact &text)
{
    if (!text.accepted) {
        ++metrics.refused;
        return;
    }
    ++metrics.delivery.whole;
    if (isDelivered(text))
        ++metrics.delivery.part;
    else if (failed(text))
        ++metrics.notDelivered;
    else
        ++metrics.noReceipt;
}

using FailureKey = std::pair<QString, std::optional<SendRule>>;

std::vector<FailureCount> sorted(const std::map<FailureKey, int> &counts)
{
    std::vector<FailureCount> failures;
    failures.reserve(counts.size());
    for (const auto &[key, count] : counts)
        failures.push_back({key.first, QString(), key.second, count});
    std::stable_sort(failures.begin(), failures.end(), [](const FailureCount &a, const FailureCount &b) { return a.count > b.count; });
    return failures;
}

void countOptOuts(SentMetrics &metrics, const SentHistory &history, const MetricsQuery &query)
{
    std::map<std::optional<SendRule>, std::pair<QSet<PhoneNumber>, QSet<PhoneNumber>>> byRule;
    QSet<PhoneNumber> out;
    QSet<PhoneNumber> reached;
    const CallSieve sieve(query);
    for (const SentFact &text : history.texts) {
        if (!query.window.contains(text.at) || !countsForOptOuts(text) || isExcluded(text, sieve))
            continue;
        byRule[text.rule].second.insert(text.to);
        reached.insert(text.to);
    }
    for (const SentFact &text : textsBeforeOptOuts(history, query)) {
        byRule[text.rule].first.insert(text.to);
        out.insert(text.to);
    }
    metrics.optOuts = {out.size(), reached.size()};
    metrics.optOutAlarmed = metrics.optOuts.rate().value_or(0) > optOutAlarm;
    for (const auto &[rule, numbers] : byRule) {
        metrics.byTemplate.push_back({rule, {numbers.first.size(), numbers.second.size()}});
        metrics.optOutAlarmed = metrics.optOutAlarmed || metrics.byTemplate.back().alarm();
    }
}

} // namespace

std::vector<SentFact> textsBeforeOptOuts(const SentHistory &history, const MetricsQuery &query)
{
    const CallSieve sieve(query);
    QHash<PhoneNumber, std::vector<const SentFact *>> textsTo;
    for (const SentFact &text : history.texts) {
        if (countsForOptOuts(text) && !isExcluded(text, sieve))
            textsTo[text.to].push_back(&text);
    }
    std::vector<SentFact> found;
    for (const ConsentFact &change : history.optOuts) {
        const SentFact *last = nullptr;
        for (const SentFact *text : textsTo.value(change.number)) {
            if (text->at <= change.at)
                last = text;
        }
        if (change.optedOut && last && change.at - last->at <= optOutSpan && query.window.contains(last->at))
            found.push_back(*last);
    }
    return found;
}

bool isExcluded(const SentFact &text, const CallSieve &sieve)
{
    const bool toStaff = text.purpose == OutboxPurpose::StaffAlert || text.purpose == OutboxPurpose::StaffAnswer;
    return toStaff || sieve.exclusionOf(text.to);
}

SentMetrics sentMetrics(const SentHistory &history, const MetricsQuery &query)
{
    SentMetrics metrics;
    metrics.window = query.window;
    const Replies replies = byConversation(history.replies);
    std::map<FailureKey, int> failures;
    QHash<PhoneNumber, bool> followedUp; // and whether they answered
    const CallSieve sieve(query);
    for (const SentFact &text : history.texts) {
        if (!query.window.contains(text.at))
            continue;
        metrics.segments += text.accepted ? text.segments : 0;
        if (isExcluded(text, sieve)) {
            ++metrics.excluded;
            continue;
        }
        countDelivery(metrics, text);
        if (failed(text))
            ++failures[{text.errorCode, text.rule}];
        if (text.accepted && text.purpose == OutboxPurpose::FollowUp1) {
            bool &wrote = followedUp[text.to];
            wrote = wrote || answered(text, replies);
        }
    }
    metrics.followUpLift = {std::count(followedUp.begin(), followedUp.end(), true), followedUp.size()};
    metrics.failures = sorted(failures);
    countOptOuts(metrics, history, query);
    return metrics;
}

} // namespace textback
