// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace textback {

/// What a phone sends by itself when somebody taps on a text ("Liked “…”", "👍 to “…”"): nobody wrote it, and it repeats the words of the text.
bool isReaction(const QString &body);

/// What the sender wrote: without reactions, lines that quote (“> …”), longer passages in quotation marks beside words of their own, and our own
/// opt-out hint with what stands before it. Our text says "Reply STOP" and "Call 911"; whoever repeats it means neither.
QString withoutQuotes(const QString &body);

} // namespace textback
