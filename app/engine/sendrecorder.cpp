// SPDX-License-Identifier: MIT
#include "engine/sendrecorder.h"

#include "domain/failpoint.h"
#include "domain/ports/consentstore.h"
#include "engine/accountcontext.h"
#include "engine/dutydesk.h"
#include "engine/outgoingtext.h"
#include "engine/sequencerunner.h"

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr Millis capabilityKept = std::chrono::hours(24 * 90);
constexpr Millis personsPatience = std::chrono::minutes(10); // a person's message is not tried for longer

/// What a refusal means for the decision about the call; nothing where the closed list has no word for it.
std::optional<DecisionReason> reasonFor(const Error &error, std::optional<NumberCapability> recipient)
{
    if (error.kind == ErrorKind::OptedOut)
        return DecisionReason::OptedOut;
    if (recipient)
        return *recipient == NumberCapability::Landline ? DecisionReason::Landline : DecisionReason::CannotReceive;
    if (error.kind == ErrorKind::Rejected && (error.httpStatus == 402 || error.httpStatus == 403))
        return DecisionReason::AccountRefused;
    return std::nullopt;
}

} // namespace

Result<void> SendRecorder::commit(const OutboxItem &item, const OutboxChange &change, std::optional<DecisionReason> decisionReason,
                                  const std::function<Result<void>(Changes &)> &further)
{
    Changes changes;
    const auto done = m_context.store.transact([&]() -> Result<void> {
        if (const auto changed = m_context.store.changeItem(item.id, change); !changed)
            return changed;
        changes.touch(item.conversation);
        TEXTBACK_FAILPOINT("inside_record");
        if (decisionReason && item.answersCall()) {
            Decision decision = Decision::skip(*decisionReason);
            decision.decidedAt = m_context.time.now();
            decision.ruleVersion = m_context.rules.version();
            if (const auto recorded = decideAnew(m_context, item, decision, changes); !recorded)
                return recorded;
        }
        if (further) {
            if (const auto followed = further(changes); !followed)
                return followed;
        }
        return DutyDesk(m_context).relayEnded(item, change, changes);
    });
    if (done)
        m_context.reports.publish(changes);
    return done;
}

EngineEvent &SendRecorder::tellDelivery(Changes &changes, const OutboxItem &item, const QString &status)
{
    EngineEvent &event = changes.add(EngineEvent::Kind::Delivery);
    event.conversation = item.conversation;
    event.call = item.call;
    event.message = item.message;
    event.reason = status;
    event.lastFour = item.to.lastFour();
    return event;
}

Result<void> SendRecorder::accepted(const OutboxItem &item, const QString &providerMessageId, DeliveryStatus status, UtcTime acceptedAt)
{
    OutboxChange change;
    change.state = OutboxState::Accepted;
    change.endedAt = acceptedAt;
    change.unknownCause = UnknownCause::None;
    const auto owned = m_context.store.isOwned(m_context.account, providerMessageId);
    if (!owned)
        return tl::make_unexpected(owned.error());
    // A row of the list that was taken for somebody else's keeps its id: two rows with one id cannot be.
    if (!*owned)
        change.providerMessageId = providerMessageId;
    if (status == DeliveryStatus::Delivered || status == DeliveryStatus::Undelivered || status == DeliveryStatus::Failed)
        change.delivery = status;
    if (item.answersCall()) {
        const auto call = m_context.store.call(item.call);
        if (!call)
            return tl::make_unexpected(call.error());
        if (const auto ended = call->root.endTime())
            change.afterCallEnd = acceptedAt - *ended;
    }
    return commit(item, change, std::nullopt, [&](Changes &changes) -> Result<void> {
        EngineEvent &event = changes.add(EngineEvent::Kind::Text);
        event.conversation = item.conversation;
        event.call = item.call;
        event.message = item.message;
        event.lastFour = item.to.lastFour();
        event.afterCallEnd = change.afterCallEnd;
        if (change.delivery)
            tellDelivery(changes, item, toString(*change.delivery));
        return SequenceRunner(m_context).accepted(item, acceptedAt);
    });
}

Result<void> SendRecorder::refused(const OutboxItem &item, const Error &error, std::optional<NumberCapability> recipient)
{
    if (error.kind == ErrorKind::InvalidRecipient && !recipient)
        recipient = NumberCapability::CannotReceive;
    const std::optional<DecisionReason> reason = reasonFor(error, recipient);
    OutboxChange change;
    change.state = OutboxState::Failed;
    change.why = reason;
    change.detail = error.detail;
    change.errorCode = error.providerCode;
    change.errorText = error.detail;
    change.endedAt = m_context.time.now();
    return commit(item, change, item.isAutomatic() ? reason : std::nullopt, [&](Changes &changes) -> Result<void> {
        tellDelivery(changes, item, toString(DeliveryStatus::Failed)).detail = error.providerCode;
        if (recipient)
            return m_context.store.consent().rememberCapability(item.to, *recipient, m_context.time.now() + capabilityKept);
        if (error.kind != ErrorKind::OptedOut)
            return {};
        const ConsentChange consent{item.to, true, m_context.time.now(), u"provider"_s, error.providerCode};
        if (const auto recorded = m_context.store.consent().recordConsent(consent); !recorded)
            return recorded;
        EngineEvent &event = changes.add(EngineEvent::Kind::OptOut);
        event.conversation = item.conversation;
        event.optedOut = true;
        event.lastFour = item.to.lastFour();
        return {};
    });
}

