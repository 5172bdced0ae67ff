// SPDX-License-Identifier: MIT
#include "ui/tray/reminder.h"

#include <utility>

namespace textback {

Reminder::Reminder(Scheduler &scheduler, std::function<void(const EngineEvent &)> again)
    : m_scheduler(scheduler)
    , m_again(std::move(again))
{
}

void Reminder::setMinutes(int minutes)
{
    if (minutes == m_minutes)
        return;
    m_minutes = minutes;
    for (auto &[id, waiting] : m_waiting)
        schedule(waiting);
}

void Reminder::told(const EngineEvent &event)
{
    Waiting &waiting = m_waiting[event.conversation.value];
    waiting.event = event;
    schedule(waiting);
}

void Reminder::forget(ConversationId conversation)
{
    m_waiting.erase(conversation.value);
}

void Reminder::schedule(Waiting &waiting)
{
    waiting.next.cancel();
    if (m_minutes <= 0)
        return;
    waiting.next = m_scheduler.callAfter(std::chrono::minutes(m_minutes), [this, event = waiting.event] { m_again(event); });
}

} // namespace textback
