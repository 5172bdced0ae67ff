// SPDX-License-Identifier: MIT
#include "engine/sentmatch.h"

#include "domain/smssegments.h"
#include "engine/accountcontext.h"

#include <algorithm>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr Millis clockSkew = std::chrono::seconds(60);
constexpr Millis processingTime = std::chrono::seconds(120);

QString normalised(const QString &body)
{
    return smartEncoded(QString(body).replace("\r\n"_L1, "\n"_L1)).normalized(QString::NormalizationForm_C).trimmed();
}

/// The span in which the provider may have created the text of an attempt.
std::pair<UtcTime, UtcTime> window(const OutboxItem &item)
{
    const UtcTime begin = item.inflightAt.value_or(item.queuedAt);
    // After a resend the row of the first attempt counts as well: finding it late is better than not knowing.
    const UtcTime earliest = item.attempt > 1 ? std::min(item.queuedAt, begin) : begin;
    return {earliest - clockSkew, std::max(begin, item.endedAt.value_or(begin)) + processingTime};
}

} // namespace

bool maySameText(const ProviderMessage &message, const OutboxItem &item, bool everSince)
{
    if (message.direction != MessageDirection::Outgoing || normalised(message.body) != normalised(item.body))
        return false;
    const auto to = PhoneNumber::parse(message.to);
    if (!to || *to != item.to)
        return false;
    if (!message.created)
        return true; // better taken for ours than sent twice
    const auto [earliest, latest] = window(item);
    if (everSince)
        return *message.created >= item.queuedAt - clockSkew;
    return *message.created >= earliest && *message.created <= latest;
}

Result<std::vector<OutboxItem>> uncertainItems(const AccountContext &context)
{
    std::vector<OutboxItem> items;
    std::vector<OutboxState> states{OutboxState::Inflight, OutboxState::Unknown, OutboxState::Unconfirmed};
    if (context.importSince)
        states.insert(states.end(), {OutboxState::Queued, OutboxState::Held});
    for (const OutboxState state : states) {
        const auto some = context.store.itemsIn(context.account, state);
        if (!some)
            return tl::make_unexpected(some.error());
        items.insert(items.end(), some->begin(), some->end());
    }
    return items;
}

std::optional<OutboxItem> ownerOf(const ProviderMessage &message, const std::vector<OutboxItem> &items, bool everSince)
{
    std::optional<OutboxItem> nearest;
    std::optional<Millis> distance;
    for (const OutboxItem &item : items) {
        if (!maySameText(message, item, everSince))
            continue;
        const UtcTime begin = item.inflightAt.value_or(item.queuedAt);
        const Millis away = message.created ? std::chrono::abs(*message.created - begin) : Millis(0);
        if (!distance || away < *distance) {
            nearest = item;
            distance = away;
        }
    }
    return nearest;
}

} // namespace textback
