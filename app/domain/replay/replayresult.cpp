// SPDX-License-Identifier: MIT
#include "domain/replay/replayresult.h"

#include "domain/enumnames.h"

namespace textback {

namespace {

constexpr EnumName<ReplayChange> changeNames[] = {
    {ReplayChange::None, QLatin1StringView("none")},
    {ReplayChange::NewlyTexted, QLatin1StringView("newly-texted")},
    {ReplayChange::NoLongerTexted, QLatin1StringView("no-longer-texted")},
    {ReplayChange::OtherWords, QLatin1StringView("other-words")},
    {ReplayChange::OtherTime, QLatin1StringView("other-time")},
};

} // namespace

QString toString(ReplayChange change)
{
    return enumToString(changeNames, change);
}

int ReplayResult::count(ReplayChange change) const
{
    const auto found = changes.find(change);
    return found == changes.end() ? 0 : found->second;
}

} // namespace textback
