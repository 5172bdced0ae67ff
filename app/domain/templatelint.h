// SPDX-License-Identifier: MIT
#pragma once

#include "domain/messagetemplate.h"

#include <QList>
#include <QString>

#include <optional>

namespace textback {

/// More than so many texts is no first word to somebody who called (faults.md F56).
inline constexpr int mostTexts = 2;

/// What a template is found to have.
enum class LintReason {
    // problems: such a text is not saved
    RefusedContent, ///< sex, hate, spirits, firearms, tobacco (rules.md C21)
    Shortener,      ///< a public link shortener, in the text or as the link (C21)
    CommandWord,    ///< STOP, CANCEL, HELP ... as a command of ours (C21, X17)
    AllCaps,        ///< C21
    Incentive,      ///< review: something in return (C20)
    RatingGate,     ///< review: only the happy ones (C20)
    EmployeeName,   ///< review: asks to name somebody (C20)
    // warnings: the owner decides
    LinkInFirstText, ///< carriers filter first texts with links more often (C21)
    TimePromise,     ///< nobody watches that it is kept (X20)
    Promotion,       ///< needs express written consent (C16)
    Long,            ///< more than longTextLength characters (C36)
};

/// "refused-content", "shortener", "command-word", "all-caps", "incentive", "rating-gate", "employee-name"; "link-in-first-text",
/// "time-promise", "promotion", "long".
QString toString(LintReason reason);
std::optional<LintReason> lintReasonFromString(const QString &text);
/// Whether a text with this may not be saved; the others are warnings.
bool isLintProblem(LintReason reason);

struct LintFinding {
    LintReason reason = LintReason::Long;
    QString words; ///< what was found, for the sentence that a person sees

    bool operator==(const LintFinding &) const = default;
};

/// Everything that is found in a template of this rule, problems first. `answerTimeWatched`: the owner is alerted when nobody answers in time, so
/// that a promise of a time is no empty one.
QList<LintFinding> lintTemplate(const QString &text, SendRule rule, const TemplateValues &values, bool answerTimeWatched = false);

/// The first thing in an automatic text that carriers filter or that callers would misread (rules.md C21), or an empty text: a word of what
/// they refuse to carry (sex, firearms, tobacco, drugs, spirits, hate), a public link shortener, a word that unsubscribes or asks for help
/// used as a command of ours ("Reply CANCEL to ..."), or "ALL CAPS". The hint "Reply STOP to opt out" and "HELP for help" are none.
QString forbiddenWords(const QString &text);
/// The same, and in a review request also what rules.md C20 forbids.
QString forbiddenWords(const QString &text, SendRule rule);

/// Why a template may not be saved: as templateProblem() of messagetemplate.h, and also "forbidden-words", "no-value" (a field that these
/// values leave empty; {open} and {name} are only known later and count with their longest values) and "too-many-texts" (filled, it costs
/// more than mostTexts). Empty if it may (faults.md F56).
QString templateProblem(const QString &text, const TemplateValues &values, SendRule rule = SendRule::Open);

/// The plain words of a rule that any business with a name can send: what leaves where the chosen text cannot. They need neither an opening
/// time nor a link. Empty for a rule that has none.
QString plainFallback(SendRule rule, TemplateLanguage language = TemplateLanguage::English);

} // namespace textback
