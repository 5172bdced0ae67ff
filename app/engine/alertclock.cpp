// SPDX-License-Identifier: MIT
#include "engine/alertclock.h"

#include "domain/ports/alertstore.h"
#include "engine/accountcontext.h"

namespace textback {

AlertClock::AlertClock(AccountContext &context, std::function<void()> queued)
    : m_context(context)
    , m_alerts(context)
    , m_queued(std::move(queued))
{
}

Result<void> AlertClock::pump()
{
    if (const auto followed = followRules(); !followed)
        return followed;
    const UtcTime now = m_context.time.now();
    const auto next = m_context.store.alerts().nextAlertDue();
    if (!next)
        return tl::make_unexpected(next.error());
    if (!*next || **next > now)
        return {};
    Changes changes;
    bool queued = false;
    const auto done = m_context.store.transact([&]() -> Result<void> {
        changes.clear();
        const auto worked = doDue(now, changes);
        queued = worked.value_or(false);
        return worked ? Result<void>() : tl::make_unexpected(worked.error());
    });
    if (!done)
        return done;
    m_context.reports.publish(changes);
    if (queued)
        m_queued();
    return {};
}

Result<bool> AlertClock::doDue(UtcTime now, Changes &changes)
{
    AlertStore &alerts = m_context.store.alerts();
    bool queued = false;
    const auto customers = alerts.overdueCustomers(now);
    if (!customers)
        return tl::make_unexpected(customers.error());
    for (const WaitingCustomer &customer : *customers) {
        const auto raised = m_alerts.overdue(customer, changes);
        if (!raised)
            return raised;
        queued = queued || *raised;
    }
    const auto climbing = alerts.climbingAlerts(now);
    if (!climbing)
        return tl::make_unexpected(climbing.error());
    for (const Alert &alert : *climbing) {
        const auto climbed = m_alerts.climb(alert, changes);
        if (!climbed)
            return climbed;
        queued = queued || *climbed;
    }
    return queued;
}

/// The settings changed since the times were set, here or while the program was off.
Result<void> AlertClock::followRules()
{
    if (m_followsRules)
        return {};
    const auto customers = m_context.store.alerts().waitingCustomers();
    if (!customers)
        return tl::make_unexpected(customers.error());
    const bool off = m_context.rules.waiting.minutes <= 0;
    const auto done = customers->empty() ? Result<void>() : m_context.store.transact([&]() -> Result<void> {
        for (const WaitingCustomer &customer : *customers) {
            const auto moved =
                off ? m_context.store.alerts().endWaiting(customer.conversation, customer.since)
                    : m_context.store.alerts().setWaitingDue(customer.conversation, m_context.rules.waitedUntil(customer.since));
            if (!moved)
                return moved;
        }
        return {};
    });
    m_followsRules = done.has_value();
    return done;
}

} // namespace textback
