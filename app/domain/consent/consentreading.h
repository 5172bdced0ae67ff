// SPDX-License-Identifier: MIT
#pragma once

#include "domain/optout.h"

#include <QString>

namespace textback {

/// What a customer's text means for consent, and which of its words say so.
struct ConsentReading {
    ConsentWord word = ConsentWord::None; ///< what follows at once
    /// The text may ask for silence, or only looks like it (rules.md C3, C4): nothing goes out by itself in this conversation until a person
    /// has looked. Only with `word` None.
    bool doubt = false;
    QString because; ///< the customer's words that decided, made plain ("stop texting me"): evidence; empty for an ordinary text
    /// The whole text is a keyword of rules.md C1, C10 or C11, which providers read as well and may have answered. False where only this
    /// program understands it: free text, Spanish words, look-alike letters.
    bool byKeyword = false;

    bool operator==(const ConsentReading &) const = default;
};

/// The one entrance for every text that comes in: the keywords of readConsentWord() first, then English and Spanish wordings that a
/// reasonable person would take for "no more texts" (rules.md C3). An opt-out word that stands in a text of another meaning ("can you stop by
/// at 5", C4) leaves a doubt.
ConsentReading readConsent(const QString &body);

} // namespace textback
