// SPDX-License-Identifier: MIT
#include "engine/dutytexts.h"

#include "domain/ports/alertstore.h"
#include "domain/ports/consentstore.h"
#include "engine/accountcontext.h"
#include "engine/outgoingtext.h"

#include <algorithm>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr Millis gatherTime = std::chrono::seconds(3);  // an answer that was written meanwhile may be in the same look at the list
constexpr Millis alertKeeps = std::chrono::minutes(30); // a text that could not leave for so long wakes nobody any more
constexpr Millis answerKeeps = std::chrono::minutes(10);
constexpr Millis sameQuestionAgain = std::chrono::minutes(1);
constexpr int mostInAnHour = 40;        // alerts to one staff member, and as many answers: alerts never keep an answer back
constexpr int mostOfKnownCases = 30;    // of the alerts: one customer who writes on and on never keeps the first word about another back
constexpr int roomForDanger = 20;       // above them: whatever else comes in, somebody in danger is told of
constexpr int sameQuestionInAnHour = 3; // a machine that answers late would be asked for ever

bool isQuestion(DutyAnswer::Kind kind)
{
    return kind == DutyAnswer::Kind::Which || kind == DutyAnswer::Kind::NotOpen || kind == DutyAnswer::Kind::NoCase ||
           kind == DutyAnswer::Kind::TooLate;
}

} // namespace

/// Not one who wants no texts, not one who got many, and never a number of the business itself: it would talk to itself.
Result<bool> DutyTexts::mayText(const PhoneNumber &staff, OutboxPurpose purpose, int most)
{
    if (m_context.rules.isOwnLine(staff))
        return false;
    const auto optedOut = m_context.store.consent().isOptedOut(staff);
    if (!optedOut || *optedOut)
        return optedOut ? Result<bool>(false) : optedOut;
    const auto count = m_context.store.alerts().textsToStaff(staff, purpose, m_context.time.now() - std::chrono::hours(1));
    return count.map([most](int texts) { return texts < most; });
}

Result<DutyCase> DutyTexts::caseOf(ConversationId customer)
{
    AlertStore &alerts = m_context.store.alerts();
    const UtcTime now = m_context.time.now();
    if (const auto closed = alerts.closeIdleCases(now - dutyCaseIdle, now); !closed)
        return tl::make_unexpected(closed.error());
    const auto known = alerts.openCase(customer);
    if (!known)
        return tl::make_unexpected(known.error());
    DutyCase dutyCase = known->value_or(DutyCase());
    dutyCase.usedAt = now;
    if (!*known) {
        const auto newest = alerts.newestTag();
        const auto cases = newest ? alerts.openCases() : tl::make_unexpected(newest.error());
        if (!cases)
            return tl::make_unexpected(cases.error());
        std::vector<int> tags;
        std::transform(cases->begin(), cases->end(), std::back_inserter(tags), [](const DutyCase &each) { return each.tag; });
        dutyCase.tag = nextDutyTag(*newest, tags);
        dutyCase.conversation = customer;
        dutyCase.openedAt = now;
    }
    return alerts.saveCase(dutyCase);
}

Result<DutyTag> DutyTexts::tagOf(const DutyCase &dutyCase)
{
    const auto customer = m_context.store.conversation(dutyCase.conversation);
    if (!customer)
        return tl::make_unexpected(customer.error());
    if (!*customer)
        return DutyTag{dutyCase.tag, {}, {}};
    return DutyTag{dutyCase.tag, (*customer)->contactName, (*customer)->number};
}

Result<PhoneNumber> DutyTexts::lineTo(ConversationId customer)
{
    const auto newest = m_context.store.replyLine(customer);
    if (!newest)
        return newest;
    if (!newest->isNull()) {
        const Line *line = m_context.rules.lineFor(*newest);
        return line ? line->sender() : *newest;
    }
    if (!m_context.rules.lines.empty())
        return m_context.rules.lines.front().sender();
    return m_context.numbers.empty() ? PhoneNumber() : m_context.numbers.front().sender();
}

Result<bool> DutyTexts::tell(const News &news, Changes &changes)
{
    if (!m_context.sendsByItself())
        return false;
    const UtcTime now = m_context.time.now();
    const auto off = m_context.store.alerts().dutyOff();
    if (!off)
        return tl::make_unexpected(off.error());
    const std::vector<StaffMember> members = onDuty(m_context.rules.people, *off, now, m_context.rules.timeZone);
    const auto customer = members.empty() ? Result<std::optional<ConversationSummary>>() : m_context.store.conversation(news.conversation);
    if (!customer)
        return tl::make_unexpected(customer.error());
    if (!*customer || (*customer)->number.isNull())
        return false; // nobody on duty, or nobody to write to
    const auto from = lineTo(news.conversation);
    if (!from || from->isNull())
        return from ? Result<bool>(false) : tl::make_unexpected(from.error());
    const auto dutyCase = caseOf(news.conversation);
    if (!dutyCase)
        return tl::make_unexpected(dutyCase.error());
    DutyNews said{
        m_context.rules.businessName, {dutyCase->tag, (*customer)->contactName, (*customer)->number}, news.kind, news.level, news.words};
    Text text{*from, {}, dutyAlertText(said, m_context.rules.language), OutboxPurpose::StaffAlert, now + gatherTime, {}};
    bool queued = false;
    bool untold = false;
    for (const StaffMember &member : members) {
        if (member.number == (*customer)->number)
            continue;
        const auto told = tellOne(member, *dutyCase, news, text, changes);
        if (!told)
            return told;
        queued = queued || *told;
        untold = untold || !*told;
    }
    if (untold && news.kind) {
        // They got many, or want none: the owner can read it.
        EngineEvent &event = changes.add(EngineEvent::Kind::Alert);
        event.conversation = news.conversation;
        event.reason = toString(*news.kind);
        event.detail = u"staff-not-told"_s;
        event.lastFour = (*customer)->number.lastFour();
    }
    return queued;
}

