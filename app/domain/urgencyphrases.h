// SPDX-License-Identifier: MIT
#pragma once

#include "domain/consent/phrasebook.h"

namespace textback {

/// What a wording says about danger.
enum class UrgencyPhraseKind {
    Keyword,    ///< the writer asks for it
    Danger,     ///< tells of one
    Cold,       ///< no heat, no power, no cooling: a danger to somebody weak
    Vulnerable, ///< somebody weak; with Cold anywhere in the text a danger
    Past,       ///< long ago: what else the clause says is no danger
    Guard,      ///< something else is meant: the wordings that it overlaps do not count
};

/// The wordings of readUrgency(); each one's kind is an UrgencyPhraseKind.
const PhraseBook &urgencyBook();

} // namespace textback
