// SPDX-License-Identifier: MIT
#pragma once

#include "storage/sqlconnection.h"

namespace textback {

/// A transaction that is rolled back at the end of its scope unless it was committed. Does not nest.
class SqlTransaction {
public:
    enum class Kind {
        Write, ///< BEGIN IMMEDIATE: a deferred one that reads first fails at once when another writes meanwhile (faults.md 0, 7)
        Read,  ///< several statements see one state
    };

    explicit SqlTransaction(SqlConnection &connection, Kind kind = Kind::Write);
    ~SqlTransaction();
    SqlTransaction(const SqlTransaction &) = delete;
    SqlTransaction &operator=(const SqlTransaction &) = delete;

    /// False if it could not begin; the connection holds the failure.
    bool isActive() const { return m_active; }
    /// False if the connection failed meanwhile or the commit fails: then all is rolled back.
    bool commit();

private:
    void rollBack();

    SqlConnection &m_connection;
    Kind m_kind;
    bool m_active = false;
};

} // namespace textback
