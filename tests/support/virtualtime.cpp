// SPDX-License-Identifier: MIT
#include "support/virtualtime.h"

#include <algorithm>

namespace textback::test {

VirtualTime::VirtualTime(UtcTime start)
    : m_wall(start)
{
}

void VirtualTime::advance(Millis span)
{
    const Millis end = m_monotonic + span;
    while (!m_calls.empty() && m_calls.begin()->first <= end) {
        const auto first = m_calls.begin();
        const Millis step = std::max(first->first - m_monotonic, Millis(0));
        m_monotonic += step;
        m_wall += step;
        const std::function<void()> function = std::move(first->second.function);
        m_calls.erase(first);
        function();
    }
    m_wall += end - m_monotonic;
    m_monotonic = end;
}

void VirtualTime::sleep(Millis span)
{
    m_monotonic += span;
    m_wall += span;
}

quint64 VirtualTime::schedule(Millis delay, std::function<void()> function)
{
    const quint64 id = m_nextId++;
    m_calls.emplace(m_monotonic + std::max(delay, Millis(0)), Call{id, std::move(function)});
    return id;
}

void VirtualTime::cancel(quint64 id)
{
    std::erase_if(m_calls, [id](const auto &entry) { return entry.second.id == id; });
}

bool VirtualTime::isPending(quint64 id) const
{
    return std::any_of(m_calls.begin(), m_calls.end(), [id](const auto &entry) { return entry.second.id == id; });
}

} // namespace textback::test
