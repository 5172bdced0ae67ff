// SPDX-License-Identifier: MIT
#include "simulator/scenario.h"

#include "domain/ports/random.h"

#include <algorithm>

namespace textback {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Millis CallScript::length() const
{
    Millis length{0};
    for (const ScriptStep &step : steps) {
        if (step.leg == 0 && step.kind == ScriptStep::Kind::Status)
            length = std::max(length, step.at);
    }
    return length;
}

namespace {

/// Collects legs and steps.
class ScriptWriter {
public:
    ScriptWriter(const ScenarioVariant &variant, const ScenarioParties &parties, Random &random)
        : m_variant(variant)
        , m_parties(parties)
        , m_random(random)
    {
        m_script.legs.push_back({parties.caller, parties.ours, u"inbound"_s, false, {}, false});
    }

    ScriptLeg &root() { return m_script.legs.front(); }
    int child(const QString &to)
    {
        // A forwarded leg shows the caller's number, which is what <Dial> does unless it is given another.
        m_script.legs.push_back({m_parties.caller, to, u"outbound-dial"_s, true, {}, false});
        return static_cast<int>(m_script.legs.size()) - 1;
    }
    int separateCall(const QString &from, const QString &to)
    {
        m_script.legs.push_back({from, to, u"outbound-api"_s, false, {}, false});
        return static_cast<int>(m_script.legs.size()) - 1;
    }
    void at(Millis time, int leg, LegStatus status) { add({time, leg, ScriptStep::Kind::Status, status, {}}); }
    void at(Millis time, ScriptStep::Kind kind, const QString &code = {}) { add({time, 0, kind, LegStatus::Completed, code}); }

    /// The provider answers the caller at once.
    void pickUp()
    {
        at(0ms, 0, LegStatus::Ringing);
        at(400ms, 0, LegStatus::InProgress);
    }
    void hangUp(Millis time)
    {
        at(time, 0, LegStatus::Completed);
        at(time + 2s, ScriptStep::Kind::Priced);
    }
    /// Greeting and, if wanted, a message; ends the call.
    void voicemail(Millis from, bool message)
    {
        if (!message) {
            hangUp(from + between(4s, 7s)); // hears the greeting and hangs up
            return;
        }
        const Millis begin = from + 6s;
        const Millis end = begin + between(5s, 20s);
        at(begin, ScriptStep::Kind::RecordingBegins);
        hangUp(end);
        at(end + 1s, ScriptStep::Kind::RecordingEnds);
    }

    Millis between(Millis low, Millis high) const { return low + Millis(m_random.below(static_cast<quint32>((high - low).count()) + 1)); }
    Millis ring(Millis low, Millis high) const { return m_variant.ring.value_or(between(low, high)); }
    Millis talk(Millis low, Millis high) const { return m_variant.talk.value_or(between(low, high)); }
    LegStatus outcome(LegStatus usual) const { return m_variant.outcome.value_or(usual); }
    bool coin() const { return m_random.below(2) == 0; }
    bool voicemailWanted(bool usual) const { return m_variant.voicemail.value_or(usual); }
    const ScenarioVariant &variant() const { return m_variant; }
    const ScenarioParties &parties() const { return m_parties; }

    CallScript finish(const QString &description)
    {
        std::stable_sort(m_script.steps.begin(), m_script.steps.end(),
                         [](const ScriptStep &a, const ScriptStep &b) { return a.at < b.at; });
        m_script.description = description;
        return std::move(m_script);
    }

private:
    void add(ScriptStep step) { m_script.steps.push_back(std::move(step)); }

