// SPDX-License-Identifier: MIT
#pragma once

#include "domain/result.h"
#include "domain/threadaffinity.h"
#include "storage/sqlconnection.h"
#include "storage/sqltransaction.h"

#include <QString>

#include <memory>

namespace textback {

/// What a reader of the window stands on: a read-only connection of its thread, which is made at the first read that finds the database with the schema
/// of this program, never waits for a lock and leaves no SELECT unfinished. Until the file is there everything is empty; while it is being made or
/// upgraded reads give Error::Storage ("not-ready": read again later).
class LazyReader {
public:
    explicit LazyReader(QString databaseFile);
    ~LazyReader();
    Q_DISABLE_COPY_MOVE(LazyReader)

    /// Runs `work` with the connection in one read transaction, or gives an empty value while there is no database.
    template <typename Value, typename Work>
    Result<Value> read(Work work)
    {
        const Result<bool> connected = connect();
        if (!connected)
            return tl::unexpected(connected.error());
        Value value{};
        if (!*connected)
            return value;
        {
            const SqlTransaction snapshot(*m_db, SqlTransaction::Kind::Read);
            if (snapshot.isActive())
                value = work(*m_db);
        }
        if (const std::optional<Error> failure = m_db->takeFailure())
            return tl::unexpected(*failure);
        return value;
    }

private:
    Result<bool> connect();

    ThreadAffinity m_thread;
    QString m_databaseFile;
    std::unique_ptr<SqlConnection> m_db;
};

} // namespace textback
