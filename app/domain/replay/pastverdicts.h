// SPDX-License-Identifier: MIT
#pragma once

#include "domain/missedcalldetector.h"
#include "domain/replay/replayhistory.h"
#include "domain/textbackrules.h"

#include <QHash>

#include <map>

namespace textback {

/// Whether the calls of the past were missed under other rules: judged anew where the rules of a line say something else than then, with what was
/// known of its rings at that time. The calls come in the order of their time; the rules outlive it.
class PastVerdicts {
public:
    PastVerdicts(const TextBackRules &then, const TextBackRules &changed)
        : m_then(then)
        , m_rules(changed)
    {
    }

    CallVerdict verdictOf(const ReplayCall &call) const;
    /// What this call shows of its line's rings, for the calls after it.
    void learn(const ReplayCall &call);

private:
    RingStatistics learnedAt(const PhoneNumber &line, UtcTime ended) const;

    const TextBackRules &m_then;
    const TextBackRules &m_rules;
    QHash<PhoneNumber, std::map<qint64, RingStatistics>> m_rings; // by day (UTC)
};

} // namespace textback
