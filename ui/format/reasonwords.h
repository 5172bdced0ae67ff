// SPDX-License-Identifier: MIT
#pragma once

#include "domain/decision.h"

#include <QCoreApplication>

namespace textback {

/// How much a reason asks of a person.
enum class ReasonTone {
    Quiet, ///< as it should be
    Act,   ///< somebody had better call back
};

/// Why no text went out, in words: one sentence for what happened and what to do.
class ReasonWords {
    Q_DECLARE_TR_FUNCTIONS(textback::ReasonWords)

public:
    /// Two or three words behind "not texted:" in a list row ("landline").
    static QString inBadge(DecisionReason reason);
    /// Behind "No text sent:" under a call card: "this is a landline. Call back instead."
    static QString sentence(DecisionReason reason);
    static ReasonTone tone(DecisionReason reason);
    /// The name of the template that wrote an automatic text ("Missed call").
    static QString templateName(SendRule rule);
};

} // namespace textback
