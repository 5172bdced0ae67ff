// SPDX-License-Identifier: MIT
#pragma once

#include "domain/devicerole.h"
#include "storage/sqlconnection.h"

#include <optional>

namespace textback {

/// The role of this PC: one row. See AccountRepository for the manners.
class DeviceRoleRepository {
public:
    explicit DeviceRoleRepository(SqlConnection &connection)
        : m_db(connection)
    {
    }

    StoredRole role() const;
    /// Takes a role; the token rises.
    StoredRole take(DeviceRole role, UtcTime since, std::optional<UtcTime> takeoverUntil);
    StoredRole setTakeover(UtcTime since, std::optional<UtcTime> until);
    void setComputer(const QString &computer);

private:
    SqlConnection &m_db;
};

} // namespace textback
