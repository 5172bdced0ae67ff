// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callrecord.h"
#include "domain/phonenumber.h"
#include "storage/sqlconnection.h"

#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace textback {

/// A leg as it is in the table.
struct StoredLeg {
    qint64 id = 0;
    CallId call; ///< null while it waits for its root
    CallLeg leg;
    QString answeredNumber;
    QString ringLine; ///< the ring that was counted of it (RingRepository)
    std::optional<UtcTime> ringEnd;
    std::optional<Millis> ring;
};

/// The legs of calls, joined under their roots in whatever order they come. See AccountRepository for the manners.
class CallLegRepository {
public:
    explicit CallLegRepository(SqlConnection &connection)
        : m_db(connection)
    {
    }

    /// Inserts a leg or updates the one that is known; a new root makes its call. The call that changed, null if none did, the leg waits, or its
    /// call was deleted (ErasureStore).
    CallId upsert(AccountId account, const CallLeg &leg);
    std::vector<StoredLeg> of(CallId call) const;
    /// Keeps which number a person answered at and when that ended; `number` empty: nobody did.
    void markAnswered(const StoredLeg &leg, const QString &number, UtcTime end);
    /// Newest leg to a number that a person answered, not of `call`, that ended after `began`.
    std::optional<UtcTime> answeredAfter(const PhoneNumber &caller, CallId call, UtcTime began) const;

private:
    std::optional<StoredLeg> find(AccountId account, const QString &providerCallId) const;
    bool isErased(AccountId account, const CallLeg &leg);
    /// Legs without a call whose parent this is: their row and the provider's id.
    std::vector<std::pair<qint64, QString>> waitingFor(AccountId account, const QString &parent) const;
    qint64 insert(AccountId account, const CallLeg &leg);
    void update(qint64 id, const CallLeg &leg);
    CallId place(AccountId account, qint64 legId, const CallLeg &leg);
    void adopt(AccountId account, const QString &providerCallId, CallId call);
    void setCallOf(qint64 legId, CallId call);

    SqlConnection &m_db;
};

} // namespace textback
