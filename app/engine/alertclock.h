// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/scheduler.h"
#include "domain/result.h"
#include "domain/sequencerules.h"
#include "domain/time.h"
#include "engine/alertdesk.h"

#include <functional>

namespace textback {

struct AccountContext;

/// Lets alerts climb until somebody takes them, and raises those of customers who wait. What is due stands in the database, so that a restart
/// or a sleep loses none. It looks after each round of the polls: without news from the provider nothing is due, because the answer may be there.
class AlertClock {
public:
    /// `queued` is called after a commit that left a text to send.
    AlertClock(AccountContext &context, std::function<void()> queued);

    /// Does what is due. Only after both lists were read.
    Result<void> pump();
    /// Other rules are in force: whoever waits is looked at anew.
    void rulesChanged() { m_followsRules = false; }

private:
    Result<void> followRules();
    Result<bool> doDue(UtcTime now, Changes &changes);

    AccountContext &m_context;
    AlertDesk m_alerts;
    std::function<void()> m_queued;
    bool m_followsRules = false; // the customers' times are those of the rules in force
};

} // namespace textback
