// SPDX-License-Identifier: MIT
#include "engine/enginevoice.h"

#include "domain/ports/clock.h"
#include "engine/engine.h"

namespace textback {

EngineVoice::EngineVoice(Engine &engine, Clock &clock, Scheduler &scheduler)
    : m_engine(engine)
    , m_clock(clock)
    , m_notices([this](const std::optional<Notice> &news) { tellNotices(news); })
    , m_away(clock, scheduler, m_notices)
{
}

void EngineVoice::publish(const Changes &changes)
{
    if (!changes.conversations().isEmpty())
        emit m_engine.conversationsChanged(changes.conversations());
    for (const EngineEvent &event : changes.events())
        tell(event);
}

void EngineVoice::tell(EngineEvent event)
{
    event.time = m_clock.utcNow();
    emit m_engine.eventOccurred(event);
    m_away.noteEvent(event);
}

void EngineVoice::tellNotices(const std::optional<Notice> &news)
{
    emit m_engine.noticesChanged(m_notices.notices());
    if (!news)
        return;
    EngineEvent event;
    event.kind = EngineEvent::Kind::Notice;
    event.reason = toString(news->kind);
    event.conversation = news->conversation;
    event.detail = news->text;
    tell(event);
}

void EngineVoice::tellError(const Error &error)
{
    EngineEvent event;
    event.kind = EngineEvent::Kind::Error;
    event.reason = toString(error.kind);
    event.detail = error.detail;
    tell(event);
}

void EngineVoice::setConnection(const ConnectionState &state)
{
    const bool news = !m_connection || m_connection->kind != state.kind;
    m_connection = state;
    emit m_engine.connectionChanged(state);
    if (!news)
        return;
    EngineEvent event;
    event.kind = EngineEvent::Kind::Connection;
    event.reason = toString(state.kind);
    if (state.error)
        event.detail = state.error->detail;
    tell(event);
}

void EngineVoice::setTrouble(ConnectionState::Kind kind, const std::optional<Error> &error)
{
    ConnectionState state;
    state.kind = kind;
    state.error = error;
    if (m_connection)
        state.lastSuccess = m_connection->lastSuccess;
    setConnection(state);
    if (error)
        tellError(*error);
}

void EngineVoice::tellRestoration(const Restoration &restored)
{
    Notice notice;
    notice.kind = Notice::Kind::Restored;
    notice.from = restored.from;
    notice.text = restored.setAside;
    notice.count = restored.consentsDoubtful ? 1 : 0;
    m_notices.raise(notice);
}

void EngineVoice::noteBackup(const QString &problem, std::optional<UtcTime> newest)
{
    if (problem.isEmpty()) {
        m_notices.clear(Notice::Kind::NoBackup);
        return;
    }
    Notice notice;
    notice.kind = Notice::Kind::NoBackup;
    notice.from = newest;
    notice.text = problem;
    m_notices.raise(notice);
}

} // namespace textback
