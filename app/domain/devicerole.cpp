// SPDX-License-Identifier: MIT
#include "domain/devicerole.h"

#include "domain/enumnames.h"

namespace textback {

namespace {

constexpr EnumName<DeviceRole> roleNames[] = {
    {DeviceRole::Sender, QLatin1StringView("sender")},
    {DeviceRole::Viewer, QLatin1StringView("viewer")},
};

} // namespace

QString toString(DeviceRole role)
{
    return enumToString(roleNames, role);
}

std::optional<DeviceRole> deviceRoleFromString(const QString &text)
{
    return enumFromString(roleNames, text);
}

} // namespace textback
