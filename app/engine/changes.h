// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ids.h"
#include "engine/engineevents.h"

#include <QList>

#include <vector>

namespace textback {

/// What a transaction brought about, gathered while it runs and told only once it is committed.
class Changes {
public:
    /// Rows of this conversation changed. Null ids are left out.
    void touch(ConversationId conversation);
    /// An event to tell; its time is filled in when it is told.
    EngineEvent &add(EngineEvent::Kind kind);
    void clear();

    const QList<ConversationId> &conversations() const { return m_conversations; }
    const std::vector<EngineEvent> &events() const { return m_events; }
    bool isEmpty() const { return m_conversations.isEmpty() && m_events.empty(); }

private:
    QList<ConversationId> m_conversations; // in order of first touch, each once
    std::vector<EngineEvent> m_events;
};

/// Where the parts of the engine report to. Engine thread.
class EngineReports {
public:
    virtual ~EngineReports() = default;

    /// Committed changes: tell the world.
    virtual void publish(const Changes &changes) = 0;
};

} // namespace textback
