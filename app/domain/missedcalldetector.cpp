// SPDX-License-Identifier: MIT
#include "domain/missedcalldetector.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace textback {

namespace {

int wholeSeconds(Millis span)
{
    return static_cast<int>(std::chrono::round<std::chrono::seconds>(span).count());
}

constexpr Millis ringCadence = 6s;             // North American: 2 s on, 4 s off
constexpr Millis hangUpTogether = 2s;          // root and leg end within this: nothing came after the Dial
constexpr Millis dialSlack = 3s;               // a leg that rang to within this of the time-out ran into it
constexpr Millis limitWhileUnknown = 15s;      // in place of time-out minus slack
constexpr Millis shortestBelievedTimeout = 8s; // nobody lets a phone ring but once
constexpr Millis fastestTimeout = 10s;         // a phone that stopped earlier while the caller stayed was declined
constexpr Millis noRing = 1s;                  // providers count in whole seconds
constexpr Millis longestWaitForRoot = 5min;
constexpr int legsToLearnFrom = 3;

Millis lengthOf(const CallLeg &leg)
{
    const std::optional<UtcTime> start = leg.startTime();
    const std::optional<UtcTime> end = leg.endTime();
    return start && end ? std::max(*end - *start, Millis(0)) : Millis(0);
}

/// One call on its way to a verdict.
class Reading {
public:
    Reading(const CallRecord &call, const Line &line, const RingStatistics &learned, const DetectorOptions &options)
        : m_call(call)
        , m_line(line)
        , m_options(options)
        , m_dialTimeout(learned.dialTimeout())
    {
    }

    CallVerdict read(UtcTime now)
    {
        const bool gaveUpWaiting = m_call.isInbound() && !m_call.root.isFinal() && deadFor(longestWaitForRoot, now);
        if (!m_call.isFinal() && !gaveUpWaiting)
            return open();
        m_rootIsOpen = gaveUpWaiting;
        m_verdict.endedAt = endedAt();
        if (!m_call.isInbound())
            return outbound();
        if (m_line.overflow)
            return overflow();
        return m_call.legs.empty() ? withoutLegs() : withLegs();
    }

private:
    CallVerdict open() const
    {
        CallVerdict verdict;
        verdict.open = true;
        return verdict;
    }

    CallVerdict needsDetails() const
    {
        CallVerdict verdict;
        verdict.needsDetails = true;
        return verdict;
    }

    CallVerdict missed(Disposition disposition)
    {
        m_verdict.missed = true;
        m_verdict.disposition = recorded() ? Disposition::Voicemail : disposition;
        m_verdict.flowFailed = m_verdict.flowFailed || (m_call.details && m_call.details->flowFailed);
        return m_verdict;
    }

    CallVerdict notMissed(Disposition disposition, DecisionReason because)
    {
        m_verdict.disposition = disposition;
        m_verdict.notMissedBecause = because;
        return m_verdict;
    }

    CallVerdict outbound()
    {
        const bool toMachine = m_call.root.answeredBy == AnsweredBy::Machine;
        switch (m_call.root.status) {
        case LegStatus::Completed:
            m_verdict.disposition = toMachine ? Disposition::Voicemail : Disposition::Answered;
            m_verdict.talked = m_call.root.duration.value_or(Millis(0));
            return m_verdict;
        case LegStatus::Busy:
            m_verdict.disposition = Disposition::Busy;
            break;
        case LegStatus::Failed:
            m_verdict.disposition = Disposition::Failed;
            break;
        case LegStatus::Canceled:
            m_verdict.disposition = Disposition::Abandoned;
            break;
        case LegStatus::NoAnswer:
        case LegStatus::Queued:
        case LegStatus::Ringing:
        case LegStatus::InProgress:
            m_verdict.disposition = Disposition::NoAnswer;
            break;
        }
        m_verdict.rang = ringTime(m_call.root);
        return m_verdict;
    }