Result<void> SendRecorder::notAccepted(const OutboxItem &item, const Error &error, UtcTime notBefore, DecisionReason lateReason)
{
    const UtcTime now = m_context.time.now();
    OutboxChange change;
    change.endedAt = now;
    change.detail = error.detail;
    if (item.isAutomatic() && item.deadline && now > *item.deadline) {
        change.state = OutboxState::Skipped;
        change.why = lateReason;
        return commit(item, change, lateReason);
    }
    if (!item.isAutomatic() && error.kind != ErrorKind::Unauthorized && now - item.queuedAt > personsPatience) {
        change.state = OutboxState::Failed;
        change.errorCode = error.providerCode;
        change.errorText = error.detail;
        return commit(item, change, std::nullopt, [&](Changes &changes) -> Result<void> {
            tellDelivery(changes, item, toString(DeliveryStatus::Failed)).detail = toString(error.kind);
            return {};
        });
    }
    change.state = OutboxState::Queued;
    change.notBefore = notBefore;
    return commit(item, change);
}

Result<void> SendRecorder::unknown(const OutboxItem &item, UnknownCause cause, const std::optional<Error> &error)
{
    OutboxChange change;
    change.state = OutboxState::Unknown;
    change.unknownCause = cause == UnknownCause::None ? UnknownCause::ConnectionEnded : cause;
    change.endedAt = m_context.time.now();
    change.looks = 0;
    if (error)
        change.detail = error->detail;
    return commit(item, change, std::nullopt, [&](Changes &changes) -> Result<void> {
        tellDelivery(changes, item, toString(DeliveryStatus::Unknown));
        return {};
    });
}

Result<void> SendRecorder::released(const OutboxItem &item, const Decision &decision, const std::optional<QString> &body)
{
    OutboxChange change;
    change.state = OutboxState::Queued;
    change.messageAt = m_context.time.now();
    change.body = body;
    change.rule = decision.rule;
    return commit(item, change, std::nullopt,
                  [&](Changes &changes) { return item.answersCall() ? decideAnew(m_context, item, decision, changes) : Result<void>(); });
}

Result<void> SendRecorder::held(const OutboxItem &item, const Decision &decision, UtcTime deadline)
{
    OutboxChange change;
    if (item.state == OutboxState::Queued)
        change.state = OutboxState::Held;
    change.notBefore = decision.notBefore;
    change.deadline = deadline;
    const bool news = item.state == OutboxState::Queued && item.answersCall();
    return commit(item, change, std::nullopt,
                  [&](Changes &changes) { return news ? decideAnew(m_context, item, decision, changes) : Result<void>(); });
}

Result<void> SendRecorder::skipped(const OutboxItem &item, DecisionReason reason)
{
    OutboxChange change;
    change.state = OutboxState::Skipped;
    change.why = reason;
    change.endedAt = m_context.time.now();
    if (item.state == OutboxState::Held)
        change.messageAt = change.endedAt;
    return commit(item, change, item.isAutomatic() ? std::optional(reason) : std::nullopt);
}

Result<void> SendRecorder::unconfirmed(const OutboxItem &item)
{
    OutboxChange change;
    change.state = OutboxState::Unconfirmed;
    return commit(item, change, std::nullopt, [&](Changes &changes) -> Result<void> {
        tellDelivery(changes, item, toString(OutboxState::Unconfirmed));
        return {};
    });
}

Result<void> SendRecorder::resendOnce(const OutboxItem &item)
{
    OutboxChange change;
    change.state = OutboxState::Queued;
    change.resent = true;
    change.looks = 0;
    change.unknownCause = UnknownCause::None;
    change.notBefore = m_context.time.now();
    return commit(item, change);
}

Result<void> SendRecorder::postponed(const OutboxItem &item, UtcTime until)
{
    OutboxChange change;
    change.notBefore = until;
    return commit(item, change);
}

Result<void> SendRecorder::hastened(const OutboxItem &item)
{
    OutboxChange change;
    change.notBefore = m_context.time.now();
    change.sendNow = true;
    return commit(item, change);
}

Result<void> SendRecorder::looked(const OutboxItem &item, int looks)
{
    OutboxChange change;
    change.looks = looks;
    return m_context.store.changeItem(item.id, change);
}

} // namespace textback
