// SPDX-License-Identifier: MIT
#pragma once

#include "domain/messagetemplate.h"

#include <QString>

namespace textback {

/// More than so many texts is no first word to somebody who called (faults.md F56).
inline constexpr int mostTexts = 2;

/// The first thing in an automatic text that carriers filter or that callers would misread (rules.md C21), or an empty text: a word of what
/// they refuse to carry (sex, firearms, tobacco, drugs, spirits, hate), a public link shortener, a word that unsubscribes or asks for help
/// used as a command of ours ("Reply CANCEL to ..."), or "ALL CAPS". The hint "Reply STOP to opt out" and "HELP for help" are none.
QString forbiddenWords(const QString &text);

/// Why a template may not be saved: as templateProblem() of messagetemplate.h, and also "forbidden-words", "no-value" (a placeholder that these
/// values leave empty) and "too-many-texts" (filled, it costs more than mostTexts). Empty if it may (faults.md F56).
QString templateProblem(const QString &text, const TemplateValues &values);

/// The plain words of a rule that any business with a name can send: what leaves where the chosen text cannot. Empty for a rule that has none.
QString plainFallback(SendRule rule);

} // namespace textback
