// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ids.h"

#include <QString>

namespace textback {

/// One desktop notification. Plain text: an implementation escapes it where the desktop would read markup.
struct Notification {
    ConversationId conversation; ///< one notification per conversation: a newer one replaces the older; null for news of the program itself
    QString title;
    QString body;
    bool urgent = false;    ///< needs a person: may make a sound
    bool silent = false;    ///< no sound, urgent or not: whoever it is for looks at the window
    bool pressing = false;  ///< cannot wait (help is asked for, people are in danger): shown even where the desktop is not to be disturbed
    bool canAnswer = false; ///< an answer may be typed into it, where the desktop has a field for that

    bool operator==(const Notification &) const = default;
};

/// Shows notifications. GUI thread. A click asks for its conversation to be opened (the implementation has a signal or callback for it).
class Notifier {
public:
    virtual ~Notifier() = default;

    virtual void show(const Notification &notification) = 0;
    /// Takes back what is still shown for a conversation (it was read).
    virtual void withdraw(ConversationId conversation) = 0;
};

} // namespace textback
