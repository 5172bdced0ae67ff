// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/callsreader.h"
#include "ui/format/conversationwords.h"
#include "ui/theme/icons.h"

namespace textback {

struct ViewContext;

/// A row of the list of all calls in words and signs; what is said of a call alone says CallWords.
class CallRowWords {
public:
    /// The name somebody gave, else the number, else "Withheld number".
    static QString who(const CallListRow &row, const QString &region);
    /// "Missed call · rang 22 s · Front desk": what became of it, how long, on which line.
    static QString outcome(const CallListRow &row, const ViewContext &context);
    static Icon icon(const CallListRow &row);
    static BadgeTone tone(const CallListRow &row);
    /// All of it in one sentence, for a screen reader.
    static QString spoken(const CallListRow &row, const ViewContext &context);
};

} // namespace textback
