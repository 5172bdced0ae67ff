// SPDX-License-Identifier: MIT
#pragma once

#include "domain/limits.h"
#include "domain/ports/store.h"
#include "storage/sqlconnection.h"

namespace textback {

/// How much was sent: sums of half hours that a trigger keeps whenever the provider took a text. See AccountRepository for the manners.
class UsageRepository {
public:
    explicit UsageRepository(SqlConnection &connection)
        : m_db(connection)
    {
    }

    Usage usage(AccountId account, const PhoneNumber &to, const UsageSpans &spans) const;

private:
    SqlConnection &m_db;
};

} // namespace textback
