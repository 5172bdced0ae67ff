// SPDX-License-Identifier: MIT
#pragma once

#include "domain/decision.h"
#include "domain/line.h"
#include "domain/result.h"

namespace textback {

struct AccountContext;

/// The words of an automatic text: the rule's template filled, naming the called number where another one texts, with the opt-out hint.
/// Fails (Rejected) where the template cannot be filled or the text is too long: such a text is never sent.
Result<QString> composeText(const AccountContext &context, SendRule rule, const Line &line);

} // namespace textback
