// SPDX-License-Identifier: MIT
#include "engine/alertdesk.h"

#include "domain/ports/alertstore.h"
#include "domain/ports/consentstore.h"
#include "domain/quotedwords.h"
#include "domain/urgency.h"
#include "engine/accountcontext.h"
#include "engine/dutytexts.h"
#include "engine/textcomposer.h"

#include <algorithm>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

/// Whether a missed call that was decided so is a customer's who reached nobody.
bool wantsSomebody(const Decision &decision)
{
    if (decision.verdict != Verdict::Skip || !decision.reason)
        return true;
    switch (*decision.reason) {
    case DecisionReason::Answered:
    case DecisionReason::AnsweredElsewhere:
    case DecisionReason::CalledBack:
    case DecisionReason::HungUpEarly:
    case DecisionReason::RobotOrMenu:
    case DecisionReason::Screened:
    case DecisionReason::History:
    case DecisionReason::LineOff:
    case DecisionReason::Blocked:
    case DecisionReason::Withheld:
    case DecisionReason::NotANumber:
    case DecisionReason::ShortCode:
    case DecisionReason::TollFree:
    case DecisionReason::Premium:
    case DecisionReason::OwnNumber:
    case DecisionReason::StaffNumber:
        return false;
    default:
        return true; // whatever keeps the text back, the caller called
    }
}

} // namespace

bool AlertDesk::isCustomer(const PhoneNumber &number) const
{
    const TextBackRules &rules = m_context.rules;
    return !number.isNull() && !rules.people.staffMember(number) && !rules.people.isBlocked(number) && !rules.isOwnLine(number) &&
           std::none_of(m_context.numbers.begin(), m_context.numbers.end(), [&number](const Line &line) { return line.has(number); });
}

Result<bool> AlertDesk::callMissed(const CallAssessment &call, ConversationId conversation, const Decision &decision, Changes &changes)
{
    const UtcTime ended = call.verdict.endedAt;
    const bool old = m_context.time.now() - ended > alertsReachBack;
    if (!call.verdict.missed || call.isHistory || old || conversation.isNull() || !isCustomer(call.caller.number) ||
        !wantsSomebody(decision))
        return false;
    if (const auto waits = startWaiting(conversation, ended, {}); !waits)
        return tl::make_unexpected(waits.error());
    const Millis span = std::max(m_context.rules.coolDown, m_context.rules.secondCallWindow);
    const auto earlier = m_context.store.alerts().missedCalls(conversation, ended - span, call.record.id);
    if (!earlier)
        return tl::make_unexpected(earlier.error());
    // Texts of before may be known without their calls (another PC's, a restored backup's).
    const bool again = *earlier > 0 || decision.rule == SendRule::SecondCall || decision.reason == DecisionReason::CoolDown ||
                       decision.reason == DecisionReason::SecondCallLimit;
    if (!again)
        return false;
    return raise(conversation, {AlertKind::SecondCall, QString::number(std::max(*earlier, 1) + 1), {}, ended, {}}, changes);
}

Result<bool> AlertDesk::customerWrote(const Message &message, const PhoneNumber &from, Changes &changes)
{
    // A tap on our text is no word of theirs, and nobody waits for an answer to it.
    if (!isCustomer(from) || isReaction(message.body) || m_context.time.now() - message.at > alertsReachBack)
        return false;
    if (const auto waits = waitsFor(message); !waits)
        return tl::make_unexpected(waits.error());
    if (const auto urgency = readUrgency(message.body)) {
        const AlertKind kind = urgency->kind == Urgency::Kind::Danger ? AlertKind::Danger : AlertKind::UrgentWord;
        return raise(message.conversation, {kind, urgency->because, message.body.left(longestAlertWords), message.at, message.id}, changes);
    }
    if (!m_context.rules.onCall.replies)
        return false;
    return DutyTexts(m_context).tell({message.conversation, std::nullopt, 1, message.body.left(longestAlertWords)}, changes);
}

Result<void> AlertDesk::waitsFor(const Message &message)
{
    const auto party = m_context.store.conversation(message.conversation);
    if (!party)
        return tl::make_unexpected(party.error());
    if (!*party || isReaction(message.body))
        return {};
    const auto optedOut = m_context.store.consent().isOptedOut((*party)->number);
    if (!optedOut || *optedOut) // to them nobody may write, and a text is no call
        return optedOut ? Result<void>() : tl::make_unexpected(optedOut.error());
    return startWaiting(message.conversation, message.at, message.body.left(longestAlertWords));
}

Result<void> AlertDesk::startWaiting(ConversationId conversation, UtcTime since, const QString &words)
{
    if (m_context.rules.waiting.minutes <= 0)
        return {};
    return m_context.store.alerts().startWaiting({conversation, since, m_context.rules.waitedUntil(since), words});
}

Result<bool> AlertDesk::overdue(const WaitingCustomer &customer, Changes &changes)
{
    AlertStore &alerts = m_context.store.alerts();
    const UtcTime now = m_context.time.now();
    if (const auto ended = alerts.endWaiting(customer.conversation, now); !ended)
        return tl::make_unexpected(ended.error());
    const auto open = alerts.openAlert(customer.conversation);
    if (!open)
        return tl::make_unexpected(open.error());
    // One that stands already says more; and what was due long ago, while the PC was off, is a task in the list.
    if (*open || now - customer.due > alertsReachBack)
        return false;
    return raise(customer.conversation, {AlertKind::Waiting, {}, customer.words, customer.since, {}}, changes);
}

