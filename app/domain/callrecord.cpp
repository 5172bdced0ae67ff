// SPDX-License-Identifier: MIT
#include "domain/callrecord.h"

#include "domain/enumnames.h"

#include <algorithm>

namespace textback {

namespace {

constexpr EnumName<Disposition> dispositionNames[] = {
    {Disposition::Answered, QLatin1StringView("answered")},   {Disposition::NoAnswer, QLatin1StringView("no-answer")},
    {Disposition::Busy, QLatin1StringView("busy")},           {Disposition::Declined, QLatin1StringView("declined")},
    {Disposition::Abandoned, QLatin1StringView("abandoned")}, {Disposition::Voicemail, QLatin1StringView("voicemail")},
    {Disposition::Failed, QLatin1StringView("failed")},       {Disposition::Blocked, QLatin1StringView("blocked")},
};

constexpr EnumName<LegStatus> legStatusNames[] = {
    {LegStatus::Queued, QLatin1StringView("queued")},
    {LegStatus::Ringing, QLatin1StringView("ringing")},
    {LegStatus::InProgress, QLatin1StringView("in-progress")},
    {LegStatus::Completed, QLatin1StringView("completed")},
    {LegStatus::Busy, QLatin1StringView("busy")},
    {LegStatus::Failed, QLatin1StringView("failed")},
    {LegStatus::NoAnswer, QLatin1StringView("no-answer")},
    {LegStatus::Canceled, QLatin1StringView("canceled")},
};

} // namespace

bool CallLeg::isFinal() const
{
    switch (status) {
    case LegStatus::Queued:
    case LegStatus::Ringing:
    case LegStatus::InProgress:
        return false;
    case LegStatus::Completed:
    case LegStatus::Busy:
    case LegStatus::Failed:
    case LegStatus::NoAnswer:
    case LegStatus::Canceled:
        return true;
    }
    return false;
}

std::optional<UtcTime> CallLeg::endTime() const
{
    if (ended)
        return ended;
    return isFinal() ? updated : std::nullopt;
}

std::optional<UtcTime> CallLeg::startTime() const
{
    return started ? started : created;
}

bool CallRecord::isFinal() const
{
    return root.isFinal() && std::all_of(legs.begin(), legs.end(), [](const CallLeg &leg) { return leg.isFinal(); });
}

QString toString(Disposition disposition)
{
    return enumToString(dispositionNames, disposition);
}

std::optional<Disposition> dispositionFromString(const QString &text)
{
    return enumFromString(dispositionNames, text);
}

QString toString(LegStatus status)
{
    return enumToString(legStatusNames, status);
}

std::optional<LegStatus> legStatusFromString(const QString &text)
{
    return enumFromString(legStatusNames, text);
}

} // namespace textback
