// SPDX-License-Identifier: MIT
#pragma once

#include "storage/sqlconnection.h"
#include "storage/sqltransaction.h"

#include <QString>

#include <memory>
#include <type_traits>

namespace textback {

namespace storage {

/// Opens a database for reading, if this program can read it; writes nothing and waits no longer than that for a lock. Error::Storage, its detail
/// a sentence that its owner can read: "older-database" (or one that is being made), "newer-than-app", "foreign-file" (another program's),
/// "corrupt" (damaged, or no database at all), and those of SqlConnection::open.
Result<std::unique_ptr<SqlConnection>> openToRead(const QString &file, Millis busyTimeout);

} // namespace storage

/// The connection of one that only reads, opened at the first question (see openToRead) and then kept. For one thread.
class ReadConnection {
public:
    explicit ReadConnection(QString file, Millis busyTimeout = Millis(0));

    const QString &file() const { return m_file; }
    bool isOpen() const { return m_db != nullptr; }
    /// Only within read().
    SqlConnection &operator*() const { return *m_db; }
    SqlConnection *operator->() const { return m_db.get(); }

    /// What `work` gives: all its statements see the database of one moment, whoever writes meanwhile.
    template <typename Work>
    Result<std::invoke_result_t<Work>> read(Work work)
    {
        if (const Result<void> opened = open(); !opened)
            return tl::unexpected(opened.error());
        std::invoke_result_t<Work> value{};
        {
            const SqlTransaction moment(*m_db, SqlTransaction::Kind::Read);
            if (moment.isActive())
                value = work();
        }
        if (const std::optional<Error> failure = m_db->takeFailure())
            return tl::unexpected(*failure);
        return value;
    }

private:
    Result<void> open();

    QString m_file;
    Millis m_busyTimeout;
    std::unique_ptr<SqlConnection> m_db;
};

} // namespace textback
