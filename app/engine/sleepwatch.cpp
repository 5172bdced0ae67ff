// SPDX-License-Identifier: MIT
#include "engine/sleepwatch.h"

#include "engine/enginelog.h"

#include <algorithm>

namespace textback {

namespace {

constexpr Millis heartbeat = std::chrono::seconds(10);
constexpr Millis worthALine = 3 * heartbeat;
constexpr Millis longestGap = std::chrono::seconds(60); // beyond it the PC slept (or froze, which is the same to us)
constexpr Millis clockStep = std::chrono::minutes(2);

} // namespace

SleepWatch::SleepWatch(const Clock &clock, Scheduler &scheduler, std::function<void(const Gap &)> noticed)
    : m_clock(clock)
    , m_scheduler(scheduler)
    , m_noticed(std::move(noticed))
{
}

void SleepWatch::start()
{
    m_wall = m_clock.utcNow();
    m_monotonic = m_clock.monotonicNow();
    beat();
}

void SleepWatch::beat()
{
    m_beat = m_scheduler.callAfter(heartbeat, [this] {
        tick();
        beat();
    });
}

void SleepWatch::tick()
{
    const UtcTime wall = m_clock.utcNow();
    const Millis monotonic = m_clock.monotonicNow();
    const Millis wallGap = wall - m_wall;
    const Millis monotonicGap = monotonic - m_monotonic;
    m_wall = wall;
    m_monotonic = monotonic;
    // In sleep the monotonic clock of some systems stands still, that of others goes on: a forward gap of either is taken for sleep.
    const bool slept = monotonicGap > longestGap || wallGap - monotonicGap > clockStep;
    if (std::max(wallGap, monotonicGap) > worthALine)
        qCInfo(engineLog, "nothing ran for %lld s (%lld s by the wall clock)", static_cast<long long>(monotonicGap.count() / 1000),
               static_cast<long long>(wallGap.count() / 1000));
    const bool setBack = monotonicGap - wallGap > clockStep;
    if (slept || setBack)
        m_noticed({std::max(wallGap, monotonicGap), slept});
}

} // namespace textback
