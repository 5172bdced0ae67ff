// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/scheduler.h"
#include "simulator/cast.h"
#include "simulator/simulatedcalls.h"
#include "simulator/simulatedtexts.h"

#include <QObject>
#include <QStringList>

#include <map>

namespace textback {

class Random;

/// Brings the simulated line to life: callers ring by themselves, and those of the cast answer texts as customers do. One thread.
class SimulatedCustomers : public QObject {
    Q_OBJECT

public:
    SimulatedCustomers(Scheduler &scheduler, Random &random, SimulatedCalls &calls, SimulatedTexts &texts, const SimulatorOptions &options,
                       QObject *parent = nullptr);

    /// Callers begin to ring; reads SimulatorOptions::callsPerMinute anew each time. Call it again after a change of the rate.
    void startRinging();
    /// What this caller might say next: the rest of their lines, then what anybody might say.
    QStringList repliesFor(const QString &number) const;
    /// A person replies in this caller's name: their own next line is skipped if it is the same.
    void noteReply(const QString &number, const QString &text);

private:
    void ringOnce();
    const CastMember *nextCaller();
    CallOrder usualCall(const CastMember &member);
    void scheduleReply(const QString &textSid);
    void reply(const QString &number, const QString &ours);
    Millis scaled(Millis time) const;

    struct Talk {
        qsizetype said = 0; ///< replies already given
        ScheduledCall next;
    };

    Scheduler &m_scheduler;
    Random &m_random;
    SimulatedCalls &m_calls;
    SimulatedTexts &m_texts;
    const SimulatorOptions &m_options;
    std::vector<const CastMember *> m_queue; ///< who rings next: everybody once, in random order, then again
    std::map<QString, Talk> m_talks;
    ScheduledCall m_nextRing;
    bool m_rangBefore = false;
};

} // namespace textback
