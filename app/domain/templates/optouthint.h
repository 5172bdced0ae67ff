// SPDX-License-Identifier: MIT
#pragma once

#include "domain/templates/templatelanguage.h"
#include "domain/time.h"

#include <QString>

#include <optional>

namespace textback {

/// A person who was told so long ago how to opt out is told again (rules.md C15).
inline constexpr Millis hintHolds = std::chrono::days(30);

/// Whether the next automatic text to a person carries the opt-out hint and the business's name: nobody ever told them, or not for 30 days.
/// A time in the future (another clock) is no reason to leave it out.
bool hintDue(std::optional<UtcTime> lastHint, UtcTime now);

/// Whether a text names STOP as the way to opt out: how to use it ("text STOP") or what it does ("STOP to end", "STOP=out"). A bare word in
/// capitals does not: "we STOP leaks" would leave a customer without the hint.
bool hasOptOutHint(const QString &text);

/// The hint, with the keyword STOP in every language, since that is the word that providers and carriers know: "Reply STOP to opt out",
/// "Responda STOP para salir", "Reply STOP to opt out/salir".
QString optOutHint(TemplateLanguage language);

/// The text with the hint behind it, whether or not there is one already.
QString withHintAtEnd(const QString &text, TemplateLanguage language);

/// Adds the hint where the text does not name STOP yet (rules.md C15).
QString withOptOutHint(const QString &text, TemplateLanguage language = TemplateLanguage::English);

/// Ends a text so that a sentence may follow. Nothing is put behind a link: it would become part of it.
QString endedSentence(const QString &text);

} // namespace textback