    const ScenarioVariant &m_variant;
    const ScenarioParties &m_parties;
    Random &m_random;
    CallScript m_script;
};

QString seconds(Millis time)
{
    return QString::number(std::chrono::round<std::chrono::seconds>(time).count());
}

constexpr Millis dialDelay = 800ms; ///< from the caller's leg to the first ring of a child
constexpr Millis dialTimeout = 20s; ///< the time-out of the <Dial> in these set-ups

/// How long a child rings until its outcome: busy and failed come soon.
Millis ringUntil(const ScriptWriter &writer, LegStatus outcome)
{
    if (outcome == LegStatus::Busy)
        return writer.ring(2s, 4s);
    if (outcome == LegStatus::Failed)
        return writer.ring(500ms, 1500ms);
    return writer.ring(dialTimeout, dialTimeout + 400ms);
}

CallScript unansweredThenVoicemail(ScriptWriter &writer)
{
    const LegStatus outcome = writer.outcome(LegStatus::NoAnswer);
    const bool message = writer.voicemailWanted(writer.coin());
    writer.pickUp();
    const int cell = writer.child(writer.parties().ownerPhone);
    writer.at(dialDelay, cell, LegStatus::Ringing);
    const Millis end = dialDelay + ringUntil(writer, outcome);
    writer.at(end, cell, outcome);
    writer.voicemail(end + 200ms, message);
    return writer.finish(message ? u"was not answered and left a voicemail"_s : u"was not answered and hung up at the greeting"_s);
}

CallScript answered(ScriptWriter &writer, Millis ring, Millis talk, const QString &description)
{
    writer.pickUp();
    const int cell = writer.child(writer.parties().ownerPhone);
    writer.at(dialDelay, cell, LegStatus::Ringing);
    writer.at(dialDelay + ring, cell, LegStatus::InProgress);
    writer.at(dialDelay + ring + talk, cell, LegStatus::Completed);
    writer.hangUp(dialDelay + ring + talk + 300ms);
    return writer.finish(description);
}

CallScript givesUp(ScriptWriter &writer)
{
    const Millis ring = writer.ring(12500ms, 16500ms);
    writer.pickUp();
    const int cell = writer.child(writer.parties().ownerPhone);
    writer.at(dialDelay, cell, LegStatus::Ringing);
    writer.at(dialDelay + ring, cell, writer.outcome(LegStatus::Canceled));
    writer.hangUp(dialDelay + ring + 100ms);
    return writer.finish(u"rang for %1 seconds and gave up"_s.arg(seconds(ring)));
}

CallScript bridgedOnly(ScriptWriter &writer, bool callerGivesUp)
{
    const int cell = writer.child(writer.parties().ownerPhone);
    const LegStatus outcome = writer.outcome(callerGivesUp ? LegStatus::Canceled : LegStatus::NoAnswer);
    const Millis ring = callerGivesUp ? writer.ring(12500ms, 16500ms) : ringUntil(writer, outcome);
    writer.at(0ms, 0, LegStatus::Ringing);
    writer.at(dialDelay, cell, LegStatus::Ringing);
    writer.at(dialDelay + ring, cell, callerGivesUp ? LegStatus::Canceled : outcome);
    writer.at(dialDelay + ring + 200ms, 0, outcome);
    return writer.finish(callerGivesUp ? u"rang for %1 seconds and gave up"_s.arg(seconds(ring)) : u"was not answered"_s);
}

CallScript ringTogether(ScriptWriter &writer)
{
    writer.pickUp();
    const int cell = writer.child(writer.parties().ownerPhone);
    const int app = writer.child(u"client:dispatch"_s);
    const int desk = writer.child(u"sip:desk@motorcity.sip.twilio.com"_s);
    for (const int leg : {cell, app, desk})
        writer.at(dialDelay, leg, LegStatus::Ringing);
    const Millis answer = dialDelay + writer.ring(5s, 14s);
    const Millis end = answer + writer.talk(20s, 90s);
    writer.at(answer, app, LegStatus::InProgress);
    writer.at(answer + 100ms, cell, LegStatus::Canceled);
    writer.at(answer + 100ms, desk, LegStatus::NoAnswer);
    writer.at(end, app, LegStatus::Completed);
    writer.hangUp(end + 300ms);
    return writer.finish(u"was answered on one of three phones"_s);
}

CallScript hunt(ScriptWriter &writer)
{
    writer.pickUp();
    Millis time = dialDelay;
    for (const QString &phone : {writer.parties().ownerPhone, u"client:dispatch"_s}) {
        const int leg = writer.child(phone);
        writer.at(time, leg, LegStatus::Ringing);
        time += writer.ring(14500ms, 15500ms);
        writer.at(time, leg, LegStatus::NoAnswer);
        time += 300ms;
    }
    const int last = writer.child(u"sip:desk@motorcity.sip.twilio.com"_s);
    writer.at(time, last, LegStatus::Ringing);
    const Millis answer = time + writer.between(3s, 9s);
    const Millis end = answer + writer.talk(20s, 90s);
    writer.at(answer, last, LegStatus::InProgress);
    writer.at(end, last, LegStatus::Completed);
    writer.hangUp(end + 300ms);
    return writer.finish(u"was answered on the third phone"_s);
}

CallScript queued(ScriptWriter &writer)
{
    writer.pickUp();
    const int agent = writer.separateCall(writer.parties().ours, u"client:agent"_s);
    const Millis answer = 3s + writer.ring(3s, 9s);
    const Millis end = answer + writer.talk(20s, 90s);
    writer.at(3s, agent, LegStatus::Queued);
    writer.at(3500ms, agent, LegStatus::Ringing);
    writer.at(answer, agent, LegStatus::InProgress);
    writer.at(end, agent, LegStatus::Completed);
    writer.hangUp(end + 300ms);
    return writer.finish(u"was answered by an agent"_s);
}

CallScript overflow(ScriptWriter &writer)
{
    // The carrier forwards only after the business's own phone has rung; this leg begins when that is over.
    writer.root().forwardedFrom = u"+13132230188"_s;
    writer.pickUp();
    if (writer.voicemailWanted(false))
        writer.voicemail(400ms, true);
    else
        writer.hangUp(writer.talk(6s, 10s));
    return writer.finish(u"was forwarded here unanswered"_s);
}

CallScript rejected(ScriptWriter &writer)
{
    writer.at(0ms, 0, LegStatus::Ringing);
    writer.at(0ms, 0, writer.outcome(LegStatus::NoAnswer));
    return writer.finish(u"was rejected"_s);
}

CallScript trunk(ScriptWriter &writer)
{
    const LegStatus outcome = writer.outcome(LegStatus::NoAnswer);
    writer.root().direction = u"trunking-originating"_s;
    writer.root().onTrunk = true;
    writer.at(0ms, 0, LegStatus::Ringing);
    const Millis ring = ringUntil(writer, outcome);
    if (outcome == LegStatus::Completed) {
        writer.at(ring, 0, LegStatus::InProgress);
        writer.hangUp(ring + writer.talk(20s, 90s));
    } else {
        writer.at(ring, 0, outcome);
    }
    return writer.finish(outcome == LegStatus::Completed ? u"was answered by the switchboard"_s : u"was not answered at the switchboard"_s);
}

CallScript appPhone(ScriptWriter &writer)
{
    const LegStatus outcome = writer.outcome(LegStatus::NoAnswer);
    writer.pickUp();
    const int phone = writer.child(u"sip:truck1@motorcity.sip.twilio.com"_s);
    writer.at(dialDelay, phone, LegStatus::Ringing);
    const Millis end = dialDelay + ringUntil(writer, outcome);
    writer.at(end, phone, outcome);
    writer.hangUp(end + 500ms);
    return writer.finish(outcome == LegStatus::Failed ? u"reached a phone that is offline"_s : u"was not answered"_s);
}

CallScript broken(ScriptWriter &writer)
{
    const LegStatus outcome = writer.outcome(LegStatus::Completed);
    writer.at(0ms, 0, LegStatus::Ringing);
    if (outcome == LegStatus::Completed) {
        writer.at(400ms, 0, LegStatus::InProgress);
        writer.at(1s, ScriptStep::Kind::SetUpFails, u"11200"_s);
        writer.hangUp(4s);
    } else {
        writer.at(1s, ScriptStep::Kind::SetUpFails, u"11200"_s);
        writer.at(1200ms, 0, outcome);
    }
    return writer.finish(u"heard an error, because the call set-up is broken"_s);
}

CallScript robot(ScriptWriter &writer)
{
    writer.pickUp();
    if (writer.voicemailWanted(false))
        writer.voicemail(1s, true);
    else
        writer.hangUp(writer.talk(15s, 45s));
    return writer.finish(u"was served by the menu"_s);
}

} // namespace

CallScript writeScript(Scenario scenario, const ScenarioVariant &variant, const ScenarioParties &parties, Random &random)
{
    ScriptWriter writer(variant, parties, random);
    switch (scenario) {
    case Scenario::A1:
        return unansweredThenVoicemail(writer);
    case Scenario::E: {
        CallScript script = unansweredThenVoicemail(writer);
        if (variant.flowTexts)
            script.steps.push_back({script.length() + 3s, 0, ScriptStep::Kind::FlowTexts, LegStatus::Completed, {}});
        return script;
    }
    case Scenario::A2:
        return answered(writer, writer.ring(5s, 14s), writer.talk(20s, 90s), u"was answered by the owner"_s);
    case Scenario::A3:
        return answered(writer, writer.ring(17s, 19s), writer.talk(4s, 40s), u"was answered by the cell phone's own voicemail"_s);
    case Scenario::A4:
        return givesUp(writer);
    case Scenario::A5: {
        const LegStatus outcome = writer.outcome(LegStatus::NoAnswer);
        writer.pickUp();
        const int cell = writer.child(parties.ownerPhone);
        const Millis end = dialDelay + ringUntil(writer, outcome);
        writer.at(dialDelay, cell, LegStatus::Ringing);
        writer.at(end, cell, outcome);
        writer.hangUp(end + 500ms);
        return writer.finish(u"was not answered"_s);
    }
    case Scenario::B1:
        return bridgedOnly(writer, false);
    case Scenario::B2:
        return bridgedOnly(writer, true);
    case Scenario::C:
        return ringTogether(writer);
    case Scenario::D:
        return hunt(writer);
    case Scenario::F:
        return robot(writer);
    case Scenario::G:
        return queued(writer);
    case Scenario::H:
        return overflow(writer);
    case Scenario::I:
        return rejected(writer);
    case Scenario::J:
        return trunk(writer);
    case Scenario::K:
        return appPhone(writer);
    case Scenario::L:
        return broken(writer);
    }
    Q_UNREACHABLE();
}

} // namespace textback
