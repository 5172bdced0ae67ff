// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/consentstore.h"
#include "storage/sqlconnection.h"

#include <optional>

namespace textback {

/// Who must not or cannot be texted: consent with its history, and what was learned about numbers. See AccountRepository for the manners.
class ConsentRepository {
public:
    explicit ConsentRepository(SqlConnection &connection)
        : m_db(connection)
    {
    }

    bool isOptedOut(const PhoneNumber &number) const;
    /// Appends to the history; the newest change by its own time is where consent stands, so that they may arrive in any order.
    void record(const ConsentChange &change);
    void rememberCapability(const PhoneNumber &number, NumberCapability capability, UtcTime until);
    std::optional<NumberCapability> capability(const PhoneNumber &number, UtcTime now) const;

private:
    SqlConnection &m_db;
};

} // namespace textback
