// SPDX-License-Identifier: MIT
#pragma once

#include "domain/decision.h"
#include "domain/time.h"

#include <QString>
#include <QTimeZone>

#include <optional>

namespace textback {

/// Millionths of a dollar: prices of texts are fractions of a cent.
using MicroDollars = qint64;

/// How the business is registered for texting in the US (10DLC): carriers count segments per brand, over all providers (rules.md C32).
enum class CarrierTier {
    Standard,
    LowVolume,      ///< T-Mobile takes 2,000 segments a day
    SoleProprietor, ///< T-Mobile takes 1,000 a day, AT&T 15 a minute
};

QString toString(CarrierTier tier);
std::optional<CarrierTier> carrierTierFromString(const QString &text);

/// How much may go out by itself. Nothing here ever stops what a person types.
struct Limits {
    int monthlyTexts = 1000;     ///< the plan's allowance in segments per calendar month; warned at 80 % and 100 %
    bool stopWhenUsedUp = false; ///< no automatic text beyond the allowance
    int textsPerDay = 200;       ///< automatic texts per day over all lines; 0: any number
    MicroDollars pricePerSegment = 8300;
    MicroDollars costPerDay = 0; ///< automatic texts stop for the day beyond it; 0: whatever it costs
    CarrierTier carrier = CarrierTier::Standard;

    bool operator==(const Limits &) const = default;
};

/// Beginnings of the spans over which limits count; days and months are the business's.
struct UsageSpans {
    UtcTime hourBegan{}; ///< exactly one hour ago
    UtcTime dayBegan{};
    UtcTime monthBegan{};

    static UsageSpans at(UtcTime now, const QTimeZone &businessZone);
    bool operator==(const UsageSpans &) const = default;
};

/// What was sent so far or is on its way, as far as it matters for the next automatic text. Days and months are the business's.
struct Usage {
    int automaticToday = 0;          ///< automatic texts that the provider accepted today, and those on their way
    qint64 segmentsToday = 0;        ///< of all texts
    qint64 segmentsThisMonth = 0;    ///< of all texts
    int automaticToNumberInHour = 0; ///< automatic texts to this number within the last hour

    bool operator==(const Usage &) const = default;
};

/// Automatic texts that one number may get within an hour, always: two machines that answer each other stop at it.
inline constexpr int mostAutomaticPerHour = 3;

/// What keeps a runaway, or two machines that answer each other, from texting on and on: HourlyCap, DailyCap, CostLimit or AllowanceStop
/// where the next automatic text is one too many.
std::optional<DecisionReason> limitReached(const Usage &usage, const Limits &limits);

/// Segments a day that the carriers take from the business; nothing where they set no such limit.
std::optional<int> segmentsPerDay(CarrierTier tier);
/// Segments a minute that may leave: just below what AT&T takes from a sole proprietor (15) and from a brand of low volume (75), and four a
/// second for everybody else.
int segmentsPerMinute(CarrierTier tier);

} // namespace textback
