// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

class QWidget;

namespace textback {

struct Tokens;

/// The looks of forms (cards, hints, problems, check boxes) on top of the program's style sheet. Widgets choose by dynamic properties:
/// "card" and "inset" (true) on frames, "bar" ("header", "footer"), "chip" (true) on buttons, "wrong" (true) on a field, "role" on labels
/// ("title", "heading", "fieldLabel", "hint", "problem", "warning", "ok", "autoBubble", "ruleSentence", "stateDot" with "level").
QString formStyleSheet(const Tokens &tokens);

/// Gives `widget` the form style of its palette; call it again when palette or font change (it does nothing if nothing changed).
void applyFormStyle(QWidget &widget);

} // namespace textback
