// SPDX-License-Identifier: MIT
#pragma once

#include "domain/missedcalldetector.h"
#include "domain/phonenumber.h"
#include "storage/sqlconnection.h"

#include <QString>

namespace textback {

struct StoredLeg;

/// How long the phones of each line ring before the provider gives up: summed up by day, so that months cost one short look. See
/// AccountRepository for the manners.
class RingRepository {
public:
    explicit RingRepository(SqlConnection &connection)
        : m_db(connection)
    {
    }

    /// Counts a leg's ring for `line`, once; anew where it changed. An empty line: it counts for none.
    void count(const StoredLeg &leg, const QString &line);
    RingStatistics statistics(const PhoneNumber &line, UtcTime since) const;

private:
    void recountDay(const QString &line, qint64 day);

    SqlConnection &m_db;
};

} // namespace textback
