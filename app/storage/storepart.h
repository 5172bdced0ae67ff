// SPDX-License-Identifier: MIT
#pragma once

#include "domain/result.h"
#include "domain/threadaffinity.h"
#include "storage/sqlconnection.h"

#include <functional>
#include <optional>
#include <type_traits>
#include <utility>

namespace textback {

/// What SqlStore and its parts (SqlConsentStore, SqlAlertStore, SqlInboxStore) have in common: they work on one connection, on the thread that
/// made them, inside the transaction that is under way, and make a write that stands alone a transaction by itself.
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
    auto read(Work work)
    {
        using Value = std::invoke_result_t<Work>;
        using Returned = typename AsResult<Value>::Type;
        m_thread.check("SqlStore");
        // Inside a transaction an earlier failure stays, so that nothing more is done in it.
        if (m_db.failure())
            return Returned(tl::unexpected(*m_db.failure()));
        const auto outcome = [this](Returned result) {
            if (!m_db.failure())
                return result;
            const Error failure = *m_db.failure();
            if (!m_db.isInTransaction())
                m_db.takeFailure();
            return Returned(tl::unexpected(failure));
        };
        if constexpr (std::is_void_v<Value>) {
            work();
            return outcome({});
        } else {
            return outcome(work());
        }
    }

    /// As read(), in a transaction of its own unless there is one.
    template <typename Work>
    auto write(Work work)
    {
        if (m_db.isInTransaction())
            return read(work);
        using Returned = typename AsResult<std::invoke_result_t<Work>>::Type;
        std::optional<Returned> result;
        const Result<void> done = m_transact([this, &work, &result]() -> Result<void> {
            result = read(work);
            return *result ? Result<void>() : tl::unexpected(result->error());
        });
        return done ? *std::move(result) : Returned(tl::unexpected(done.error()));
    }

    ThreadAffinity m_thread;
    SqlConnection &m_db;

private:
    template <typename T>
    struct AsResult {
        using Type = Result<T>;
    };
    template <typename T>
    struct AsResult<Result<T>> {
        using Type = Result<T>;
    };

    Transact m_transact;
};

} // namespace textback
