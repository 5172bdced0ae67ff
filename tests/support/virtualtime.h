// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/clock.h"
#include "domain/ports/random.h"
#include "domain/ports/scheduler.h"

#include <map>
#include <random>

namespace textback::test {

/// Clock and scheduler of a test's own: time stands still until advance(). A simulated day takes as long as its callbacks.
class VirtualTime final : public Clock, public Scheduler {
public:
    /// Monday, 23 November 2026, 15:00:00 UTC unless said otherwise.
    explicit VirtualTime(UtcTime start = fromUnixMillis(1795446000000));

    UtcTime utcNow() const override { return m_wall; }
    Millis monotonicNow() const override { return m_monotonic; }

    /// Moves both clocks on, running what falls due in order, each call at its own moment.
    void advance(Millis span);
    /// Runs what is due now, also what that schedules for now.
    void settle() { advance(Millis(0)); }
    /// Moves the wall clock alone (somebody set it, NTP stepped).
    void jumpWall(Millis span) { m_wall += span; }
    /// Moves the clocks without running anything that falls due meanwhile before the end: the PC slept.
    void sleep(Millis span);
    size_t pendingCalls() const { return m_calls.size(); }

protected:
    quint64 schedule(Millis delay, std::function<void()> function) override;
    void cancel(quint64 id) override;
    bool isPending(quint64 id) const override;

private:
    struct Call {
        quint64 id;
        std::function<void()> function;
    };

    UtcTime m_wall;
    Millis m_monotonic{0};
    quint64 m_nextId = 1;
    std::multimap<Millis, Call> m_calls; // by monotonic due time, in order of scheduling among equals
};

/// Reproducible chance.
class SeededRandom final : public Random {
public:
    explicit SeededRandom(quint32 seed = 1)
        : m_engine(seed)
    {
    }
    double uniform() override { return std::uniform_real_distribution<double>(0.0, 1.0)(m_engine); }
    quint32 below(quint32 bound) override { return bound == 0 ? 0 : std::uniform_int_distribution<quint32>(0, bound - 1)(m_engine); }

private:
    std::mt19937 m_engine;
};

} // namespace textback::test
