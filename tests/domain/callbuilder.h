// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callrecord.h"

#include <QString>

namespace textback::test {

/// Writes calls as rows of a provider's log, in whole seconds after the call began.
class CallBuilder {
public:
    /// The moment at which every built call begins.
    static UtcTime begin() { return fromUnixMillis(1795446000000); }
    static UtcTime at(int seconds) { return begin() + std::chrono::seconds(seconds); }

    /// The caller's leg. `talk` is the provider's duration; negative: none given.
    CallBuilder &root(const QString &status, int end, CallDirection direction = CallDirection::Inbound)
    {
        m_call.root = leg(QStringLiteral("CA-root"), status, 0, end, -1);
        m_call.root.direction = direction;
        m_call.root.from = QStringLiteral("+13135550142");
        m_call.root.to = QStringLiteral("+13132230100");
        if (m_call.root.status == LegStatus::Completed)
            m_call.root.duration = std::chrono::seconds(end);
        return *this;
    }

    /// A phone that was rung from `start` to `end`; `talk` seconds of it answered.
    CallBuilder &phone(const QString &status, int start, int end, int talk = -1, const QString &to = QStringLiteral("+13135550199"))
    {
        CallLeg made = leg(QStringLiteral("CA-leg%1").arg(m_call.legs.size()), status, start, end, talk);
        made.parentCallId = QStringLiteral("CA-root");
        made.direction = CallDirection::Outbound;
        made.to = to;
        m_call.legs.push_back(made);
        return *this;
    }

    /// The newest phone was answered by a machine.
    CallBuilder &byMachine()
    {
        m_call.legs.back().answeredBy = AnsweredBy::Machine;
        return *this;
    }

    CallBuilder &details(int recordings, bool flowFailed = false)
    {
        m_call.details = CallDetails{recordings, QString(), std::chrono::seconds(recordings * 10), flowFailed};
        return *this;
    }

    operator CallRecord() const { return m_call; } // NOLINT(google-explicit-constructor): it is what a row means

private:
    static CallLeg leg(const QString &id, const QString &status, int start, int end, int talk)
    {
        CallLeg leg;
        leg.providerCallId = id;
        leg.status = legStatusFromString(status).value();
        leg.created = at(start);
        leg.started = at(start);
        leg.updated = at(end);
        if (leg.isFinal())
            leg.ended = at(end);
        if (talk >= 0)
            leg.duration = std::chrono::seconds(talk);
        return leg;
    }

    CallRecord m_call;
};

} // namespace textback::test
