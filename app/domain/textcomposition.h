// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/store.h"
#include "domain/result.h"
#include "domain/textbackrules.h"

namespace textback {

/// What bounds the choice of words.
struct WordLimits {
    int longest = 0;    ///< characters, of the provider
    bool plain = false; ///< carriers filtered the chosen words lately: the rule's plain ones go first
};

/// The words of an automatic text to somebody who called or wrote to `line`, as they leave at `at`: the rule's template filled, naming the called
/// number where another one texts, with the opt-out hint where it is due. Where the chosen template cannot be used (a field without a value,
/// words that carriers filter, too long) the plain one of the rule takes its place (faults.md F56); fails (Rejected) where that
/// cannot be filled either.
Result<QString> composeAt(const TextBackRules &rules, SendRule rule, const Line &line, const TextRecipient &to, UtcTime at,
                          const WordLimits &limits);

} // namespace textback
