// SPDX-License-Identifier: MIT
#pragma once

#include "domain/metrics/missedcallers.h"
#include "domain/metrics/share.h"

#include <map>
#include <optional>
#include <vector>

namespace textback {

/// How soon the provider took the texts that answer missed calls (rules.md X22). Texts that quiet hours held are counted aside.
struct TextSpeed {
    Durations accepted; ///< from the call's end
    Share within30s;    ///< of those that were not held
    int held = 0;
    Durations delivered; ///< from the call's end until the phone had it, as far as the provider's word came
    int notMeasured = 0; ///< accepted, but since when is not known

    bool operator==(const TextSpeed &) const = default;
};

/// Recovery of the callers who got texts beside those who were left out by lot.
struct TrueLift {
    Share texted;                     ///< recovered of those who were to be texted, whatever became of the text
    Share heldOut;                    ///< recovered of those who were left out
    std::optional<double> difference; ///< of the rates; nothing as long as either has nobody
    Interval interval{-1, 1};         ///< of the difference, 95 % (Newcombe)

    bool operator==(const TrueLift &) const = default;
};

/// What became of the unique missed callers.
struct CallerMetrics {
    MetricsWindow window;
    ExclusionCounts excluded; ///< missed calls that are no customers'
    int missed = 0;           ///< unique missed callers
    int undecided = 0;
    int eligible = 0;
    std::map<DecisionReason, int> suppressed; ///< callers to whom no text was due, by reason
    std::map<DecisionReason, int> notTexted;  ///< eligible ones who got none, by reason; without a reason it failed or waits
    int failedOrWaiting = 0;
    Share coverage; ///< auto-texted of eligible
    TextSpeed speed;

    Share reply;              ///< wrote within 24 hours of a delivered text (no opt-out), of those to whom one was delivered
    Share recovery;           ///< recovered of eligible
    int unripe = 0;           ///< eligible ones whose 24 hours are not over
    Share bookingOfRecovered; ///< recovered with a dated job, of recovered
    Share bookingOfMissed;    ///< callers with a dated job, of all missed
    qint64 realisedCents = 0; ///< sum of the amounts of jobs of recovered callers
    qint64 doneCents = 0;     ///< the part of it that is marked done
    std::optional<qint64>
        estimatedCents; ///< recovered callers with a booking x the owner's average ticket: an estimate, never added to the above

    Share calledBack5;          ///< eligible ones whom we reached by a call of 20 s or more within 5 minutes
    Share calledBack15;         ///< likewise, 15 minutes
    Share attempted15;          ///< eligible ones whom we called within 15 minutes, reached or not
    Durations callBack;         ///< until we reached them, within 24 hours
    Durations contactToBooking; ///< from the first text or answered call to the note of a dated job

    Share urgency; ///< who called again within 10 minutes, of all missed
    TrueLift lift;

    bool operator==(const CallerMetrics &) const = default;
};

CallerMetrics callerMetrics(const CallHistory &history, const MetricsQuery &query);

/// Only callers of days on which the lot was drawn can be compared: those whom a version of the rules judged that left somebody out. Each number
/// counts once, with its first missed call.
TrueLift trueLift(const std::vector<MissedCaller> &callers);

/// What texts cost. `recovered` and `bookings` are CallerMetrics' of the same window.
struct Cost {
    qint64 segments = 0;
    MicroDollars total = 0;
    std::optional<MicroDollars> perRecovered;
    std::optional<MicroDollars> perBooking;

    bool operator==(const Cost &) const = default;
};

Cost costOf(qint64 segments, MicroDollars pricePerSegment, qint64 recovered, qint64 bookings);

} // namespace textback
