// SPDX-License-Identifier: MIT
#include "domain/ports/scheduler.h"

#include <utility>

namespace textback {

ScheduledCall::ScheduledCall(ScheduledCall &&other) noexcept
    : m_scheduler(std::exchange(other.m_scheduler, nullptr))
    , m_id(other.m_id)
{
}

ScheduledCall &ScheduledCall::operator=(ScheduledCall &&other) noexcept
{
    if (this != &other) {
        cancel();
        m_scheduler = std::exchange(other.m_scheduler, nullptr);
        m_id = other.m_id;
    }
    return *this;
}

ScheduledCall::~ScheduledCall()
{
    cancel();
}

void ScheduledCall::cancel()
{
    if (m_scheduler)
        std::exchange(m_scheduler, nullptr)->cancel(m_id);
}

bool ScheduledCall::isActive() const
{
    return m_scheduler && m_scheduler->isPending(m_id);
}

ScheduledCall Scheduler::callAfter(Millis delay, std::function<void()> function)
{
    return ScheduledCall(this, schedule(delay, std::move(function)));
}

} // namespace textback
