// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/clock.h"
#include "domain/ports/scheduler.h"

#include <QObject>
#include <QTimer>

#include <map>

namespace textback {

/// The Scheduler on a thread's event loop: one precise timer for the next due call, so that an idle program never wakes. Belongs to the
/// thread that it was made on. Calls that are due at the same moment come in the order in which they were asked for.
/// Due times are monotonic; after the PC slept a call may come late, never early.
class EventLoopScheduler final : public QObject, public Scheduler {
    Q_OBJECT

public:
    explicit EventLoopScheduler(const Clock &clock, QObject *parent = nullptr);

protected:
    quint64 schedule(Millis delay, std::function<void()> function) override;
    void cancel(quint64 id) override;
    bool isPending(quint64 id) const override;

private:
    /// Due time, then the order of asking.
    using Key = std::pair<Millis, quint64>;

    void runDue();
    void arm();

    const Clock &m_clock;
    QTimer m_timer;
    std::map<Key, std::function<void()>> m_calls;
    std::map<quint64, Millis> m_dueById;
    quint64 m_nextId = 1;
};

} // namespace textback
