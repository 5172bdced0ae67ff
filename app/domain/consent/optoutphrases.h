// SPDX-License-Identifier: MIT
#pragma once

#include "domain/consent/phrasebook.h"

namespace textback {

/// What a wording says about further texts.
enum class OptOutPhraseKind {
    OptOut,   ///< no more of them
    Certain,  ///< the same, and no guard touches it
    Doubt,    ///< perhaps: somebody has to ask
    StopWord, ///< "stop" or its like in whatever else the text says: a doubt; together with a doubt of another kind an opt-out
    Keyword,  ///< another opt-out word that stands in whatever else the text says: a doubt as well
    Softens,  ///< wherever in the text: a time or another way is asked for, or something of us; what was an opt-out is a doubt
    Quiets,   ///< wherever in the text: the sound alone may not decide, only leave a doubt
    Guard,    ///< something else is meant: the wordings that it overlaps do not count
    Denial,   ///< the same, and yet what it overlaps leaves a doubt ("don't take me off the list"); quiets as well
};

/// The wordings of readConsent(), English and Spanish; each one's kind is an OptOutPhraseKind.
const PhraseBook &optOutBook();

} // namespace textback