Result<bool> AlertDesk::raise(ConversationId conversation, const Cause &cause, Changes &changes)
{
    const UtcTime now = m_context.time.now();
    const auto open = m_context.store.alerts().openAlert(conversation);
    if (!open)
        return tl::make_unexpected(open.error());
    Alert alert;
    alert.conversation = conversation;
    alert.kind = cause.kind;
    alert.evidence = cause.evidence;
    alert.words = cause.words;
    alert.since = cause.since;
    alert.raisedAt = alert.toldAt = now;
    alert.climbsAt = nextClimb(alert.level, now, m_context.rules.waiting);
    return told(*open ? renewed(**open, alert) : alert, AlertStep::Raised, {cause.kind, cause.words, cause.message}, changes);
}

Result<bool> AlertDesk::climb(const Alert &alert, Changes &changes)
{
    return told(climbed(alert, m_context.time.now(), m_context.rules.waiting), AlertStep::Climbed, {alert.kind, alert.words, {}}, changes);
}

Result<bool> AlertDesk::told(const Alert &given, AlertStep step, const Said &said, Changes &changes)
{
    const auto alert = m_context.store.alerts().writeAlert(given, step);
    if (!alert)
        return tl::make_unexpected(alert.error());
    const auto party = m_context.store.conversation(alert->conversation);
    if (!party)
        return tl::make_unexpected(party.error());
    changes.touch(alert->conversation);
    EngineEvent &event = changes.add(EngineEvent::Kind::Alert);
    event.conversation = alert->conversation;
    event.message = said.message;
    event.reason = toString(alert->kind);
    event.detail = toString(step);
    if (*party)
        event.lastFour = (*party)->number.lastFour();
    if (!alert->isOpen() || !m_context.rules.onCall.urgentAlerts)
        return false;
    return DutyTexts(m_context).tell({alert->conversation, said.kind, alert->level, said.words}, changes);
}

Result<void> AlertDesk::answered(ConversationId conversation, UtcTime at, const QString &by, Changes &changes)
{
    AlertStore &alerts = m_context.store.alerts();
    if (const auto ended = alerts.endWaiting(conversation, at); !ended)
        return ended;
    const auto open = alerts.openAlert(conversation);
    if (!open)
        return tl::make_unexpected(open.error());
    if (*open && (*open)->since > at)
        return {};
    if (*open) {
        Alert alert = **open;
        alert.takenAt = m_context.time.now();
        alert.takenBy = by;
        alert.climbsAt.reset();
        if (const auto taken = told(alert, AlertStep::Taken, {alert.kind, {}, {}}, changes); !taken)
            return tl::make_unexpected(taken.error());
    }
    // An answer that is seen late is none to what they wrote since: that waits, and is told to staff all the same.
    const auto since = alerts.wroteAfter(conversation, at);
    if (!since)
        return tl::make_unexpected(since.error());
    if (!*since)
        return DutyTexts(m_context).drop(conversation, changes);
    const auto message = m_context.store.message(**since);
    return message ? waitsFor(*message) : tl::make_unexpected(message.error());
}

/// Since when somebody waits for us in this conversation, whether or not that is an alert yet.
Result<std::optional<UtcTime>> AlertDesk::waitsSince(ConversationId conversation)
{
    const auto open = m_context.store.alerts().openAlert(conversation);
    if (!open)
        return tl::make_unexpected(open.error());
    if (*open)
        return std::optional((*open)->since);
    const auto waiting = m_context.store.alerts().waitingSince(conversation);
    return waiting;
}

Result<void> AlertDesk::talked(ConversationId conversation, const PhoneNumber &number, Changes &changes)
{
    const auto since = number.isNull() ? Result<std::optional<UtcTime>>() : waitsSince(conversation);
    if (!since || !*since)
        return since ? Result<void>() : tl::make_unexpected(since.error());
    OutboxItem asked; // whose facts hold the end of the newest talk after `queuedAt`
    asked.conversation = conversation;
    asked.to = number;
    asked.queuedAt = **since;
    const auto facts = m_context.store.stepFacts(asked);
    if (!facts)
        return tl::make_unexpected(facts.error());
    return facts->lastTalk ? answered(conversation, *facts->lastTalk, u"call"_s, changes) : Result<void>();
}

Result<void> AlertDesk::sentElsewhere(const ForeignText &text)
{
    const auto since = waitsSince(text.conversation);
    if (!since)
        return tl::make_unexpected(since.error());
    if (!*since || **since > text.at)
        return {};
    const auto ours = isAutomaticWording(m_context, text);
    const auto automatic = ours ? m_context.store.looksAutomatic(text.conversation, text.at, text.body) : ours;
    if (!automatic)
        return tl::make_unexpected(automatic.error());
    if (*ours || *automatic)
        return {}; // a machine has answered: nobody has
    Changes changes;
    const auto done = m_context.store.transact([&] { return answered(text.conversation, text.at, u"elsewhere"_s, changes); });
    if (done && !changes.isEmpty())
        m_context.reports.publish(changes);
    return done;
}

} // namespace textback
