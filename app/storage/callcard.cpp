// SPDX-License-Identifier: MIT
#include "storage/callcard.h"

#include "storage/callrepository.h"
#include "storage/sqlstatement.h"
#include "storage/storagenames.h"

namespace textback {

namespace {

/// What a call that nobody judged yet looks like.
Disposition dispositionOf(LegStatus root)
{
    switch (root) {
    case LegStatus::Completed:
    case LegStatus::InProgress:
        return Disposition::Answered;
    case LegStatus::Busy:
        return Disposition::Busy;
    case LegStatus::Failed:
        return Disposition::Failed;
    case LegStatus::Canceled:
        return Disposition::Abandoned;
    case LegStatus::Queued:
    case LegStatus::Ringing:
    case LegStatus::NoAnswer:
        break;
    }
    return Disposition::NoAnswer;
}

} // namespace

CallCard callCardOf(const SqlStatement &row)
{
    CallCard card;
    card.id = row.id<CallId>(0);
    card.direction = row.named(1, storage::callDirectionFromString).value_or(CallDirection::Inbound);
    const bool settled = row.flag(2);
    const bool final = row.flag(3);
    card.open = !settled && !final;
    card.missed = row.flag(4);
    card.at = row.time(6);
    card.endedAt = row.optionalTime(7).value_or(UtcTime());
    card.rang = row.span(8);
    card.talked = row.span(9);
    if (settled) {
        card.disposition = row.named(5, dispositionFromString).value_or(Disposition::Answered);
    } else {
        card.disposition = dispositionOf(row.named(12, legStatusFromString).value_or(LegStatus::Ringing));
        if (card.disposition == Disposition::Answered)
            card.talked = row.span(13);
    }
    card.recordings = row.number(10);
    card.recordingLength = row.span(11);
    card.decision = decisionOf(row, 14);
    const std::optional<OutboxState> text = row.named(20, outboxStateFromString);
    if (text == OutboxState::Skipped)
        card.skippedLater = row.named(21, decisionReasonFromString);
    if (text == OutboxState::Accepted)
        card.textedAfter = row.optionalSpan(22);
    card.line = row.phone(23);
    return card;
}

} // namespace textback
