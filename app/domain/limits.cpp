// SPDX-License-Identifier: MIT
#include "domain/limits.h"

#include "domain/enumnames.h"
#include "domain/hours/localtime.h"

namespace textback {

namespace {

constexpr EnumName<CarrierTier> tierNames[] = {
    {CarrierTier::Standard, QLatin1StringView("standard")},
    {CarrierTier::LowVolume, QLatin1StringView("low-volume")},
    {CarrierTier::SoleProprietor, QLatin1StringView("sole-proprietor")},
};

} // namespace

QString toString(CarrierTier tier)
{
    return enumToString(tierNames, tier);
}

std::optional<CarrierTier> carrierTierFromString(const QString &text)
{
    return enumFromString(tierNames, text);
}

UsageSpans UsageSpans::at(UtcTime now, const QTimeZone &businessZone)
{
    const QDate today = wallTimeAt(now, businessZone).date;
    const auto began = [&businessZone](QDate date) { return momentsOf(date, 0, businessZone).front(); };
    return {now - std::chrono::hours(1), began(today), began(QDate(today.year(), today.month(), 1))};
}

std::optional<DecisionReason> limitReached(const Usage &usage, const Limits &limits)
{
    const std::optional<int> carriers = segmentsPerDay(limits.carrier);
    if (usage.automaticToNumberInHour >= mostAutomaticPerHour)
        return DecisionReason::HourlyCap;
    if ((limits.textsPerDay > 0 && usage.automaticToday >= limits.textsPerDay) || (carriers && usage.segmentsToday >= *carriers))
        return DecisionReason::DailyCap;
    if (limits.costPerDay > 0 && usage.segmentsToday * limits.pricePerSegment >= limits.costPerDay)
        return DecisionReason::CostLimit;
    if (limits.stopWhenUsedUp && usage.segmentsThisMonth >= limits.monthlyTexts)
        return DecisionReason::AllowanceStop;
    return std::nullopt;
}

std::optional<int> segmentsPerDay(CarrierTier tier)
{
    switch (tier) {
    case CarrierTier::LowVolume:
        return 2000;
    case CarrierTier::SoleProprietor:
        return 1000;
    case CarrierTier::Standard:
        break;
    }
    return std::nullopt;
}

int segmentsPerMinute(CarrierTier tier)
{
    switch (tier) {
    case CarrierTier::SoleProprietor:
        return 14;
    case CarrierTier::LowVolume:
        return 70;
    case CarrierTier::Standard:
        break;
    }
    return 240;
}

} // namespace textback
