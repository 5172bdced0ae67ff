// SPDX-License-Identifier: MIT
#pragma once

#include "domain/error.h"
#include "domain/ports/store.h"
#include "engine/awaywatch.h"
#include "engine/changes.h"
#include "engine/connectionstate.h"
#include "engine/notice.h"

#include <optional>

namespace textback {

class Clock;
class Engine;
class Scheduler;

/// Turns what the parts of the engine report into its signals: changes, events, notices and the state of the connection. Engine thread.
class EngineVoice final : public EngineReports {
public:
    EngineVoice(Engine &engine, Clock &clock, Scheduler &scheduler);
    Q_DISABLE_COPY_MOVE(EngineVoice)

    void publish(const Changes &changes) override;
    /// Tells it with the time of now.
    void tell(EngineEvent event);
    void setConnection(const ConnectionState &state);
    /// There is no session: why, and the error as an event of its own.
    void setTrouble(ConnectionState::Kind kind, const std::optional<Error> &error);
    void noteSleep(const SleepWatch::Gap &gap) { m_away.noteSleep(gap); }

    void tellRestoration(const Restoration &restored);
    /// An empty `problem`: backups are made again.
    void noteBackup(const QString &problem, std::optional<UtcTime> newest);

    NoticeBoard &notices() { return m_notices; }

private:
    void tellNotices(const std::optional<Notice> &news);
    void tellError(const Error &error);

    Engine &m_engine;
    Clock &m_clock;
    NoticeBoard m_notices;
    AwayWatch m_away;
    std::optional<ConnectionState> m_connection;
};

} // namespace textback
