// SPDX-License-Identifier: MIT
#pragma once

#include "domain/job.h"
#include "storage/sqlconnection.h"

#include <vector>

namespace textback {

/// Jobs that were noted in conversations. See AccountRepository for the manners.
class JobRepository {
public:
    explicit JobRepository(SqlConnection &connection)
        : m_db(connection)
    {
    }

    JobId add(const Job &job);
    void save(const Job &job);
    /// The newest first.
    std::vector<Job> of(ConversationId conversation) const;
    /// When the newest job of a conversation was noted.
    std::optional<UtcTime> lastNoted(ConversationId conversation) const;

private:
    SqlConnection &m_db;
};

} // namespace textback
