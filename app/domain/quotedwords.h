// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace textback {

/// What a phone sends by itself when somebody taps on a text ("Liked “…”", "👍 to “…”"): nobody wrote it, and it repeats the words of the text.
bool isReaction(const QString &body);

/// What the sender wrote, as far as it can mean STOP: nothing of a reaction, no lines that quote ("> …") beside lines that do not, and not our own
/// opt-out hint, which says "STOP" when it is repeated. Everything else stays: a word too many leaves a question, a word too few loses an opt-out.
QString withoutQuotes(const QString &body);

} // namespace textback
