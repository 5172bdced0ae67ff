// SPDX-License-Identifier: MIT
#include "domain/traps/linefacts.h"

#include <algorithm>

namespace textback {

namespace {

/// Shorter than that nothing was heard: 3 s or so pass until a phone begins to ring, and one that forwards everything rings a moment at most.
constexpr Millis shortestHeard = std::chrono::seconds(6);

bool anyPhoneRang(const TrapCall &call)
{
    // Behind a trunk nobody sees the phones.
    if (call.root.direction == CallDirection::InboundTrunk)
        return true;
    if (call.legs.empty())
        return ringTime(call.root) >= shortestHeard;
    return std::any_of(call.legs.begin(), call.legs.end(), [](const CallLeg &leg) { return ringTime(leg) >= shortestHeard; });
}

} // namespace

void LineFacts::add(const TrapCall &call)
{
    const Millis age = m_now - call.at;
    if (age < Millis(0) || age > histogramSpan)
        return;
    addLegs(call);
    const bool inWeek = age <= weekSpan;
    if (age <= daySpan)
        m_lastDay.push_back({call.at, call.missed, call.answered, anyPhoneRang(call)});
    else
        m_missedBefore += call.missed ? 1 : 0;
    m_missedInWeek += inWeek && call.missed ? 1 : 0;
    m_textedElsewhere += inWeek && call.missed && call.textedElsewhere ? 1 : 0;
    m_flowFailed += inWeek && call.flowFailed ? 1 : 0;
}

void LineFacts::addLegs(const TrapCall &call)
{
    std::optional<RingAndTalk> answered;
    for (const CallLeg &leg : call.legs) {
        if (const Millis ring = ringTime(leg); leg.status == LegStatus::NoAnswer && ring > Millis(0)) {
            ++m_rings.unansweredLegs;
            m_rings.longestRing = std::max(m_rings.longestRing, ring);
        }
        const std::optional<RingAndTalk> picked = leg.answeredBy == AnsweredBy::Machine ? std::nullopt : ringAndTalk(leg);
        if (picked && (!answered || picked->talk > answered->talk))
            answered = picked;
    }
    if (call.answered && answered)
        ++m_answered[*answered];
}

} // namespace textback
