// SPDX-License-Identifier: MIT
#include "engine/dutydesk.h"

#include "domain/hours/openingphrase.h"
#include "domain/ports/alertstore.h"
#include "domain/ports/consentstore.h"
#include "engine/accountcontext.h"
#include "engine/outgoingtext.h"

#include <algorithm>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr Millis obeyedWithin = std::chrono::minutes(10); // "on our way" of an hour ago helps nobody

bool didNotArrive(DeliveryStatus status)
{
    return status == DeliveryStatus::Undelivered || status == DeliveryStatus::Failed;
}

} // namespace

QString DutyDesk::nameOf(const StaffMember &member)
{
    return member.name.isEmpty() ? u"\u2026"_s + member.number.lastFour() : member.name;
}

Result<DutyDesk::Outcome> DutyDesk::take(const Message &message, const StaffMember &member, Changes &changes)
{
    // A viewer has no cases. While a backup's gap is read in, every text may be an old one that was obeyed before.
    if (m_context.role.role != DeviceRole::Sender || m_context.importSince)
        return Outcome{};
    // What came over a number that is no line of the business is not for it, whoever wrote it.
    if (!m_context.rules.isOwnLine(message.line))
        return Outcome{};
    AlertStore &alerts = m_context.store.alerts();
    const UtcTime now = m_context.time.now();
    if (const auto closed = alerts.closeIdleCases(now - dutyCaseIdle, now); !closed)
        return tl::make_unexpected(closed.error());
    const auto open = alerts.openCases();
    if (!open)
        return tl::make_unexpected(open.error());
    return obey({message, member, readDutyCommand(message.body), *open}, changes);
}

Result<DutyDesk::Outcome> DutyDesk::obey(const Asked &asked, Changes &changes)
{
    using Kind = DutyCommand::Kind;
    const DutyCommand &command = asked.command;
    if (command.kind == Kind::Nothing)
        return Outcome{true, false};
    // What has nothing to do with cases is an ordinary text of somebody who works here.
    if (command.kind == Kind::Unclear && asked.open.empty())
        return Outcome{};
    if (m_context.time.now() - asked.message.at > obeyedWithin)
        return ask(asked, DutyAnswer::Kind::TooLate, changes);
    if (command.kind == Kind::Off)
        return signOff(asked, changes);
    if (command.kind == Kind::On)
        return signOn(asked, changes);
    if (command.kind == Kind::Unclear)
        return ask(asked, DutyAnswer::Kind::Which, changes);
    const auto named =
        std::find_if(asked.open.begin(), asked.open.end(), [&command](const DutyCase &each) { return each.tag == command.tag; });
    if (named == asked.open.end())
        return ask(asked, asked.open.empty() ? DutyAnswer::Kind::NoCase : DutyAnswer::Kind::NotOpen, changes);
    DutyCase dutyCase = *named;
    dutyCase.usedAt = m_context.time.now();
    const auto used = m_context.store.alerts().saveCase(dutyCase);
    if (!used)
        return tl::make_unexpected(used.error());
    switch (command.kind) {
    case Kind::Say:
        return say(asked, dutyCase, changes);
    case Kind::Call:
        return call(asked, dutyCase, changes);
    case Kind::Done:
        return close(asked, dutyCase, changes);
    case Kind::Unclear:
    case Kind::Nothing:
    case Kind::Off:
    case Kind::On:
        break;
    }
    return Outcome{};
}

