// SPDX-License-Identifier: MIT
#include "domain/limits.h"

#include "domain/enumnames.h"

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
    return tier == CarrierTier::SoleProprietor ? 14 : 60;
}

} // namespace textback
