// SPDX-License-Identifier: MIT
#pragma once

#include "domain/conversation.h"

namespace textback {

class SqlStatement;

/// The call in the current row of a statement over calls c, its root leg l, its decision d and its text o, whose first columns are: c.id, l.direction,
/// c.settled, c.final, c.missed, c.disposition, c.at, c.ended_at, c.rang, c.talked, c.recordings, c.recording_length, l.status, l.duration,
/// d.verdict, d.rule, d.reason, d.decided_at, d.not_before, d.rule_version, o.state, o.why, o.after_call_end, c.our_number.
CallCard callCardOf(const SqlStatement &row);
inline constexpr int callCardColumnCount = 24;

} // namespace textback