    /// Rule H: the carrier forwarded because nobody answered, so this call is missed whatever happens to it here.
    CallVerdict overflow()
    {
        const bool timed = m_call.root.startTime() && m_call.root.endTime();
        if (mayHaveRecording(timed ? lengthOf(m_call.root) : longestWaitForRoot))
            return needsDetails();
        m_verdict.rang = m_call.legs.empty() ? ringTime(m_call.root) : ringSpan();
        switch (m_call.root.status) {
        case LegStatus::Busy:
            return missed(Disposition::Busy);
        case LegStatus::Failed:
            m_verdict.flowFailed = true;
            return missed(Disposition::Failed);
        case LegStatus::Canceled:
            return missed(Disposition::Abandoned);
        case LegStatus::Completed:
        case LegStatus::NoAnswer:
        case LegStatus::Queued:
        case LegStatus::Ringing:
        case LegStatus::InProgress:
            break;
        }
        return missed(Disposition::NoAnswer);
    }

    /// Rules A to E and K: phones were rung.
    CallVerdict withLegs()
    {
        m_verdict.rang = ringSpan();
        m_verdict.talked = longestTalk();
        if (anyLeg([this](const CallLeg &leg) { return answeredByPerson(leg); }))
            return notMissed(Disposition::Answered, DecisionReason::Answered);
        if (anyIs(LegStatus::Completed))
            return missed(Disposition::Voicemail);

        const Millis limit = m_dialTimeout ? *m_dialTimeout - dialSlack : limitWhileUnknown;
        const Millis ring = m_verdict.rang.count() > 0 ? m_verdict.rang : lengthOf(m_call.root);
        const bool tooEarly = ring < std::min(ringCadence * m_line.minRings, limit);
        const bool leftWhileRinging =
            endedTogether() && allAre(LegStatus::NoAnswer) && !isUnreachable(lastLeg()) && ringTime(lastLeg()) < limit;
        const bool abandoned = !m_rootIsOpen && (anyIs(LegStatus::Canceled) || leftWhileRinging);
        // A recording on the root shows that the caller stayed, where "no answer" leaves open who gave up.
        const bool recordingDecides = leftWhileRinging && tooEarly && !anyIs(LegStatus::Canceled);
        if (mayHaveRecording(recordingDecides ? longestWaitForRoot : afterLastLeg()))
            return needsDetails();
        if (abandoned && !recorded())
            return tooEarly ? notMissed(Disposition::Abandoned, DecisionReason::HungUpEarly) : missed(Disposition::Abandoned);
        return missed(unansweredDisposition(limit));
    }

    /// Rules F, G, I, J and L: no phone was rung, or none that the provider knows of.
    CallVerdict withoutLegs()
    {
        const LegStatus status = m_call.root.status;
        const bool trunk = m_call.root.direction == CallDirection::InboundTrunk;
        if (status == LegStatus::Completed)
            return trunk ? answeredByPbx() : finishedByRobot();

        const Millis ring = ringTime(m_call.root);
        m_verdict.rang = ring;
        const bool rangLongEnough = ring >= ringCadence * m_line.minRings;
        switch (status) {
        case LegStatus::Failed:
            m_verdict.flowFailed = true;
            return missed(Disposition::Failed);
        case LegStatus::Busy:
            return trunk ? missed(Disposition::Busy) : notMissed(Disposition::Blocked, DecisionReason::Screened);
        case LegStatus::Canceled:
            return rangLongEnough ? missed(Disposition::Abandoned) : notMissed(Disposition::Abandoned, DecisionReason::HungUpEarly);
        case LegStatus::NoAnswer:
            if (trunk || rangLongEnough)
                return missed(Disposition::NoAnswer);
            if (ring <= noRing)
                return notMissed(Disposition::Blocked, DecisionReason::Screened);
            return notMissed(Disposition::Abandoned, DecisionReason::HungUpEarly);
        case LegStatus::Completed:
        case LegStatus::Queued:
        case LegStatus::Ringing:
        case LegStatus::InProgress:
            break;
        }
        return open();
    }

