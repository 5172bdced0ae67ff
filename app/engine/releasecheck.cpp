// SPDX-License-Identifier: MIT
#include "engine/releasecheck.h"

#include "domain/evidence/decisioninputs.h"
#include "domain/ports/alertstore.h"
#include "domain/ports/consentstore.h"
#include "engine/accountcontext.h"
#include "engine/textcomposer.h"

#include <algorithm>

namespace textback {

namespace {

constexpr Millis openAgainWait = std::chrono::seconds(2);

} // namespace

DecisionReason ReleaseCheck::lateReason(const OutboxItem &item) const
{
    if (item.deadline && m_context.sleptThrough(*item.deadline))
        return DecisionReason::PcAsleep;
    return item.state == OutboxState::Held ? DecisionReason::ExpiredInHold : DecisionReason::TooOld;
}

/// START after STOP, or STOP after START: the answer to the earlier one is out of date. HELP is answered in any case.
Result<ReleaseCheck::Outcome> ReleaseCheck::checkAnswer(const OutboxItem &item)
{
    Outcome outcome;
    const auto message = m_context.store.message(item.message);
    if (!message)
        return tl::make_unexpected(message.error());
    if (message->rule == SendRule::Help)
        return outcome;
    const auto optedOut = m_context.store.consent().isOptedOut(item.to);
    if (!optedOut)
        return tl::make_unexpected(optedOut.error());
    if (*optedOut != (message->rule == SendRule::OptOutConfirmation)) {
        outcome.kind = Outcome::Kind::Drop;
        outcome.reason = *optedOut ? DecisionReason::OptedOut : DecisionReason::TooOld;
    }
    return outcome;
}

Result<ReleaseCheck::Outcome> ReleaseCheck::check(const OutboxItem &item)
{
    using Kind = Outcome::Kind;
    Outcome outcome;
    if (!item.isAutomatic()) {
        const auto optedOut = m_context.store.consent().isOptedOut(item.to);
        if (!optedOut)
            return tl::make_unexpected(optedOut.error());
        outcome.kind = *optedOut ? Kind::Refuse : Kind::Go;
        return outcome;
    }
    const StoredRole &role = m_context.role;
    if (role.role == DeviceRole::Viewer || item.roleToken != role.token) {
        // Queued while this PC was the sender: since then another one has the callers.
        outcome.kind = Kind::Drop;
        outcome.reason = DecisionReason::Viewer;
        return outcome;
    }
    const UtcTime now = m_context.time.now();
    if (item.deadline && now > *item.deadline) {
        outcome.kind = Kind::Drop;
        outcome.reason = lateReason(item);
        return outcome;
    }
    if (item.purpose == OutboxPurpose::KeywordAnswer)
        return checkAnswer(item);
    if (item.isToStaff())
        return checkStaff(item);
    if (!item.answersCall())
        return checkStep(item);
    return checkReply(item);
}

/// A text that answers a missed call: the call and its caller are judged once more.
Result<ReleaseCheck::Outcome> ReleaseCheck::checkReply(const OutboxItem &item)
{
    using Kind = Outcome::Kind;
    Outcome outcome;
    m_assessor.beginRound();
    const auto call = m_assessor.assess(item.call);
    if (!call)
        return tl::make_unexpected(call.error());
    if (call->verdict.open) {
        outcome.kind = Kind::Wait;
        outcome.until = m_context.time.now() + openAgainWait;
        return outcome;
    }
    outcome.callBegan = call->record.root.startTime();
    // Details were there when it was decided; a row that changed since may want them anew, and then the first word stands.
    if (call->verdict.needsDetails)
        return outcome;
    const auto decision = m_assessor.decide(*call, &item);
    if (!decision)
        return tl::make_unexpected(decision.error());
    follow(*decision, outcome);
    outcome.deadline = call->verdict.endedAt + longestHold;
    if (const auto worded = word(item, call->line, outcome); !worded)
        return tl::make_unexpected(worded.error());
    // Someone answered after the text was queued: not this call's own phone, or it would not have been missed.
    if (outcome.kind == Kind::Drop && outcome.reason == DecisionReason::Answered)
        outcome.reason = DecisionReason::AnsweredElsewhere;
    const auto history = m_context.store.callerHistory(item.to, call->record);
    if (!history)
        return tl::make_unexpected(history.error());
    outcome.firstText = !history->lastTextBack;
    return outcome;
}

/// What was held in the evening may leave in the morning in other words.
Result<void> ReleaseCheck::word(const OutboxItem &item, const Line &line, Outcome &outcome) const
{
    if (outcome.kind != Outcome::Kind::Go || item.state != OutboxState::Held || item.attempt > 0)
        return {};
    const auto recipient = m_context.store.textRecipient(item.to);
    if (!recipient)
        return tl::make_unexpected(recipient.error());
    // Without words for this hour the stored ones stay: they were fit to be sent.
    if (const auto body = composeText(m_context, *outcome.decision->rule, line, *recipient))
        outcome.body = *body;
    return {};
}

void ReleaseCheck::follow(const Decision &decision, Outcome &outcome) const
{
    using Kind = Outcome::Kind;
    outcome.decision = decision;
    switch (decision.verdict) {
    case Verdict::Send:
        outcome.kind = Kind::Go;
        break;
    case Verdict::Hold:
        outcome.kind = Kind::Hold;
        outcome.until = decision.notBefore;
        break;
    case Verdict::Skip:
        outcome.kind = Kind::Drop;
        outcome.reason = decision.reason.value_or(DecisionReason::TooOld);
        break;
    }
}

/// A step of a sequence: a follow-up, a review request, a holding text.
Result<ReleaseCheck::Outcome> ReleaseCheck::checkStep(const OutboxItem &item)
{
    Outcome outcome;
    outcome.firstText = false;
    const auto facts = m_context.store.stepFacts(item);
    if (!facts)
        return tl::make_unexpected(facts.error());
    StepInput input = *facts;
    input.now = m_context.time.now();
    input.viewer = m_context.role.role == DeviceRole::Viewer;
    const auto usage = m_context.store.usage(m_context.account, item.to, UsageSpans::at(input.now, m_context.rules.timeZone));
    if (!usage)
        return tl::make_unexpected(usage.error());
    input.usage = *usage;
    Decision decision = decideStep(input, m_context.rules);
    decision.inputs = QString::fromUtf8(toJson(input));
    follow(decision, outcome);
    Line line;
    line.number = item.from;
    if (const Line *known = m_context.rules.lineFor(item.from))
        line = *known;
    if (const auto worded = word(item, line, outcome); !worded)
        return tl::make_unexpected(worded.error());
    return outcome;
}

/// A text to somebody who works here: not where they want none, outside their plan, or once the case is closed. The owner's own stops hold; the
/// cap of automatic texts an hour is for strangers, and theirs is how often one case is told (DutyTexts).
Result<ReleaseCheck::Outcome> ReleaseCheck::checkStaff(const OutboxItem &item)
{
    const auto drop = [](DecisionReason reason) {
        Outcome outcome;
        outcome.kind = Outcome::Kind::Drop;
        outcome.reason = reason;
        return outcome;
    };
    const UtcTime now = m_context.time.now();
    const auto optedOut = m_context.store.consent().isOptedOut(item.to);
    if (!optedOut)
        return tl::make_unexpected(optedOut.error());
    if (*optedOut)
        return drop(DecisionReason::OptedOut);
    if (m_context.rules.mode != Mode::On)
        return drop(m_context.rules.mode == Mode::Off ? DecisionReason::ModeOff : DecisionReason::ModeWatch);
    auto usage = m_context.store.usage(m_context.account, item.to, UsageSpans::at(now, m_context.rules.timeZone));
    if (!usage)
        return tl::make_unexpected(usage.error());
    usage->automaticToday = usage->automaticToNumberInHour = 0;
    if (const auto reason = limitReached(*usage, m_context.rules.limits))
        return drop(*reason);
    if (item.purpose == OutboxPurpose::StaffAnswer)
        return Outcome{}; // they wrote just now
    AlertStore &alerts = m_context.store.alerts();
    const auto text = alerts.dutyText(item.message);
    const auto off = text ? alerts.dutyOff() : tl::make_unexpected(text.error());
    if (!off)
        return tl::make_unexpected(off.error());
    const auto members = onDuty(m_context.rules.people, *off, now, m_context.rules.timeZone);
    if (std::none_of(members.begin(), members.end(), [&item](const StaffMember &member) { return member.number == item.to; }))
        return drop(DecisionReason::Paused);
    const auto dutyCase = *text ? alerts.dutyCase((*text)->dutyCase) : Result<std::optional<DutyCase>>();
    if (!dutyCase)
        return tl::make_unexpected(dutyCase.error());
    return *dutyCase && !(*dutyCase)->closedAt ? Outcome{} : drop(DecisionReason::StaffInConversation);
}

} // namespace textback
