// SPDX-License-Identifier: MIT
#include "ui/thread/threadwords.h"

#include "domain/ports/clock.h"
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

QString ThreadWords::callTitle(const CallCard &card)
{
    if (card.direction == CallDirection::Outbound)
        return card.open ? tr("You are calling") : tr("You called");
    if (card.open)
        return tr("Calling now");
    if (card.recordings > 0)
        return tr("Missed call with voicemail");
    if (card.missed)
        return tr("Missed call");
    switch (card.disposition) {
    case Disposition::Answered:
        return tr("Answered call");
    case Disposition::Abandoned:
        return tr("Call, hung up early");
    case Disposition::Blocked:
        return tr("Blocked call");
    case Disposition::Failed:
        return tr("Call that failed");
    default:
        return tr("Call");
    }
}

QString ThreadWords::callDetails(const CallCard &card, const ViewContext &context)
{
    QStringList parts{context.times.clockWithSeconds(card.at)};
    const bool talkedWithUs = card.direction == CallDirection::Outbound || (!card.missed && card.disposition == Disposition::Answered);
    if (!card.open && talkedWithUs && card.talked > Millis(0))
        parts.append(tr("talked %1").arg(TimeWords::span(card.talked)));
    else if (!card.open && card.direction == CallDirection::Outbound)
        parts.append(tr("no answer"));
    else if (card.rang > Millis(0))
        parts.append(tr("rang %1").arg(TimeWords::span(card.rang)));
    if (card.missed && !card.open) {
        if (card.recordings == 0)
            parts.append(card.disposition == Disposition::Busy ? tr("line was busy") : tr("no voicemail"));
        else if (card.recordingLength > Millis(0))
            parts.append(tr("voicemail of %1").arg(TimeWords::span(card.recordingLength)));
        else
            parts.append(tr("voicemail left"));
    }
    if (context.settings.lines.size() > 1) {
        for (const Line &line : context.settings.lines) {
            if (line.number == card.line && !line.label.isEmpty())
                parts.append(singleLine(line.label));
        }
    }
    return parts.join(u" · "_s);
}

std::optional<DecisionReason> ThreadWords::skipReason(const CallCard &card)
{
    if (!card.missed || card.textedAfter)
        return std::nullopt;
    if (card.skippedLater)
        return card.skippedLater;
    if (card.decision && card.decision->verdict != Verdict::Send)
        return card.decision->reason;
    return std::nullopt;
}

QString ThreadWords::callCaption(const CallCard &card)
{
    if (card.textedAfter)
        return tr("Automatic text sent %1 after the call ended").arg(TimeWords::span(*card.textedAfter));
    if (const auto reason = skipReason(card))
        return tr("No text sent: %1").arg(ReasonWords::sentence(*reason));
    return {};
}

QString ThreadWords::files(int count)
{
    return tr("%n picture(s) or file(s)", nullptr, count);
}

QString ThreadWords::spoken(const ThreadEntry &entry, const ViewContext &context)
{
    if (const auto *card = std::get_if<CallCard>(&entry.content)) {
        QStringList parts{callTitle(*card), callDetails(*card, context).replace(u" · "_s, u", "_s)};
        if (const QString caption = callCaption(*card); !caption.isEmpty())
            parts.append(caption);
        return parts.join(u", "_s);
    }
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