    /// Rule J: behind a trunk nobody sees who picked up; it may have been the PBX's voicemail.
    CallVerdict answeredByPbx()
    {
        m_verdict.talked = m_call.root.duration.value_or(Millis(0));
        if (!answeredByPerson(m_call.root))
            return missed(Disposition::Voicemail);
        return notMissed(Disposition::Answered, DecisionReason::Answered);
    }

    /// Rules F, G and L: a menu, a robot, a queue whose agents have calls of their own, or an error message. Never assumed missed.
    CallVerdict finishedByRobot()
    {
        if (!m_call.details)
            return needsDetails();
        if (m_call.details->flowFailed)
            return missed(Disposition::Failed);
        if (recorded() || m_options.robotCallsAreMissed)
            return missed(Disposition::NoAnswer);
        m_verdict.talked = m_call.root.duration.value_or(Millis(0));
        return notMissed(Disposition::Answered, DecisionReason::RobotOrMenu);
    }

    Disposition unansweredDisposition(Millis limit)
    {
        if (anyLeg([](const CallLeg &leg) { return leg.status == LegStatus::NoAnswer && !isUnreachable(leg); })) {
            const bool declined = m_dialTimeout && !endedTogether() && !m_rootIsOpen && allAre(LegStatus::NoAnswer) &&
                                  ringTime(lastLeg()) > Millis(0) && m_verdict.rang < std::min(limit, fastestTimeout);
            return declined ? Disposition::Declined : Disposition::NoAnswer;
        }
        if (anyIs(LegStatus::Busy))
            return Disposition::Busy;
        if (anyIs(LegStatus::Canceled))
            return Disposition::NoAnswer;
        m_verdict.flowFailed = true;
        return Disposition::Failed;
    }

    /// A SIP phone or an app that is offline ends its leg at once (rule K).
    static bool isUnreachable(const CallLeg &leg)
    {
        if (leg.status == LegStatus::Failed)
            return true;
        const bool isDevice = leg.to.startsWith(QLatin1StringView("sip:")) || leg.to.startsWith(QLatin1StringView("client:"));
        return isDevice && leg.status == LegStatus::NoAnswer && leg.startTime() && leg.endTime() && lengthOf(leg) <= noRing;
    }

    bool answeredByPerson(const CallLeg &leg) const
    {
        // Where the provider does not tell how long the talk was, it counts as one: a text too few is better than one too many.
        return leg.status == LegStatus::Completed && leg.answeredBy != AnsweredBy::Machine &&
               (!leg.duration || *leg.duration >= m_options.shortestTalk) && !wentToCarrier(leg);
    }

    /// The owner has said when a cell phone's voicemail takes calls to this line.
    bool wentToCarrier(const CallLeg &leg) const
    {
        if (m_line.voicemailAfter == 0 || leg.answeredBy == AnsweredBy::Human)
            return false;
        const std::optional<RingAndTalk> facts = ringAndTalk(leg);
        return facts && std::abs(facts->ring - m_line.voicemailAfter) <= carriervoicemail::steadySpread &&
               facts->talk <= carriervoicemail::shortTalk;
    }

    template <typename Predicate>
    bool anyLeg(Predicate predicate) const
    {
        return std::any_of(m_call.legs.begin(), m_call.legs.end(), predicate);
    }

    bool anyIs(LegStatus status) const
    {
        return anyLeg([status](const CallLeg &leg) { return leg.status == status; });
    }

    bool allAre(LegStatus status) const
    {
        return std::all_of(m_call.legs.begin(), m_call.legs.end(), [status](const CallLeg &leg) { return leg.status == status; });
    }

    bool recorded() const { return m_call.details && m_call.details->recordings > 0; }

    /// Whether to ask for recordings: only who was answered by the set-up, and stayed, can have left a message.
    bool mayHaveRecording(Millis stayed) const
    {
        return !m_call.details && m_call.root.status == LegStatus::Completed && stayed > hangUpTogether;
    }

