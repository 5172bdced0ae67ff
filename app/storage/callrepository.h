// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callrecord.h"
#include "domain/decision.h"
#include "domain/missedcalldetector.h"
#include "storage/calllegrepository.h"
#include "storage/ringrepository.h"
#include "storage/sqlconnection.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace textback {

class ConversationRepository;
class SqlStatement;

/// The call log: the calls with what was found out about each call, and its decision. See AccountRepository for the manners.
class CallRepository {
public:
    CallRepository(SqlConnection &connection, ConversationRepository &conversations)
        : m_db(connection)
        , m_conversations(conversations)
        , m_legs(connection)
        , m_rings(connection)
    {
    }

    /// `country` is the home region for national spellings, `now` stands in for a call without any time.
    std::vector<CallId> upsertLegs(AccountId account, const std::vector<CallLeg> &legs, const QString &country, UtcTime now);
    std::optional<CallRecord> find(CallId id) const;
    bool exists(CallId id) const;
    void attach(CallId call, ConversationId conversation);
    void setDetails(CallId call, const CallDetails &details);
    void recordVerdict(CallId call, const CallVerdict &verdict);
    std::vector<CallId> undecided(AccountId account, UtcTime since) const;
    QStringList openProviderCallIds(AccountId account, UtcTime since) const;
    void recordDecision(CallId call, const Decision &decision);
    std::optional<Decision> decision(CallId call) const;
    RingStatistics ringStatistics(const PhoneNumber &line, UtcTime since) const { return m_rings.statistics(line, since); }

    /// Newest call from a number that a person answered, other than `call`, that ended after `began`.
    std::optional<UtcTime> answeredInboundAfter(const PhoneNumber &caller, CallId call, UtcTime began) const;
    /// Newest leg to a number that a person answered, not of `call`, that ended after `began`.
    std::optional<UtcTime> answeredOutboundAfter(const PhoneNumber &caller, CallId call, UtcTime began) const
    {
        return m_legs.answeredAfter(caller, call, began);
    }
    /// Start and end of a call as stored.
    std::optional<UtcTime> startOf(CallId call) const;
    std::optional<UtcTime> endOf(CallId call) const;

private:
    void refresh(CallId call, const QString &country, UtcTime now);
    /// Takes the call out of its conversation's unread count (-1) or puts it in (+1), if it is one that counts.
    void countUnread(CallId call, int sign);
    ConversationId conversationOf(CallId call) const;

    SqlConnection &m_db;
    ConversationRepository &m_conversations;
    CallLegRepository m_legs;
    RingRepository m_rings;
};

/// The decision in a row whose columns from `first` on are verdict, rule, reason, decided_at, not_before, rule_version; nothing if the
/// verdict is NULL.
std::optional<Decision> decisionOf(const SqlStatement &row, int first);

} // namespace textback
