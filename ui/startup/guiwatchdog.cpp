// SPDX-License-Identifier: MIT
#include "ui/startup/guiwatchdog.h"

#include "domain/ports/clock.h"

#include <QLoggingCategory>

#include <algorithm>
#include <utility>

namespace textback {

namespace {

Q_LOGGING_CATEGORY(log, "textback.gui")

} // namespace

GuiWatchdog::GuiWatchdog(const Clock &clock, Scheduler &scheduler, std::function<bool()> looking)
    : m_clock(clock)
    , m_scheduler(scheduler)
    , m_looking(std::move(looking))
{
    wait();
}

void GuiWatchdog::wait()
{
    m_judges = m_looking();
    const Millis delay = m_judges ? beat : idleBeat;
    m_lastBeat = m_clock.monotonicNow();
    m_next = m_scheduler.callAfter(delay, [this] {
        judge();
        wait();
    });
}

void GuiWatchdog::judge()
{
    // The whole time since the last beat, so that no stillness of that length goes unseen, wherever in it it began.
    const Millis gap = m_clock.monotonicNow() - m_lastBeat;
    if (!m_judges || gap <= longestGap || gap > longestFreeze)
        return;
    ++m_gaps;
    m_longest = std::max(m_longest, gap);
    qCWarning(log, "the window stood still for %lld ms", static_cast<long long>(gap.count()));
}

} // namespace textback
