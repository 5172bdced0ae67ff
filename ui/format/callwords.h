// SPDX-License-Identifier: MIT
#pragma once

#include "domain/conversation.h"
#include "ui/format/conversationwords.h"

#include <QCoreApplication>

#include <optional>

namespace textback {

struct Settings;

/// A call in words, wherever it is shown.
class CallWords {
    Q_DECLARE_TR_FUNCTIONS(textback::CallWords)

public:
    /// "Missed call".
    static QString title(const CallCard &card);
    /// "rang 22 s", "talked 1 min 30 s", "no answer"; may be empty.
    static QString howLong(const CallCard &card);
    /// "no voicemail", "voicemail of 12 s", "line was busy"; only of a missed call that is over.
    static QString leftBehind(const CallCard &card);
    /// On which of several lines it came in; empty where there is one.
    static QString lineName(const CallCard &card, const Settings &settings);
    /// What was decided about a text, in two or three words; nothing where there was nothing to decide.
    static std::optional<Badge> decision(const CallCard &card);
    /// What became of the text for a missed call, as a sentence; empty while a text is on its way.
    static QString textOutcome(const CallCard &card);
    /// The reason behind "No text sent", if that is what textOutcome() says.
    static std::optional<DecisionReason> skipReason(const CallCard &card);
};

} // namespace textback
