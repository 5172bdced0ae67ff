// SPDX-License-Identifier: MIT
#pragma once

#include "domain/decision.h"
#include "domain/metrics/callfacts.h"
#include "domain/metrics/metricsquery.h"

#include <QSet>

#include <map>
#include <optional>

namespace textback {

/// Why a call is no customer's and is counted aside.
enum class Exclusion {
    OwnNumber, ///< internal: one line calls another
    Staff,
    Test, ///< a number that nobody has
    Spam, ///< blocked by the owner or screened by the carrier
    OptedOut,
};

using ExclusionCounts = std::map<Exclusion, int>;

/// Says of inbound calls whether they count.
class CallSieve {
public:
    explicit CallSieve(const MetricsQuery &query);

    std::optional<Exclusion> exclusionOf(const CallFact &call) const;
    /// The same for a number alone, without what only a call tells.
    std::optional<Exclusion> exclusionOf(const PhoneNumber &number) const;

private:
    bool m_fictionalCount;
    QSet<PhoneNumber> m_own;
    QSet<PhoneNumber> m_staff;
    QSet<PhoneNumber> m_blocked;
};

/// Whether a text was rightly not due (the caller is not eligible), or was due and did not go: the PC slept, a limit was reached, the provider
/// refused. The latter lowers the coverage. What waits for its hour (held-quiet-hours) is due.
bool isSuppression(DecisionReason reason);

} // namespace textback