Result<DutyDesk::Outcome> DutyDesk::say(const Asked &asked, const DutyCase &dutyCase, Changes &changes)
{
    Store &store = m_context.store;
    const auto who = m_texts.tagOf(dutyCase);
    const auto optedOut = who ? store.consent().isOptedOut(who->customer) : tl::make_unexpected(who.error());
    const auto from = optedOut ? m_texts.lineTo(dutyCase.conversation) : tl::make_unexpected(optedOut.error());
    if (!from)
        return tl::make_unexpected(from.error());
    if (*optedOut)
        return answer(asked, {DutyAnswer::Kind::OptedOut, *who, {}, {}}, changes);
    if (from->isNull() || asked.command.words.size() > m_context.provider.descriptor().maximumTextLength)
        return answer(asked, {DutyAnswer::Kind::NotSent, *who, {}, {}}, changes);
    const UtcTime now = m_context.time.now();
    const QString name = nameOf(asked.member);
    OutgoingText text;
    text.conversation = dutyCase.conversation;
    text.from = *from;
    text.to = who->customer;
    text.body = asked.command.words;
    text.author = name;
    text.at = text.queuedAt = text.notBefore = now;
    const auto queued = queueText(m_context, text);
    if (!queued)
        return tl::make_unexpected(queued.error());
    // Confirmed when the provider has it (relayEnded).
    if (const auto noted = store.alerts().noteDutyText({queued->value_or(MessageId()), dutyCase.id, asked.member.number, now}); !noted)
        return tl::make_unexpected(noted.error());
    changes.touch(dutyCase.conversation);
    report(asked, u"passed-on"_s, changes);
    if (const auto ended = m_sequences.inTouch(text.to, DecisionReason::StaffInConversation, changes); !ended)
        return tl::make_unexpected(ended.error());
    const auto taken = m_alerts.answered(dutyCase.conversation, now, name, changes);
    return taken ? Result<Outcome>(Outcome{true, true}) : tl::make_unexpected(taken.error());
}

Result<DutyDesk::Outcome> DutyDesk::call(const Asked &asked, const DutyCase &dutyCase, Changes &changes)
{
    if (const auto taken = m_alerts.answered(dutyCase.conversation, m_context.time.now(), nameOf(asked.member), changes); !taken)
        return tl::make_unexpected(taken.error());
    const auto who = m_texts.tagOf(dutyCase);
    return who ? answer(asked, {DutyAnswer::Kind::Yours, *who, {}, {}}, changes) : tl::make_unexpected(who.error());
}

Result<DutyDesk::Outcome> DutyDesk::close(const Asked &asked, DutyCase dutyCase, Changes &changes)
{
    // First what waits to be told about it: a closed case is not found any more.
    const UtcTime now = m_context.time.now();
    if (const auto taken = m_alerts.answered(dutyCase.conversation, now, nameOf(asked.member), changes); !taken)
        return tl::make_unexpected(taken.error());
    dutyCase.closedAt = now;
    const auto saved = m_context.store.alerts().saveCase(dutyCase);
    const auto who = saved ? m_texts.tagOf(dutyCase) : tl::make_unexpected(saved.error());
    return who ? answer(asked, {DutyAnswer::Kind::Closed, *who, {}, {}}, changes) : tl::make_unexpected(who.error());
}

Result<DutyDesk::Outcome> DutyDesk::signOff(const Asked &asked, Changes &changes)
{
    const UtcTime now = m_context.time.now();
    const TextBackRules &rules = m_context.rules;
    DutyAnswer said{DutyAnswer::Kind::Off, {}, {}, {}};
    // Somebody without a plan is never on duty: nothing to keep.
    if (const auto next = nextShift(asked.member.onCall, now, rules.timeZone)) {
        if (const auto off = m_context.store.alerts().setDutyOff(asked.member.number, *next); !off)
            return tl::make_unexpected(off.error());
        const bool spanish = rules.language == TemplateLanguage::Spanish;
        said.until = openingPhrase(next, now, rules.timeZone, spanish ? u"es"_s : u"en"_s);
    }
    return answer(asked, said, changes);
}