    const CallLeg &lastLeg() const
    {
        return *std::max_element(m_call.legs.begin(), m_call.legs.end(),
                                 [](const CallLeg &a, const CallLeg &b) { return a.endTime() < b.endTime(); });
    }

    /// How long the caller stayed after the last phone stopped; very long where the provider gives no times, so that nothing is concluded.
    Millis afterLastLeg() const
    {
        const std::optional<UtcTime> rootEnd = m_call.root.endTime();
        const std::optional<UtcTime> legEnd = lastLeg().endTime();
        return rootEnd && legEnd ? *rootEnd - *legEnd : longestWaitForRoot;
    }

    /// Whether nothing came after the phones stopped. A root that was never answered had nothing else to offer.
    bool endedTogether() const { return !m_rootIsOpen && (m_call.root.status != LegStatus::Completed || afterLastLeg() <= hangUpTogether); }

    /// From the first phone's start to the last one's end: phones that rang one after the other add up.
    Millis ringSpan() const
    {
        std::optional<UtcTime> first;
        std::optional<UtcTime> last;
        for (const CallLeg &leg : m_call.legs) {
            if (leg.status == LegStatus::Completed)
                continue;
            if (const std::optional<UtcTime> start = leg.startTime(); start && (!first || *start < *first))
                first = start;
            if (const std::optional<UtcTime> end = leg.endTime(); end && (!last || *end > *last))
                last = end;
        }
        return first && last ? std::max(*last - *first, Millis(0)) : Millis(0);
    }

    Millis longestTalk() const
    {
        Millis talk(0);
        for (const CallLeg &leg : m_call.legs) {
            if (leg.status == LegStatus::Completed)
                talk = std::max(talk, leg.duration.value_or(Millis(0)));
        }
        return talk;
    }

    /// Whether every phone stopped ringing unanswered at least `span` ago while the root goes on.
    bool deadFor(Millis span, UtcTime now) const
    {
        if (m_call.legs.empty() || anyLeg([](const CallLeg &leg) { return !leg.isFinal() || leg.status == LegStatus::Completed; }))
            return false;
        const std::optional<UtcTime> end = lastLeg().endTime();
        return end && now - *end >= span;
    }

    UtcTime endedAt() const
    {
        std::optional<UtcTime> end = m_call.root.endTime();
        for (const CallLeg &leg : m_call.legs) {
            if (!m_call.root.endTime())
                end = std::max(end, leg.endTime());
        }
        if (!end)
            end = m_call.root.startTime();
        return end.value_or(UtcTime());
    }

    const CallRecord &m_call;
    const Line &m_line;
    const DetectorOptions &m_options;
    std::optional<Millis> m_dialTimeout;
    bool m_rootIsOpen = false; ///< still open, but no longer waited for
    CallVerdict m_verdict;
};

} // namespace

std::optional<Millis> RingStatistics::dialTimeout() const
{
    if (unansweredLegs < legsToLearnFrom || longestRing < shortestBelievedTimeout)
        return std::nullopt;
    return longestRing;
}

CallVerdict detectMissedCall(const CallRecord &call, const Line &line, const RingStatistics &learned, const DetectorOptions &options,
                             UtcTime now)
{
    return Reading(call, line, learned, options).read(now);
}

std::optional<RingAndTalk> ringAndTalk(const CallLeg &leg)
{
    const std::optional<UtcTime> began = leg.created ? leg.created : leg.started;
    const std::optional<UtcTime> ended = leg.endTime();
    if (leg.status != LegStatus::Completed || !began || !ended || !leg.duration || *leg.duration <= Millis(0))
        return std::nullopt;
    return RingAndTalk{wholeSeconds(std::max(*ended - *began - *leg.duration, Millis(0))), wholeSeconds(*leg.duration)};
}

Millis ringTime(const CallLeg &leg)
{
    return leg.isFinal() && leg.status != LegStatus::Completed ? lengthOf(leg) : Millis(0);
}

} // namespace textback
