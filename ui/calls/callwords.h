// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/callsreader.h"
#include "ui/format/conversationwords.h"
#include "ui/theme/icons.h"

#include <QCoreApplication>

#include <optional>

namespace textback {

struct ViewContext;

/// A row of the list of all calls in words.
class CallWords {
    Q_DECLARE_TR_FUNCTIONS(textback::CallWords)

public:
    /// The name somebody gave, else the number, else "Withheld number".
    static QString who(const CallListRow &row, const QString &region);
    /// "Missed call".
    static QString title(const CallListRow &row);
    /// "Missed call · rang 22 s · Front desk": what became of it, how long, on which line.
    static QString outcome(const CallListRow &row, const ViewContext &context);
    /// What was decided about a text, in two or three words; nothing where there was nothing to decide.
    static std::optional<Badge> decision(const CallListRow &row);
    /// The reason as a sentence; empty where there is none.
    static QString reason(const CallListRow &row);
    static Icon icon(const CallListRow &row);
    static BadgeTone tone(const CallListRow &row);
    /// All of it in one sentence, for a screen reader.
    static QString spoken(const CallListRow &row, const ViewContext &context);
};

} // namespace textback
