// SPDX-License-Identifier: MIT
#include "domain/textbackpolicy.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>

namespace textback {

namespace {

using Reason = std::optional<DecisionReason>;

/// Not a missed call, or one that a person has taken care of since.
Reason notMissed(const PolicyInput &input)
{
    if (!input.verdict.missed)
        return input.verdict.notMissedBecause.value_or(DecisionReason::Answered);
    const std::optional<UtcTime> &theirs = input.history.answeredInboundAfter;
    const std::optional<UtcTime> &ours = input.history.answeredOutboundAfter;
    // std::optional orders nothing before every time.
    if (theirs && theirs >= ours)
        return DecisionReason::AnsweredElsewhere;
    if (ours)
        return DecisionReason::CalledBack;
    return std::nullopt;
}

bool isOurs(const PhoneNumber &number, const PolicyInput &input, const TextBackRules &rules)
{
    return input.history.isOwnNumber || rules.lineFor(number) ||
           std::any_of(rules.lines.begin(), rules.lines.end(), [&number](const Line &line) { return line.textFrom == number; });
}

Reason cannot(const PolicyInput &input, const TextBackRules &rules)
{
    switch (input.caller.kind) {
    case CallerKind::Withheld:
        return DecisionReason::Withheld;
    case CallerKind::ShortCode:
        return DecisionReason::ShortCode;
    case CallerKind::NotANumber:
        return DecisionReason::NotANumber;
    case CallerKind::Number:
        break;
    }
    const PhoneNumber &number = input.caller.number;
    if (isOurs(number, input, rules))
        return DecisionReason::OwnNumber;
    if (rules.people.staffMember(number))
        return DecisionReason::StaffNumber;
    if (number.isFictional() && !rules.allowFictionalNumbers)
        return DecisionReason::NotANumber;
    const NumberKind kind = number.kind();
    if (kind == NumberKind::TollFree)
        return DecisionReason::TollFree;
    if (kind == NumberKind::Premium)
        return DecisionReason::Premium;
    if (!rules.textForeign && !number.isDomestic(rules.homeRegion))
        return DecisionReason::Foreign;
    if (kind != NumberKind::Ordinary)
        return DecisionReason::CannotReceive;
    if (input.history.cannotText)
        return *input.history.cannotText == NumberCapability::Landline ? DecisionReason::Landline : DecisionReason::CannotReceive;
    return std::nullopt;
}

/// Consent first, then what the owner asked for.
Reason mustNot(const PolicyInput &input, const TextBackRules &rules)
{
    const PhoneNumber &number = input.caller.number;
    if (input.history.optedOut)
        return DecisionReason::OptedOut;
    if (input.history.frozen)
        return DecisionReason::Frozen;
    if (rules.people.isBlocked(number))
        return DecisionReason::Blocked;
    if (rules.people.isNeverTexted(number))
        return DecisionReason::NeverText;
    if (rules.people.isVip(number))
        return rules.textVips ? Reason() : DecisionReason::Vip;
    if (input.history.isKnownContact && !rules.textKnownContacts)
        return DecisionReason::KnownContact;
    return std::nullopt;
}

/// The words for the hour and the caller.
SendRule ruleFor(const PolicyInput &input, const TextBackRules &rules)
{
    if (rules.storm)
        return SendRule::Storm;
    if (rules.people.isVip(input.caller.number))
        return SendRule::Vip;
    switch (rules.hours.stateAt(input.now, rules.timeZone)) {
    case OpenState::Open:
        break;
    case OpenState::Closed:
        return SendRule::Closed;
    case OpenState::Holiday:
        return SendRule::Holiday;
    }
    return SendRule::Open;
}

Reason notNow(const PolicyInput &input, const TextBackRules &rules)
{
    if (input.verdict.endedAt < input.watchingSince)
        return DecisionReason::History;
    // Before the age: whether a call came too late is the other PC's matter.
    if (input.viewer)
        return DecisionReason::Viewer;
    const Millis age = input.now - input.verdict.endedAt;
    if (input.wasHeld && age > longestHold)
        return DecisionReason::ExpiredInHold;
    if (!input.wasHeld && age > rules.maxAge)
        return input.senderAsleep ? DecisionReason::PcAsleep : DecisionReason::TooOld;
    if (rules.mode == Mode::Off)
        return DecisionReason::ModeOff;
    if (rules.isPaused(input.now))
        return DecisionReason::Paused;
    if (!input.line)
        return DecisionReason::LineOff;
    return std::nullopt;
}

bool isCoolingDown(const PolicyInput &input, const TextBackRules &rules)
{
    const std::optional<UtcTime> &last = input.history.lastTextBack;
    return last && input.now - *last < rules.coolDown;
}

/// Whether this call came soon after the one that was texted. An older call that is decided late is none.
bool isSecondCall(const PolicyInput &input, const TextBackRules &rules)
{
    const CallerHistory &history = input.history;
    const UtcTime first = history.lastTextBackCallEnd.value_or(*history.lastTextBack);
    return input.verdict.endedAt >= first && input.verdict.endedAt - first <= rules.secondCallWindow;
}

Reason enoughAlready(const PolicyInput &input, const TextBackRules &rules, SendRule &rule)
{
    const CallerHistory &history = input.history;
    if (history.textedThisCall)
        return DecisionReason::TextedThisCall;
    if (history.foreign.sinceCallBegan)
        return DecisionReason::ProviderTexted;
    // Which of its rules the other PC sent by is not known, so that a second call gets no text more.
    if (history.foreign.lastTextBack && input.now - *history.foreign.lastTextBack < rules.coolDown)
        return DecisionReason::CoolDown;
    if (isCoolingDown(input, rules)) {
        if (!isSecondCall(input, rules))
            return DecisionReason::CoolDown;
        const std::optional<UtcTime> &second = history.lastSecondCallText;
        const bool hadIts = second && *second >= history.lastTextBackCallEnd.value_or(*history.lastTextBack);
        // Also where that was in another burst: the cool-down counts between two of these texts as well.
        if (hadIts || (second && input.now - *second < rules.coolDown))
            return DecisionReason::SecondCallLimit;
        rule = SendRule::SecondCall;
    }
    if (history.lastStaffMessage && input.now - *history.lastStaffMessage < rules.humanSilence)
        return DecisionReason::StaffInConversation;
    return std::nullopt;
}

Decision decided(const PolicyInput &input, const TextBackRules &rules)
{
    if (const Reason reason = notMissed(input))
        return Decision::skip(*reason);
    if (const Reason reason = cannot(input, rules))
        return Decision::skip(*reason);
    if (const Reason reason = mustNot(input, rules))
        return Decision::skip(*reason);
    if (const Reason reason = notNow(input, rules))
        return Decision::skip(*reason);
    SendRule rule = ruleFor(input, rules);
    if (const Reason reason = enoughAlready(input, rules, rule))
        return Decision::skip(*reason);
    if (rules.templatesFor(input.line->number).text(rule).isEmpty())
        return Decision::skip(DecisionReason::NoTemplate);
    if (const Reason reason = limitReached(input.usage, rules.limits))
        return Decision::skip(*reason);
    if (isHeldOut(input.caller.number, rules.holdOutPercent))
        return Decision::skip(DecisionReason::HoldOut);
    if (rules.mode == Mode::Watch) {
        Decision decision = Decision::skip(DecisionReason::ModeWatch);
        decision.rule = rule;
        return decision;
    }
    const UtcTime leaves = input.now + rules.sendDelay;
    if (!input.sendNow) {
        if (const auto until = replyHeldUntil(rules.replyHours, rules.hours, rules.timeZone, input.verdict.endedAt, leaves))
            return Decision::hold(rule, DecisionReason::HeldQuietHours, *until);
    }
    return Decision::send(rule, leaves);
}

} // namespace

bool isHeldOut(const PhoneNumber &caller, int percent)
{
    if (percent <= 0)
        return false;
    const QByteArray hash = QCryptographicHash::hash(caller.e164().toLatin1(), QCryptographicHash::Sha256);
    constexpr quint32 parts = 100;
    return qFromBigEndian<quint32>(hash.constData()) % parts < static_cast<quint32>(percent);
}

Decision decideTextBack(const PolicyInput &input, const TextBackRules &rules)
{
    Decision decision = decided(input, rules);
    decision.decidedAt = input.now;
    decision.ruleVersion = rules.version();
    return decision;
}

} // namespace textback
