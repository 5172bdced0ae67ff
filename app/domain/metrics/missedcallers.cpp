// SPDX-License-Identifier: MIT
#include "domain/metrics/missedcallers.h"

#include <QHash>

#include <algorithm>

namespace textback {

namespace {

constexpr Millis callsAgainWithin = std::chrono::minutes(10);

/// Times or facts of one key, in order of time.
template <typename Key, typename Value>
using ByKey = QHash<Key, std::vector<Value>>;

template <typename Key, typename Value>
const std::vector<Value> &valuesOf(const ByKey<Key, Value> &map, const Key &key)
{
    static const std::vector<Value> none;
    const auto found = map.constFind(key);
    return found == map.constEnd() ? none : *found;
}

/// The first of ordered times within (or at the ends of) a span.
std::optional<UtcTime> firstWithin(const std::vector<UtcTime> &times, UtcTime from, UtcTime until)
{
    const auto first = std::lower_bound(times.begin(), times.end(), from);
    return first != times.end() && *first <= until ? std::optional(*first) : std::nullopt;
}

/// What the callers did, looked up by who they are.
struct Followings {
    explicit Followings(const CallHistory &history)
    {
        for (const CallFact &call : history.calls) {
            if (call.number.isNull())
                continue;
            const bool reached = call.answered && call.talked >= shortestContact;
            if (reached)
                talks[call.number].push_back(call.at);
            if (call.inbound)
                calls[call.number].push_back(call.at);
            else
                attempts[call.number].push_back(call.at);
            if (!call.inbound && reached)
                callBacks[call.number].push_back(call.at);
        }
        for (const ReplyFact &reply : history.replies)
            replies[reply.conversation].push_back(reply.at);
        for (const ConsentFact &consent : history.consents)
            consents[consent.number].push_back(consent);
    }

    ByKey<PhoneNumber, UtcTime> talks;
    ByKey<PhoneNumber, UtcTime> calls;
    ByKey<PhoneNumber, UtcTime> attempts;
    ByKey<PhoneNumber, UtcTime> callBacks;
    ByKey<ConversationId, UtcTime> replies;
    ByKey<PhoneNumber, ConsentFact> consents;
};

/// Why this call was not texted, as it stands now.
std::optional<DecisionReason> reasonOf(const CallFact &call)
{
    if (call.text && call.text->state == OutboxState::Skipped && call.text->why)
        return call.text->why;
    if (call.verdict == Verdict::Skip)
        return call.reason;
    return std::nullopt;
}

/// How much a delivery is worth when a caller got two texts.
int rank(const AnswerFact &text)
{
    if (!text.wasAccepted())
        return 0;
    switch (text.delivery) {
    case DeliveryStatus::Delivered:
        return 3;
    case DeliveryStatus::Undelivered:
    case DeliveryStatus::Failed:
        return 1;
    default:
        return 2;
    }
}

/// Gathers the decisions about the calls of one caller.
class Decisions {
public:
    void take(const CallFact &call, MissedCaller &caller)
    {
        if (!call.verdict) {
            caller.undecided = caller.undecided || !m_any;
            return;
        }
        const std::optional<DecisionReason> reason = reasonOf(call);
        const bool suppressed = reason && isSuppression(*reason);
        if (!m_any) {
            caller.ruleVersion = call.ruleVersion;
            caller.suppressed = suppressed ? reason : std::nullopt;
            caller.notTexted = suppressed ? std::nullopt : reason;
        } else if (!suppressed) {
            // One call for which a text was due makes the caller eligible.
            if (caller.suppressed)
                caller.notTexted = reason;
            caller.suppressed.reset();
        }
        m_any = true;
        caller.undecided = false;
        caller.assigned = caller.assigned || call.text || call.verdict != Verdict::Skip;
        if (call.text)
            takeText(*call.text, caller);
    }

private:
    void takeText(const AnswerFact &text, MissedCaller &caller)
    {
        if (rank(text) <= m_rank)
            return;
        m_rank = rank(text);
        caller.texted = true;
        caller.delivery = text.delivery;
        caller.textedAt = text.acceptedAt;
        caller.suppressed.reset();
        caller.notTexted.reset();
    }

