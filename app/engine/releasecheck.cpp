// SPDX-License-Identifier: MIT
#include "engine/releasecheck.h"

#include "engine/accountcontext.h"

namespace textback {

namespace {

constexpr Millis openAgainWait = std::chrono::seconds(2);

} // namespace

DecisionReason ReleaseCheck::lateReason(const OutboxItem &item) const
{
    return item.deadline && m_context.sleptThrough(*item.deadline) ? DecisionReason::PcAsleep : DecisionReason::TooOld;
}

Result<ReleaseCheck::Outcome> ReleaseCheck::check(const OutboxItem &item)
{
    using Kind = Outcome::Kind;
    Outcome outcome;
    if (!item.isAutomatic()) {
        const auto optedOut = m_context.store.isOptedOut(item.to);
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
    if (item.call.isNull())
        return outcome;
    m_assessor.beginRound();
    const auto call = m_assessor.assess(item.call);
    if (!call)
        return tl::make_unexpected(call.error());
    if (call->verdict.open) {
        outcome.kind = Kind::Wait;
        outcome.until = now + openAgainWait;
        return outcome;
    }
    outcome.callBegan = call->record.root.startTime();
    // Details were there when it was decided; a row that changed since may want them anew, and then the first word stands.
    if (call->verdict.needsDetails)
        return outcome;
    const auto decision = m_assessor.decide(*call);
    if (!decision)
        return tl::make_unexpected(decision.error());
    if (decision->verdict == Verdict::Hold) {
        outcome.kind = Kind::Wait;
        outcome.until = decision->notBefore.value_or(now + openAgainWait);
    } else if (decision->verdict == Verdict::Skip) {
        outcome.kind = Kind::Drop;
        outcome.reason = decision->reason.value_or(DecisionReason::TooOld);
        // Someone answered after the text was queued: not this call's own phone, or it would not have been missed.
        if (outcome.reason == DecisionReason::Answered)
            outcome.reason = DecisionReason::AnsweredElsewhere;
    }
    const auto history = m_context.store.callerHistory(item.to, call->record);
    if (!history)
        return tl::make_unexpected(history.error());
    outcome.firstText = !history->lastTextBack;
    return outcome;
}

} // namespace textback
