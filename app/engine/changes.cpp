// SPDX-License-Identifier: MIT
#include "engine/changes.h"

namespace textback {

void Changes::touch(ConversationId conversation)
{
    if (!conversation.isNull() && !m_conversations.contains(conversation))
        m_conversations.append(conversation);
}

EngineEvent &Changes::add(EngineEvent::Kind kind)
{
    EngineEvent event;
    event.kind = kind;
    return m_events.emplace_back(event);
}

void Changes::clear()
{
    m_conversations.clear();
    m_events.clear();
}

} // namespace textback
