// SPDX-License-Identifier: MIT
#include "domain/metrics/callermetrics.h"

#include <QSet>

namespace textback {

namespace {

constexpr Millis promptly = std::chrono::seconds(30);

void countDecisions(CallerMetrics &metrics, const MissedCaller &caller)
{
    ++metrics.missed;
    if (caller.undecided) {
        ++metrics.undecided;
    } else if (caller.suppressed) {
        ++metrics.suppressed[*caller.suppressed];
    } else {
        ++metrics.eligible;
        if (caller.notTexted)
            ++metrics.notTexted[*caller.notTexted];
        else if (!caller.texted)
            ++metrics.failedOrWaiting;
    }
}

void countAnswers(CallerMetrics &metrics, const MissedCaller &caller)
{
    if (caller.eligible()) {
        ++metrics.coverage.whole;
        metrics.coverage.part += caller.texted ? 1 : 0;
        ++metrics.recovery.whole;
        metrics.recovery.part += caller.recovered() ? 1 : 0;
        metrics.unripe += caller.ripe ? 0 : 1;
    }
    if (caller.texted && caller.delivery == DeliveryStatus::Delivered) {
        ++metrics.reply.whole;
        metrics.reply.part += caller.replied ? 1 : 0;
    }
    ++metrics.urgency.whole;
    metrics.urgency.part += caller.calledAgain ? 1 : 0;
}

void countBookings(CallerMetrics &metrics, const MissedCaller &caller)
{
    ++metrics.bookingOfMissed.whole;
    metrics.bookingOfMissed.part += caller.booked ? 1 : 0;
    if (!caller.eligible() || !caller.recovered())
        return;
    ++metrics.bookingOfRecovered.whole;
    metrics.bookingOfRecovered.part += caller.booked ? 1 : 0;
    metrics.realisedCents += caller.amountCents;
    metrics.doneCents += caller.doneCents;
}

/// Waits of the callers, for the percentiles.
struct Waits {
    std::vector<Millis> callBack;
    std::vector<Millis> contactToBooking;
};

void countCallBacks(CallerMetrics &metrics, const MissedCaller &caller, Waits &waits)
{
    if (caller.booked && caller.bookedAt && caller.firstContact && *caller.bookedAt >= *caller.firstContact)
        waits.contactToBooking.push_back(*caller.bookedAt - *caller.firstContact);
    if (!caller.eligible())
        return;
    const auto within = [&caller](const std::optional<UtcTime> &time, int minutes) {
        return time && *time - caller.missed <= std::chrono::minutes(minutes) ? 1 : 0;
    };
    for (Share *share : {&metrics.calledBack5, &metrics.calledBack15, &metrics.attempted15})
        ++share->whole;
    metrics.calledBack5.part += within(caller.calledBackAt, 5);
    metrics.calledBack15.part += within(caller.calledBackAt, 15);
    metrics.attempted15.part += within(caller.calledAt, 15);
    if (caller.calledBackAt)
        waits.callBack.push_back(std::max(*caller.calledBackAt - caller.missed, Millis(0)));
}

TextSpeed speedOf(const CallHistory &history, const MetricsQuery &query, const CallSieve &sieve)
{
    TextSpeed speed;
    std::vector<Millis> accepted;
    std::vector<Millis> delivered;
    for (const CallFact &call : history.calls) {
        if (!call.inbound || !call.text || !call.text->wasAccepted() || !query.window.contains(call.at) || sieve.exclusionOf(call))
            continue;
        if (call.text->held) {
            ++speed.held;
            continue;
        }
        if (!call.text->afterCallEnd) {
            ++speed.notMeasured;
            continue;
        }
        accepted.push_back(*call.text->afterCallEnd);
        ++speed.within30s.whole;
        speed.within30s.part += *call.text->afterCallEnd <= promptly ? 1 : 0;
        if (call.text->delivery == DeliveryStatus::Delivered && call.text->deliveredAt)
            delivered.push_back(*call.text->deliveredAt - call.endedAt);
    }
    speed.accepted = Durations::of(std::move(accepted));
    speed.delivered = Durations::of(std::move(delivered));
    return speed;
}

} // namespace

TrueLift trueLift(const std::vector<MissedCaller> &callers)
{
    QSet<QString> drawn;
    for (const MissedCaller &caller : callers) {
        if (caller.heldOut())
            drawn.insert(caller.ruleVersion);
    }
    TrueLift lift;
    QSet<PhoneNumber> seen;
    for (const MissedCaller &caller : callers) {
        if (caller.number.isNull() || (!caller.heldOut() && !caller.assigned) || !drawn.contains(caller.ruleVersion) ||
            seen.contains(caller.number))
            continue;
        seen.insert(caller.number);
        Share &arm = caller.heldOut() ? lift.heldOut : lift.texted;
        ++arm.whole;
        arm.part += caller.recovered() ? 1 : 0;
    }
    if (lift.texted.whole > 0 && lift.heldOut.whole > 0) {
        lift.difference = *lift.texted.rate() - *lift.heldOut.rate();
        lift.interval = newcombeInterval(lift.texted, lift.heldOut);
    }
    return lift;
}

CallerMetrics callerMetrics(const CallHistory &history, const MetricsQuery &query)
{
    CallerMetrics metrics;
    metrics.window = query.window;
    const CallSieve sieve(query);
    for (const CallFact &call : history.calls) {
        if (!call.inbound || !call.missed || !query.window.contains(call.at))
            continue;
        if (const auto exclusion = sieve.exclusionOf(call))
            ++metrics.excluded[*exclusion];
    }
    const std::vector<MissedCaller> callers = missedCallers(history, query);
    Waits waits;
    for (const MissedCaller &caller : callers) {
        countDecisions(metrics, caller);
        countAnswers(metrics, caller);
        countBookings(metrics, caller);
        countCallBacks(metrics, caller, waits);
    }
    metrics.speed = speedOf(history, query, sieve);
    metrics.callBack = Durations::of(std::move(waits.callBack));
    metrics.contactToBooking = Durations::of(std::move(waits.contactToBooking));
    if (query.averageTicketCents)
        metrics.estimatedCents = metrics.bookingOfRecovered.part * *query.averageTicketCents;
    metrics.lift = trueLift(callers);
    return metrics;
}

Cost costOf(qint64 segments, MicroDollars pricePerSegment, qint64 recovered, qint64 bookings)
{
    Cost cost;
    cost.segments = segments;
    cost.total = segments * pricePerSegment;
    if (recovered > 0)
        cost.perRecovered = cost.total / recovered;
    if (bookings > 0)
        cost.perBooking = cost.total / bookings;
    return cost;
}

} // namespace textback