    bool m_any = false;
    int m_rank = 0;
};

void follow(MissedCaller &caller, const Followings &followings, UtcTime asOf)
{
    const UtcTime end = caller.missed + followingSpan;
    caller.ripe = end <= asOf;
    const std::vector<UtcTime> &replies = valuesOf(followings.replies, caller.conversation);
    const std::optional<UtcTime> wrote =
        caller.conversation.isNull() || caller.number.isNull() ? std::nullopt : firstWithin(replies, caller.missed, end);
    caller.wrote = wrote.has_value();
    if (caller.delivery == DeliveryStatus::Delivered && caller.textedAt)
        caller.replied = firstWithin(replies, *caller.textedAt, *caller.textedAt + followingSpan).has_value();
    if (caller.number.isNull())
        return;
    // A call that began before the missed one was not made because of it.
    const UtcTime after = caller.at + Millis(1);
    caller.talkedAt = firstWithin(valuesOf(followings.talks, caller.number), after, end);
    caller.calledAt = firstWithin(valuesOf(followings.attempts, caller.number), after, end);
    caller.calledBackAt = firstWithin(valuesOf(followings.callBacks, caller.number), after, end);
    caller.firstContact = wrote && caller.talkedAt ? std::min(*wrote, *caller.talkedAt) : wrote ? wrote : caller.talkedAt;
    for (const ConsentFact &consent : valuesOf(followings.consents, caller.number)) {
        if (consent.at > caller.at && consent.at <= end)
            caller.optedOut = consent.optedOut;
    }
}

/// Each job goes to the caller's last missed call before it.
void takeJobs(std::vector<MissedCaller> &callers, const std::vector<JobFact> &jobs)
{
    QHash<ConversationId, std::vector<size_t>> byConversation;
    if (jobs.empty())
        return;
    for (size_t i = 0; i < callers.size(); ++i) {
        if (!callers[i].number.isNull())
            byConversation[callers[i].conversation].push_back(i);
    }
    for (const JobFact &job : jobs) {
        MissedCaller *last = nullptr;
        for (const size_t i : byConversation.value(job.conversation)) {
            if (callers[i].missed <= job.notedAt)
                last = &callers[i];
        }
        if (!last || job.notedAt - last->missed > bookingSpan)
            continue;
        if (job.dated && !last->booked) {
            last->booked = true;
            last->bookedAt = job.notedAt;
        }
        last->amountCents += job.amountCents.value_or(0);
        last->doneCents += job.done ? job.amountCents.value_or(0) : 0;
    }
}

} // namespace

std::vector<MissedCaller> missedCallers(const CallHistory &history, const MetricsQuery &query)
{
    const CallSieve sieve(query);
    const Followings followings(history);
    std::vector<MissedCaller> callers;
    std::vector<Decisions> decisions;
    QHash<PhoneNumber, size_t> latest;
    for (const CallFact &call : history.calls) {
        if (!call.inbound || !call.missed || !query.window.contains(call.at) || sieve.exclusionOf(call))
            continue;
        const auto known = call.number.isNull() ? latest.end() : latest.find(call.number);
        size_t index = callers.size();
        if (known != latest.end() && call.at - callers[*known].at < uniqueSpan) {
            index = *known;
        } else {
            callers.emplace_back();
            decisions.emplace_back();
            MissedCaller &caller = callers.back();
            caller.call = call.id;
            caller.conversation = call.conversation;
            caller.number = call.number;
            caller.at = call.at;
            caller.missed = std::max(call.endedAt, call.at);
            if (!call.number.isNull())
                latest[call.number] = index;
        }
        decisions[index].take(call, callers[index]);
        if (!call.number.isNull() && !callers[index].calledAgain) {
            const auto again = firstWithin(valuesOf(followings.calls, call.number), call.at + Millis(1), call.endedAt + callsAgainWithin);
            callers[index].calledAgain = again.has_value();
        }
    }
    for (MissedCaller &caller : callers)
        follow(caller, followings, query.asOf);
    takeJobs(callers, history.jobs);
    return callers;
}

} // namespace textback
