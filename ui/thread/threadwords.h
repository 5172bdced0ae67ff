// SPDX-License-Identifier: MIT
#pragma once

#include "domain/conversation.h"
#include "ui/format/timewords.h"
#include "ui/theme/icons.h"

#include <QCoreApplication>

#include <optional>

namespace textback {

struct ViewContext;

/// How the sending of a bubble stands, as the thread tells it.
enum class BubbleState {
    Incoming,
    Waiting, ///< automatic and not sent yet: may be cancelled
    Settled, ///< an ordinary outgoing one: queued by a person, sending, sent, delivered
    Checking,
    Unconfirmed,
    Failed,
    Dropped, ///< cancelled, or the rules said no at the last moment
};

/// A thread's entries in words.
class ThreadWords {
    Q_DECLARE_TR_FUNCTIONS(textback::ThreadWords)

public:
    static BubbleState state(const MessageBubble &bubble);
    /// "Delivered", "Sent", "Waiting to be sent" ...
    static QString delivery(const MessageBubble &bubble);
    static std::optional<Icon> deliveryIcon(const MessageBubble &bubble);
    /// "Automatic · template “Missed call”"; empty for a person's own and for incoming ones.
    static QString headline(const MessageBubble &bubble, UtcTime now);
    /// The line under a bubble that needs a person, or tells why it was dropped.
    static QString trouble(const MessageBubble &bubble);

    /// "2:07:41 PM · rang 22 s · no voicemail"
    static QString callDetails(const CallCard &card, const ViewContext &context);

    /// "2 pictures or files"
    static QString files(int count);
    /// "You, automatic, 2:07 PM, delivered: Hi, this is …"
    static QString spoken(const ThreadEntry &entry, const ViewContext &context);
};

} // namespace textback
