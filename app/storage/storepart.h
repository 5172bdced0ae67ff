// SPDX-License-Identifier: MIT
#pragma once

#include "domain/result.h"
#include "storage/sqlconnection.h"

#include <functional>
#include <utility>

namespace textback {

/// What the parts of SqlStore (SqlAlertStore, SqlInboxStore) have in common: they work on its connection, inside its transactions, and make
/// a write that stands alone one by itself.
class StorePart {
public:
    using Transact = std::function<Result<void>(const std::function<Result<void>()> &)>;

protected:
    /// `transact`: how a write that stands alone becomes durable.
    StorePart(SqlConnection &connection, Transact transact)
        : m_db(connection)
        , m_transact(std::move(transact))
    {
    }
    ~StorePart() = default;

    /// What `work` returns, or the connection's failure.
    template <typename Work>
    auto read(Work work) -> Result<decltype(work())>
    {
        if (m_db.failure())
            return tl::unexpected(*m_db.failure());
        auto value = work();
        if (!m_db.failure())
            return value;
        const Error failure = *m_db.failure();
        if (!m_db.isInTransaction())
            m_db.takeFailure();
        return tl::unexpected(failure);
    }

    Result<void> write(const std::function<void()> &work)
    {
        const auto done = [&]() -> Result<void> {
            if (!m_db.failure())
                work();
            return m_db.failure() ? tl::unexpected(*m_db.failure()) : Result<void>();
        };
        return m_db.isInTransaction() ? done() : m_transact(done);
    }

    SqlConnection &m_db;

private:
    Transact m_transact;
};

} // namespace textback
