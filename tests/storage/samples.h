// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/store.h"

#include <QString>

namespace textback::test {

/// Monday, 23 November 2026, 15:00:00 UTC, where the tests' own clock begins.
constexpr UtcTime sampleStart = fromUnixMillis(1795446000000);

inline UtcTime at(int seconds)
{
    return sampleStart + std::chrono::seconds(seconds);
}

inline PhoneNumber number(const QString &e164)
{
    return PhoneNumber::fromStored(e164).value();
}

inline PhoneNumber caller(int last = 142)
{
    return number(QStringLiteral("+1313555%1").arg(last, 4, 10, QLatin1Char('0')));
}

inline PhoneNumber ourLine()
{
    return number(QStringLiteral("+13132230100"));
}

inline CallerIdentity party(const PhoneNumber &number)
{
    return {CallerKind::Number, number, number.e164()};
}

/// The caller's leg of a call that began at `begin` and lasted `length` seconds.
inline CallLeg rootLeg(const QString &id, const PhoneNumber &from, int begin, LegStatus status = LegStatus::Completed, int length = 25)
{
    CallLeg leg;
    leg.providerCallId = id;
    leg.from = from.e164();
    leg.to = ourLine().e164();
    leg.status = status;
    leg.created = at(begin);
    leg.started = at(begin);
    if (leg.isFinal())
        leg.ended = at(begin + length);
    return leg;
}

/// A phone that was rung for the call `parent`.
inline CallLeg childLeg(const QString &id, const QString &parent, int begin, LegStatus status = LegStatus::NoAnswer, int length = 20)
{
    CallLeg leg;
    leg.providerCallId = id;
    leg.parentCallId = parent;
    leg.direction = CallDirection::Outbound;
    leg.from = ourLine().e164();
    leg.to = QStringLiteral("+13132230199");
    leg.status = status;
    leg.created = at(begin);
    leg.started = at(begin);
    if (leg.isFinal())
        leg.ended = at(begin + length);
    if (status == LegStatus::Completed)
        leg.duration = std::chrono::seconds(length);
    return leg;
}

inline CallVerdict missedVerdict(int ended)
{
    CallVerdict verdict;
    verdict.missed = true;
    verdict.disposition = Disposition::NoAnswer;
    verdict.rang = std::chrono::seconds(20);
    verdict.endedAt = at(ended);
    return verdict;
}

inline CallVerdict answeredVerdict(int ended)
{
    CallVerdict verdict;
    verdict.disposition = Disposition::Answered;
    verdict.notMissedBecause = DecisionReason::Answered;
    verdict.talked = std::chrono::seconds(60);
    verdict.endedAt = at(ended);
    return verdict;
}

inline Message incoming(ConversationId conversation, AccountId account, const QString &body, int seconds)
{
    Message message;
    message.conversation = conversation;
    message.account = account;
    message.line = ourLine();
    message.body = body;
    message.at = at(seconds);
    message.providerMessageId = QStringLiteral("SM-in-%1-%2").arg(conversation.value).arg(seconds);
    message.read = false;
    return message;
}

inline Message outgoing(ConversationId conversation, AccountId account, MessageOrigin origin, const QString &body, int seconds)
{
    Message message;
    message.conversation = conversation;
    message.account = account;
    message.line = ourLine();
    message.direction = MessageDirection::Outgoing;
    message.origin = origin;
    message.status = DeliveryStatus::Queued;
    message.body = body;
    message.at = at(seconds);
    return message;
}

/// The sending of a stored message.
inline OutboxItem itemFor(const Message &message, const PhoneNumber &to, OutboxPurpose purpose, CallId call = CallId())
{
    OutboxItem item;
    item.message = message.id;
    item.conversation = message.conversation;
    item.account = message.account;
    item.call = call;
    item.purpose = purpose;
    item.from = message.line;
    item.to = to;
    item.body = message.body;
    item.queuedAt = message.at;
    item.notBefore = message.at + std::chrono::seconds(2);
    item.ruleVersion = QStringLiteral("r1");
    return item;
}

inline OutboxChange toState(OutboxState state)
{
    OutboxChange change;
    change.state = state;
    return change;
}

inline OutboxChange accepted(const QString &providerMessageId, int millisAfterCall = 4000)
{
    OutboxChange change = toState(OutboxState::Accepted);
    change.providerMessageId = providerMessageId;
    change.afterCallEnd = Millis(millisAfterCall);
    return change;
}

} // namespace textback::test
