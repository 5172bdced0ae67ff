// SPDX-License-Identifier: MIT
#pragma once

#include "domain/decision.h"
#include "domain/result.h"
#include "domain/smssegments.h"
#include "domain/templates/mergefields.h"
#include "domain/templates/optouthint.h"
#include "domain/templates/templatelanguage.h"
#include "domain/templates/templateset.h"
#include "domain/time.h"

#include <QString>

#include <optional>

namespace textback {

/// The values that merge fields take, and what else goes into a text by itself.
struct TemplateValues {
    QString biz;   ///< {biz}
    QString link;  ///< {link}
    QString phone; ///< {phone}
    /// Set when another number texts for the called one, in the form for people (PhoneNumber::display): the text then says which number
    /// was called.
    QString calledNumber;
    QString open; ///< {open}
    QString name; ///< {name}: the contact's whole name as it is stored; givenName() makes it fit for a text
    TemplateLanguage language = TemplateLanguage::English; ///< of the words that are added: the opt-out hint, the called number
};

/// What stands for a field in a text; empty where there is no value.
QString mergeValue(MergeField field, const TemplateValues &values);

/// Fills the merge fields, and says which number was called behind the first {biz} (or at the end, where the template has none).
/// Fails (Rejected) on an unknown field, on one with neither value nor fallback, on a stray brace, on a value that spells a field itself, and
/// on an empty or too long result: a text with "{biz}" in it never leaves.
Result<QString> fillTemplate(const QString &text, const TemplateValues &values);

/// Puts the business's name in front of a filled text that does not name it within its first 40 characters (rules.md C15).
QString withBusinessName(const QString &text, const QString &businessName);

/// A first automatic text as it leaves: filled, naming the business, with the opt-out hint, and in GSM-7 characters as far as there are
/// any. What previews show and what is sent both come from here. Fails as fillTemplate does.
Result<QString> composeFirstText(const QString &text, const TemplateValues &values);

/// Any automatic text as it leaves. Name and hint are put in where they are due (`lastHint`: when this person was last sent one, see hintDue
/// and hasOptOutHint), as in a first text; to somebody who had one before, the name may stand anywhere. A confirmation of an opt-out gets the
/// name always and the hint never (rules.md C6).
Result<QString> composeAutomaticText(SendRule rule, const QString &text, const TemplateValues &values, std::optional<UtcTime> lastHint,
                                     UtcTime now);

/// `known` with the longest value for everything that is only known when a text is made: {open} and {name}.
TemplateValues longestValues(TemplateValues known);

/// What a text from this template costs at most to somebody who gets the first one: with the longest {open} and {name} or their fallbacks,
/// whichever costs more (rules.md C37), from a number of this kind. Fails as composeAutomaticText does.
Result<SmsSegments> longestSegments(const QString &text, const TemplateValues &values, SendRule rule = SendRule::Open,
                                    SmsRoute route = SmsRoute::LongCode);

/// Why a template cannot be used, as stable spellings ("unknown-placeholder", "unclosed-brace", "no-fallback", "bad-fallback", "empty",
/// "too-long"); empty if it can.
QString templateProblem(const QString &text);

} // namespace textback
