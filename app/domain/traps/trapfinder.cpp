// SPDX-License-Identifier: MIT
#include "domain/traps/trapfinder.h"

#include "domain/enumnames.h"

#include <algorithm>

namespace textback {

namespace {

constexpr EnumName<TrapKind> kindNames[] = {
    {TrapKind::CarrierVoicemail, QLatin1StringView("carrier-voicemail")},
    {TrapKind::SilencedPhone, QLatin1StringView("silenced-phone")},
    {TrapKind::UnconditionalForwarding, QLatin1StringView("unconditional-forwarding")},
    {TrapKind::RingsTooLong, QLatin1StringView("rings-too-long")},
    {TrapKind::MinRingsTooMany, QLatin1StringView("min-rings-too-many")},
    {TrapKind::ElsewhereTexts, QLatin1StringView("elsewhere-texts")},
    {TrapKind::FlowFails, QLatin1StringView("flow-fails")},
};

constexpr EnumName<TrapAdvice> adviceNames[] = {
    {TrapAdvice::ConfirmVoicemail, QLatin1StringView("confirm-voicemail")},
    {TrapAdvice::RingFifteenToEighteen, QLatin1StringView("ring-15-to-18")},
    {TrapAdvice::CheckIphone, QLatin1StringView("check-iphone")},
    {TrapAdvice::SwitchOffForwarding, QLatin1StringView("switch-off-forwarding")},
    {TrapAdvice::FewerRings, QLatin1StringView("fewer-rings")},
    {TrapAdvice::SwitchOffOther, QLatin1StringView("switch-off-other")},
    {TrapAdvice::RepairFlow, QLatin1StringView("repair-flow")},
};

constexpr int secondsPerRing = 6; // North American cadence: 2 s on, 4 s off
constexpr int daysBefore = 29;    // of 30, without the last one

using Finding = std::optional<TrapFinding>;

TrapFinding found(TrapKind kind, const LineFacts &facts, std::vector<TrapAdvice> advice)
{
    TrapFinding finding;
    finding.kind = kind;
    finding.line = facts.line();
    finding.advice = std::move(advice);
    return finding;
}

/// What of a histogram lies between two rings: how many were short, and their talk.
struct Window {
    int all = 0;
    int shortOnes = 0;
    int medianTalk = 0;
};

Window windowOf(const LineFacts &facts, int from, int to)
{
    Window window;
    std::map<int, int> talks;
    for (const auto &[call, count] : facts.answered()) {
        if (call.ring < from || call.ring > to)
            continue;
        window.all += count;
        if (call.talk > carriervoicemail::shortTalk)
            continue;
        window.shortOnes += count;
        talks[call.talk] += count;
    }
    int passed = 0;
    for (const auto &[talk, count] : talks) {
        passed += count;
        if (2 * passed >= window.shortOnes) {
            window.medianTalk = talk;
            break;
        }
    }
    return window;
}

int answeredCalls(const LineFacts &facts)
{
    int calls = 0;
    for (const auto &[call, count] : facts.answered())
        calls += count;
    return calls;
}

Finding carrierVoicemail(const LineFacts &facts)
{
    const Window all = windowOf(facts, traps::earliestVoicemail, traps::latestVoicemail);
    int from = traps::earliestVoicemail;
    Window best;
    for (int start = traps::earliestVoicemail; start + carriervoicemail::steadySpread <= traps::latestVoicemail; ++start) {
        const Window window = windowOf(facts, start, start + carriervoicemail::steadySpread);
        if (window.shortOnes > best.shortOnes) {
            best = window;
            from = start;
        }
    }
    if (best.shortOnes < traps::fewestCalls || 3 * best.shortOnes < 2 * all.all)
        return std::nullopt;
    TrapFinding finding = found(TrapKind::CarrierVoicemail, facts,
                                {TrapAdvice::ConfirmVoicemail, TrapAdvice::RingFifteenToEighteen, TrapAdvice::CheckIphone});
    finding.calls = best.shortOnes;
    finding.of = answeredCalls(facts);
    finding.fromSeconds = from;
    finding.toSeconds = from + carriervoicemail::steadySpread;
    finding.talkSeconds = best.medianTalk;
    return finding;
}

Finding silencedPhone(const LineFacts &facts)
{
    const Window window = windowOf(facts, 0, traps::atOnce);
    const int of = answeredCalls(facts);
    if (window.shortOnes < traps::fewestCalls || 2 * window.shortOnes < of)
        return std::nullopt;
    TrapFinding finding = found(TrapKind::SilencedPhone, facts, {TrapAdvice::CheckIphone, TrapAdvice::ConfirmVoicemail});
    finding.calls = window.shortOnes;
    finding.of = of;
    finding.toSeconds = traps::atOnce;
    finding.talkSeconds = window.medianTalk;
    return finding;
}

Finding unconditionalForwarding(const LineFacts &facts, const Line &line, const TextBackRules &rules)
{
    int missed = 0;
    for (const LineFacts::Recent &call : facts.lastDay()) {
        if (call.answered || (call.missed && call.phoneRang && !line.overflow))
            return std::nullopt;
        if (call.missed && rules.hours.stateAt(call.at, rules.timeZone) == OpenState::Open)
            ++missed;
    }
    if (missed < traps::fewestMissed)
        return std::nullopt;
    if (line.overflow && (facts.missedBeforeLastDay() == 0 || missed * daysBefore < traps::unusualDay * facts.missedBeforeLastDay()))
        return std::nullopt;
    TrapFinding finding = found(TrapKind::UnconditionalForwarding, facts, {TrapAdvice::SwitchOffForwarding, TrapAdvice::CheckIphone});
    finding.calls = missed;
    finding.of = static_cast<int>(facts.lastDay().size());
    return finding;
}

Finding ringsTooLong(const LineFacts &facts)
{
    const std::optional<Millis> timeout = facts.rings().dialTimeout();
    if (!timeout || *timeout <= std::chrono::seconds(traps::longestGoodRing))
        return std::nullopt;
    TrapFinding finding = found(TrapKind::RingsTooLong, facts, {TrapAdvice::RingFifteenToEighteen});
    finding.calls = facts.rings().unansweredLegs;
    finding.of = finding.calls;
    finding.fromSeconds = finding.toSeconds = static_cast<int>(std::chrono::round<std::chrono::seconds>(*timeout).count());
    return finding;
}

Finding minRingsTooMany(const LineFacts &facts, const Line &line)
{
    const std::optional<Millis> longest = facts.rings().dialTimeout();
    if (line.overflow || !longest || std::chrono::seconds(secondsPerRing * line.minRings) <= *longest)
        return std::nullopt;
    TrapFinding finding = found(TrapKind::MinRingsTooMany, facts, {TrapAdvice::FewerRings});
    finding.calls = facts.rings().unansweredLegs;
    finding.of = finding.calls;
    finding.fromSeconds = finding.toSeconds = static_cast<int>(std::chrono::round<std::chrono::seconds>(*longest).count());
    finding.rings = line.minRings;
    finding.mostRings = std::max(1, static_cast<int>(*longest / std::chrono::seconds(secondsPerRing)));
    return finding;
}

Finding elsewhereTexts(const LineFacts &facts, bool viewer)
{
    if (viewer || facts.textedElsewhereInWeek() < traps::fewestTexts)
        return std::nullopt;
    TrapFinding finding = found(TrapKind::ElsewhereTexts, facts, {TrapAdvice::SwitchOffOther});
    finding.calls = facts.textedElsewhereInWeek();
    finding.of = facts.missedInWeek();
    return finding;
}

Finding flowFails(const LineFacts &facts)
{
    if (facts.flowFailedInWeek() == 0)
        return std::nullopt;
    TrapFinding finding = found(TrapKind::FlowFails, facts, {TrapAdvice::RepairFlow});
    finding.calls = facts.flowFailedInWeek();
    finding.of = facts.missedInWeek();
    return finding;
}

} // namespace

QString toString(TrapKind kind)
{
    return enumToString(kindNames, kind);
}

std::optional<TrapKind> trapKindFromString(const QString &text)
{
    return enumFromString(kindNames, text);
}

QString toString(TrapAdvice advice)
{
    return enumToString(adviceNames, advice);
}

std::optional<TrapAdvice> trapAdviceFromString(const QString &text)
{
    return enumFromString(adviceNames, text);
}

QString TrapFinding::key() const
{
    return toString(kind) + QLatin1Char(':') + line.e164();
}

bool isTrapKey(const QString &text)
{
    const qsizetype colon = text.indexOf(u':');
    return colon > 0 && trapKindFromString(text.left(colon)) && PhoneNumber::fromStored(text.mid(colon + 1));
}

bool gravestFirst(TrapKind one, TrapKind other)
{
    static constexpr TrapKind order[] = {TrapKind::FlowFails,      TrapKind::UnconditionalForwarding, TrapKind::ElsewhereTexts,
                                         TrapKind::SilencedPhone,  TrapKind::CarrierVoicemail,        TrapKind::RingsTooLong,
                                         TrapKind::MinRingsTooMany};
    return std::find(std::begin(order), std::end(order), one) < std::find(std::begin(order), std::end(order), other);
}

std::vector<TrapFinding> findTraps(const LineFacts &facts, const TextBackRules &rules, bool viewer, const QStringList &settled)
{
    std::vector<TrapFinding> findings;
    const Line *line = rules.lineFor(facts.line());
    if (!line)
        return findings;
    const Finding all[] = {flowFails(facts),
                           unconditionalForwarding(facts, *line, rules),
                           elsewhereTexts(facts, viewer),
                           silencedPhone(facts),
                           line->voicemailAfter == 0 ? carrierVoicemail(facts) : std::nullopt,
                           ringsTooLong(facts),
                           minRingsTooMany(facts, *line)};
    for (const Finding &finding : all) {
        if (finding && !settled.contains(finding->key()))
            findings.push_back(*finding);
    }
    std::sort(findings.begin(), findings.end(), [](const auto &a, const auto &b) { return gravestFirst(a.kind, b.kind); });
    return findings;
}

} // namespace textback
