// SPDX-License-Identifier: MIT
#pragma once

#include "domain/replay/replayhistory.h"
#include "domain/replay/replayresult.h"
#include "domain/textbackrules.h"

namespace textback {

/// Goes through the stored calls of history.from to history.until once more, under `changed` rules, with nothing sent. Pure.
///
/// - Calls come in the order in which they ended; each is decided by decideTextBack a moment later (as long after its end as it usually took), and
///   once more when its text leaves: after the send delay, or at the end of quiet hours.
/// - What the rules themselves do counts as the changed rules do it: cool-downs, second calls, caps, when somebody was last told how to opt out.
/// - Everything else is as it was at that moment: answered calls, what people and other programs wrote, consent and doubts, numbers that cannot
///   be texted. So are the circumstances: a call that was found too late stays late, what another PC sent stays its matter, a text that a person
///   cancelled stays cancelled, one that the provider refused counts as one that leaves. Names and the account's numbers are today's.
/// - Whether a call was missed is decided anew only where the changed rules ask otherwise (the line's rings, whether it is an overflow line, the
///   detector's options).
/// - Watch mode is taken for on (ReplayResult::asIfOn): it sends nothing, but it is there to show what would be sent.
///
/// Texts that answer no call (follow-ups, reviews, holding texts) are no part of it, save that those of then count for the limits.
ReplayResult replay(const ReplayHistory &history, const TextBackRules &then, const TextBackRules &changed);

} // namespace textback
