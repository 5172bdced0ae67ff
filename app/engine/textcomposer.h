// SPDX-License-Identifier: MIT
#pragma once

#include "domain/decision.h"
#include "domain/line.h"
#include "domain/result.h"

namespace textback {

struct AccountContext;

/// The words of an automatic text: the rule's template filled, naming the called number where another one texts, with the opt-out hint.
/// Where the chosen template cannot be used (a placeholder without a value, words that carriers filter, too long) the plain one of the rule
/// takes its place (faults.md F56); fails (Rejected) where that cannot be filled either. "{name}" is never sent.
Result<QString> composeText(const AccountContext &context, SendRule rule, const Line &line);

/// Whether a text from one of our numbers has the words that our own rules choose: another PC of this business wrote it, whatever the customer
/// asked for just before.
bool isOwnWording(const AccountContext &context, const QString &from, const QString &body);

} // namespace textback
