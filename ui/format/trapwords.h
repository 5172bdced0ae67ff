// SPDX-License-Identifier: MIT
#pragma once

#include "domain/traps/trapfinder.h"

#include <QCoreApplication>
#include <QString>

namespace textback {

/// What the trap finder has found, in words: what happened, and what to do.
class TrapWords {
    Q_DECLARE_TR_FUNCTIONS(textback::TrapWords)

public:
    /// `line` is what the line is called: its label or number.
    static QString sentence(const TrapFinding &finding, const QString &line);
    static QString advice(TrapAdvice advice, const TrapFinding &finding);
    /// All that is to be done, a paragraph each.
    static QString advice(const TrapFinding &finding);
};

} // namespace textback
