// SPDX-License-Identifier: MIT
#include "ui/thread/threadwords.h"

#include "domain/ports/clock.h"
#include "ui/format/callwords.h"
#include "ui/format/errorwords.h"
#include "ui/format/reasonwords.h"
#include "ui/format/safetext.h"
#include "ui/format/viewcontext.h"

namespace textback {

using namespace Qt::StringLiterals;

BubbleState ThreadWords::state(const MessageBubble &bubble)
{
    const Message &message = bubble.message;
    if (message.direction == MessageDirection::Incoming)
        return BubbleState::Incoming;
    if (bubble.outbox == OutboxState::Unconfirmed)
        return BubbleState::Unconfirmed;
    if (bubble.outbox == OutboxState::Skipped || message.status == DeliveryStatus::Cancelled)
        return BubbleState::Dropped;
    if (message.status == DeliveryStatus::Failed || message.status == DeliveryStatus::Undelivered || bubble.outbox == OutboxState::Failed)
        return BubbleState::Failed;
    if (bubble.outbox == OutboxState::Unknown || message.status == DeliveryStatus::Unknown)
        return BubbleState::Checking;
    const bool waits = bubble.outbox == OutboxState::Queued || bubble.outbox == OutboxState::Held;
    return waits && message.origin == MessageOrigin::Automatic ? BubbleState::Waiting : BubbleState::Settled;
}

QString ThreadWords::delivery(const MessageBubble &bubble)
{
    if (bubble.message.direction == MessageDirection::Incoming)
        return {};
    switch (state(bubble)) {
    case BubbleState::Unconfirmed:
        return tr("Not confirmed");
    case BubbleState::Dropped:
        return tr("Not sent");
    case BubbleState::Checking:
        return tr("Checking");
    default:
        break;
    }
    switch (bubble.message.status) {
    case DeliveryStatus::Queued:
        return tr("Waiting to be sent");
    case DeliveryStatus::Sending:
        return tr("Sending");
    case DeliveryStatus::Sent:
        return tr("Sent");
    case DeliveryStatus::Delivered:
        return tr("Delivered");
    case DeliveryStatus::Undelivered:
        return tr("Not delivered");
    case DeliveryStatus::Failed:
        return tr("Failed");
    case DeliveryStatus::Unknown:
        return tr("Checking");
    case DeliveryStatus::Cancelled:
        return tr("Not sent");
    case DeliveryStatus::Received:
        return {};
    }
    Q_UNREACHABLE();
}

std::optional<Icon> ThreadWords::deliveryIcon(const MessageBubble &bubble)
{
    switch (state(bubble)) {
    case BubbleState::Incoming:
    case BubbleState::Dropped:
        return std::nullopt;
    case BubbleState::Unconfirmed:
        return Icon::Question;
    case BubbleState::Failed:
        return Icon::Alert;
    case BubbleState::Checking:
    case BubbleState::Waiting:
        return Icon::Clock;
    case BubbleState::Settled:
        break;
    }
    if (bubble.message.status == DeliveryStatus::Delivered)
        return Icon::Checks;
    return bubble.message.status == DeliveryStatus::Sent ? Icon::Check : Icon::Clock;
}

QString ThreadWords::headline(const MessageBubble &bubble, UtcTime now)
{
    if (!bubble.message.author.isEmpty())
        return singleLine(bubble.message.author);
    if (bubble.message.origin == MessageOrigin::Elsewhere)
        return tr("Sent elsewhere");
    if (bubble.message.origin != MessageOrigin::Automatic)
        return {};
    if (state(bubble) == BubbleState::Waiting) {
        const Millis left = bubble.notBefore - now;
        return left > Millis(500) ? tr("Automatic · sending in %1").arg(TimeWords::span(left)) : tr("Automatic · sending…");
    }
    return bubble.message.rule ? tr("Automatic · template “%1”").arg(ReasonWords::templateName(*bubble.message.rule)) : tr("Automatic");
}

QString ThreadWords::trouble(const MessageBubble &bubble)
{
    switch (state(bubble)) {
    case BubbleState::Unconfirmed:
        return tr("Text not confirmed. It may have arrived.");
    case BubbleState::Failed:
        return ErrorWords::failedText(bubble.message.errorCode, bubble.message.errorText);
    case BubbleState::Dropped:
        return bubble.skipped ? tr("Not sent: %1").arg(ReasonWords::sentence(*bubble.skipped)) : tr("Not sent.");
    default:
        return {};
    }
}

QString ThreadWords::callDetails(const CallCard &card, const ViewContext &context)
{
    QStringList parts{context.times.clockWithSeconds(card.at), CallWords::howLong(card), CallWords::leftBehind(card),
                      CallWords::lineName(card, context.settings)};
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString ThreadWords::files(int count)
{
    return tr("%n picture(s) or file(s)", nullptr, count);
}

QString ThreadWords::spoken(const ThreadEntry &entry, const ViewContext &context)
{
    if (const auto *card = std::get_if<CallCard>(&entry.content)) {
        QStringList parts{CallWords::title(*card), callDetails(*card, context).replace(u" · "_s, u", "_s)};
        if (const QString caption = CallWords::textOutcome(*card); !caption.isEmpty())
            parts.append(caption);
        return parts.join(u", "_s);
    }
    if (const auto *note = std::get_if<ThreadNote>(&entry.content))
        return tr("Note, only you see this, %1: %2").arg(context.times.clock(entry.at), singleLine(note->body));
    const auto &bubble = std::get<MessageBubble>(entry.content);
    QStringList parts;
    if (!bubble.message.author.isEmpty())
        parts.append(singleLine(bubble.message.author));
    else if (bubble.message.direction == MessageDirection::Incoming)
        parts.append(tr("Customer"));
    else
        parts.append(tr("You"));
    if (bubble.message.origin == MessageOrigin::Automatic)
        parts.append(tr("automatic"));
    else if (bubble.message.origin == MessageOrigin::Elsewhere)
        parts.append(tr("sent elsewhere"));
    parts.append(context.times.clock(entry.at));
    if (const QString words = delivery(bubble); !words.isEmpty())
        parts.append(words.toLower());
    if (bubble.message.media > 0)
        parts.append(files(bubble.message.media));
    QString text = parts.join(u", "_s) + u": "_s + singleLine(bubble.message.body);
    if (const QString words = trouble(bubble); !words.isEmpty())
        text += u". "_s + words;
    return text;
}

} // namespace textback