Result<DutyDesk::Outcome> DutyDesk::signOn(const Asked &asked, Changes &changes)
{
    const UtcTime now = m_context.time.now();
    const TextBackRules &rules = m_context.rules;
    const auto next = nextShift(asked.member.onCall, now, rules.timeZone);
    if (!next)
        return answer(asked, {DutyAnswer::Kind::NoShift, {}, {}, {}}, changes);
    if (const auto on = m_context.store.alerts().setDutyOff(asked.member.number, now); !on)
        return tl::make_unexpected(on.error());
    DutyAnswer said{DutyAnswer::Kind::On, {}, {}, {}};
    if (!isOnDuty(asked.member.onCall, now, rules.timeZone))
        said.until = openingPhrase(next, now, rules.timeZone, rules.language == TemplateLanguage::Spanish ? u"es"_s : u"en"_s);
    return answer(asked, said, changes);
}

Result<DutyDesk::Outcome> DutyDesk::ask(const Asked &asked, DutyAnswer::Kind kind, Changes &changes)
{
    DutyAnswer question;
    question.kind = kind;
    question.who.tag = asked.command.tag;
    for (const DutyCase &each : asked.open) {
        const auto tag = m_texts.tagOf(each);
        if (!tag)
            return tl::make_unexpected(tag.error());
        question.open.push_back(*tag);
    }
    return answer(asked, question, changes);
}

Result<DutyDesk::Outcome> DutyDesk::answer(const Asked &asked, const DutyAnswer &said, Changes &changes)
{
    report(asked, toString(said.kind), changes);
    const auto queued = m_texts.answer(asked.member.number, asked.message.line, said, changes);
    return queued ? Result<Outcome>(Outcome{true, *queued}) : tl::make_unexpected(queued.error());
}

void DutyDesk::report(const Asked &asked, const QString &result, Changes &changes) const
{
    const int tag = asked.command.tag;
    const auto named = std::find_if(asked.open.begin(), asked.open.end(), [tag](const DutyCase &each) { return each.tag == tag; });
    EngineEvent &event = changes.add(EngineEvent::Kind::Staff);
    event.conversation = named == asked.open.end() ? asked.message.conversation : named->conversation;
    event.message = asked.message.id;
    event.reason = toString(asked.command.kind);
    event.detail = result;
    event.dutyCase = tag;
    event.lastFour = asked.member.number.lastFour();
}

Result<void> DutyDesk::relayEnded(const OutboxItem &item, const OutboxChange &change, Changes &changes)
{
    if (item.purpose != OutboxPurpose::Manual)
        return {};
    DutyAnswer::Kind kind{};
    if (change.state == OutboxState::Accepted)
        kind = change.delivery && didNotArrive(*change.delivery) ? DutyAnswer::Kind::NotDelivered : DutyAnswer::Kind::Sent;
    else if (change.state == OutboxState::Failed)
        kind = DutyAnswer::Kind::NotSent;
    else if (change.state == OutboxState::Unconfirmed)
        kind = DutyAnswer::Kind::NotConfirmed;
    else
        return {};
    const auto told = tellWriter(item.message, item.from, kind, changes);
    return told ? Result<void>() : tl::make_unexpected(told.error());
}

Result<bool> DutyDesk::relayReported(const Message &message, DeliveryStatus status, Changes &changes)
{
    if (message.origin != MessageOrigin::Person || !didNotArrive(status))
        return false;
    return tellWriter(message.id, message.line, DutyAnswer::Kind::NotDelivered, changes);
}

Result<bool> DutyDesk::tellWriter(MessageId relay, const PhoneNumber &line, DutyAnswer::Kind kind, Changes &changes)
{
    AlertStore &alerts = m_context.store.alerts();
    const auto text = alerts.dutyText(relay);
    if (!text || !*text)
        return text ? Result<bool>(false) : tl::make_unexpected(text.error());
    const auto dutyCase = alerts.dutyCase((*text)->dutyCase);
    if (!dutyCase || !*dutyCase)
        return dutyCase ? Result<bool>(false) : tl::make_unexpected(dutyCase.error());
    const auto who = m_texts.tagOf(**dutyCase);
    if (!who)
        return tl::make_unexpected(who.error());
    return m_texts.answer((*text)->staff, line, {kind, *who, {}, {}}, changes);
}

} // namespace textback
