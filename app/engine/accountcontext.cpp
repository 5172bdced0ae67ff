// SPDX-License-Identifier: MIT
#include "engine/accountcontext.h"

namespace textback {

namespace {

constexpr Millis settlingTime = std::chrono::seconds(60); // a heartbeat and the first poll after waking

} // namespace

void AccountContext::noteSleep(Millis awayFor)
{
    m_awayFor = m_awayFor.value_or(Millis(0)) + awayFor;
    time.invalidate();
}

void AccountContext::noteAnswer(std::optional<UtcTime> providerTime)
{
    clockWatch.observe(providerTime);
    time.sample(providerTime);
    if (!m_awayFor)
        return;
    m_slept = Span{time.now() - *m_awayFor - settlingTime, time.now()};
    m_awayFor.reset();
}

bool AccountContext::sleptThrough(UtcTime moment) const
{
    return m_slept && moment >= m_slept->from && moment <= m_slept->until;
}

} // namespace textback
