// SPDX-License-Identifier: MIT
#include "storage/devicerolerepository.h"

#include "storage/sqlstatement.h"

using namespace Qt::StringLiterals;

namespace textback {

StoredRole DeviceRoleRepository::role() const
{
    StoredRole role;
    SqlStatement find(m_db, u"SELECT role, token, since, takeover_until, computer FROM device_role WHERE id = 1"_s);
    if (!find.next())
        return role;
    // A role that only a later version knows: the one that sends nothing is safe.
    role.role = find.named(0, deviceRoleFromString).value_or(DeviceRole::Viewer);
    role.token = find.integer(1);
    role.since = find.time(2);
    role.takeoverUntil = find.optionalTime(3);
    role.computer = find.text(4);
    return role;
}

StoredRole DeviceRoleRepository::take(DeviceRole taken, UtcTime since, std::optional<UtcTime> takeoverUntil)
{
    SqlStatement take(m_db, u"UPDATE device_role SET role = :role, token = token + 1, since = :since, takeover_until = :until "
                            "WHERE id = 1"_s);
    take.bind("role"_L1, toString(taken)).bind("since"_L1, since).bind("until"_L1, takeoverUntil).exec();
    return role();
}

StoredRole DeviceRoleRepository::setTakeover(UtcTime since, std::optional<UtcTime> until)
{
    SqlStatement set(m_db, u"UPDATE device_role SET since = :since, takeover_until = :until WHERE id = 1"_s);
    set.bind("since"_L1, since).bind("until"_L1, until).exec();
    return role();
}

void DeviceRoleRepository::setComputer(const QString &computer)
{
    SqlStatement set(m_db, u"UPDATE device_role SET computer = :computer WHERE id = 1"_s);
    set.bind("computer"_L1, computer).exec();
}

} // namespace textback