Result<bool> DutyTexts::tellOne(const StaffMember &member, const DutyCase &dutyCase, const News &news, const Text &given, Changes &changes)
{
    Store &store = m_context.store;
    const auto newest = store.alerts().newestDutyText(dutyCase.id, member.number);
    if (!newest)
        return tl::make_unexpected(newest.error());
    const int most = (*newest ? mostOfKnownCases : mostInAnHour) + (news.kind == AlertKind::Danger ? roomForDanger : 0);
    const auto may = mayText(member.number, OutboxPurpose::StaffAlert, most);
    if (!may || !*may)
        return may;
    Text text = given;
    text.to = member.number;
    if (*newest) {
        const auto item = store.outboxItemOf((*newest)->message);
        if (!item)
            return tl::make_unexpected(item.error());
        const bool waits = *item && ((*item)->state == OutboxState::Queued || (*item)->state == OutboxState::Held) && (*item)->attempt == 0;
        if (waits) {
            // One text for both, when the first would have left.
            text.leaves = (*item)->notBefore;
            text.body = news.kind ? withEarlierWords(text.body, (*item)->body) : withMoreWords((*item)->body, news.words);
            OutboxChange replaced;
            replaced.state = OutboxState::Skipped;
            replaced.why = DecisionReason::TextedThisCall;
            if (const auto changed = store.changeItem((*item)->id, replaced); !changed)
                return tl::make_unexpected(changed.error());
            changes.touch((*item)->conversation);
        } else {
            text.leaves = std::max(text.leaves, (*newest)->at + std::chrono::minutes(m_context.rules.onCall.minutesBetween));
        }
    }
    text.deadline = text.leaves + alertKeeps;
    const auto queued = queue(text, changes);
    if (!queued)
        return tl::make_unexpected(queued.error());
    const auto noted = store.alerts().noteDutyText({*queued, dutyCase.id, member.number, text.leaves});
    return noted ? Result<bool>(true) : tl::make_unexpected(noted.error());
}

Result<void> DutyTexts::drop(ConversationId customer, Changes &changes)
{
    Store &store = m_context.store;
    const auto dutyCase = store.alerts().openCase(customer);
    if (!dutyCase || !*dutyCase)
        return dutyCase ? Result<void>() : tl::make_unexpected(dutyCase.error());
    const auto waiting = store.alerts().waitingDutyTexts((*dutyCase)->id);
    if (!waiting)
        return tl::make_unexpected(waiting.error());
    for (const OutboxId id : *waiting) {
        const auto item = store.outboxItem(id);
        if (!item)
            return tl::make_unexpected(item.error());
        OutboxChange skip;
        skip.state = OutboxState::Skipped;
        skip.why = DecisionReason::StaffInConversation;
        if (const auto changed = store.changeItem(id, skip); !changed)
            return changed;
        changes.touch(item->conversation);
    }
    return {};
}

Result<bool> DutyTexts::answer(const PhoneNumber &staff, const PhoneNumber &from, const DutyAnswer &answer, Changes &changes)
{
    if (!m_context.sendsByItself() || from.isNull())
        return false;
    AlertStore &alerts = m_context.store.alerts();
    const UtcTime now = m_context.time.now();
    const auto may = mayText(staff, OutboxPurpose::StaffAnswer, mostInAnHour);
    if (!may || !*may)
        return may;
    const QString body = dutyAnswerText(answer, m_context.rules.homeRegion, m_context.rules.language);
    if (isQuestion(answer.kind)) {
        const auto justNow = alerts.sameAnswers(staff, body, now - sameQuestionAgain);
        const auto same = justNow ? alerts.sameAnswers(staff, body, now - std::chrono::hours(1)) : justNow;
        if (!same || *justNow > 0 || *same >= sameQuestionInAnHour)
            return same ? Result<bool>(false) : tl::make_unexpected(same.error());
    }
    const auto queued = queue({from, staff, body, OutboxPurpose::StaffAnswer, now, now + answerKeeps}, changes);
    return queued ? Result<bool>(true) : tl::make_unexpected(queued.error());
}

Result<MessageId> DutyTexts::queue(const Text &text, Changes &changes)
{
    CallerIdentity party;
    party.kind = CallerKind::Number;
    party.number = text.to;
    party.address = text.to.e164();
    const auto conversation = m_context.store.ensureConversation(party);
    if (!conversation)
        return tl::make_unexpected(conversation.error());
    OutgoingText staff;
    staff.conversation = *conversation;
    staff.purpose = text.purpose;
    staff.from = text.from;
    staff.to = text.to;
    staff.body = text.body;
    staff.at = staff.queuedAt = m_context.time.now();
    staff.notBefore = text.leaves;
    staff.deadline = text.deadline;
    const auto queued = queueText(m_context, staff);
    if (!queued)
        return tl::make_unexpected(queued.error());
    changes.touch(*conversation);
    return queued->value_or(MessageId());
}

} // namespace textback
