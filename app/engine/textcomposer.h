// SPDX-License-Identifier: MIT
#pragma once

#include "domain/decision.h"
#include "domain/line.h"
#include "domain/ports/store.h"
#include "domain/result.h"

namespace textback {

struct AccountContext;
struct ForeignText;

/// The words of an automatic text to somebody who called or wrote to `line`: the rule's template filled, naming the called number where another
/// one texts, with the opt-out hint where it is due. Where the chosen template cannot be used (a field without a value, words that carriers
/// filter, too long) the plain one of the rule takes its place (faults.md F56); fails (Rejected) where that cannot be filled either.
/// "{name}" is never sent.
Result<QString> composeText(const AccountContext &context, SendRule rule, const Line &line, const TextRecipient &to);

/// What our own rules would have said at `at` to somebody who called this line and has no name: another PC of this business says the same.
QStringList ownWordings(const AccountContext &context, const Line &line, UtcTime at);

/// Whether a text that somebody else sent to a customer has the words of any automatic text of ours: another PC's rules wrote it, no person.
Result<bool> isAutomaticWording(const AccountContext &context, const ForeignText &text);

/// Whether a text from one of our numbers has such words: another PC of this business wrote it, whatever the customer asked for just before.
bool isOwnWording(const AccountContext &context, const QString &from, const QString &body, UtcTime at);

} // namespace textback
