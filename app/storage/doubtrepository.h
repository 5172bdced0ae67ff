// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/consentstore.h"
#include "storage/sqlconnection.h"

#include <optional>

namespace textback {

/// Messages that may mean an opt-out, and what was answered. See AccountRepository for the manners.
class DoubtRepository {
public:
    explicit DoubtRepository(SqlConnection &connection)
        : m_db(connection)
    {
    }

    /// Keeps it as open, unless a change of consent is newer than it.
    void record(const OptOutDoubt &doubt);
    /// The newest open one of a number.
    std::optional<OptOutDoubt> open(const PhoneNumber &number) const;
    /// Answers the open ones of a number whose message is not newer than `until`.
    void answer(const PhoneNumber &number, QLatin1StringView answer, UtcTime until, UtcTime now);

private:
    SqlConnection &m_db;
};

} // namespace textback
