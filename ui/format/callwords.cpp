// SPDX-License-Identifier: MIT
#include "ui/format/callwords.h"

#include "domain/settings.h"
#include "ui/format/reasonwords.h"
#include "ui/format/safetext.h"
#include "ui/format/timewords.h"

namespace textback {

QString CallWords::title(const CallCard &card)
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

QString CallWords::howLong(const CallCard &card)
{
    const bool outgoing = card.direction == CallDirection::Outbound;
    const bool talkedWithUs = outgoing || (!card.missed && card.disposition == Disposition::Answered);
    if (!card.open && talkedWithUs && card.talked > Millis(0))
        return tr("talked %1").arg(TimeWords::span(card.talked));
    if (!card.open && outgoing)
        return tr("no answer");
    return card.rang > Millis(0) ? tr("rang %1").arg(TimeWords::span(card.rang)) : QString();
}

QString CallWords::leftBehind(const CallCard &card)
{
    if (!card.missed || card.open)
        return {};
    if (card.recordings == 0)
        return card.disposition == Disposition::Busy ? tr("line was busy") : tr("no voicemail");
    return card.recordingLength > Millis(0) ? tr("voicemail of %1").arg(TimeWords::span(card.recordingLength)) : tr("voicemail left");
}

QString CallWords::lineName(const CallCard &card, const Settings &settings)
{
    if (settings.lines.size() < 2)
        return {};
    for (const Line &line : settings.lines) {
        if (line.number == card.line)
            return singleLine(line.label);
    }
    return {};
}

std::optional<Badge> CallWords::decision(const CallCard &card)
{
    if (card.textedAfter)
        return Badge{tr("Texted in %1").arg(TimeWords::span(*card.textedAfter)), BadgeTone::Ok};
    if (const auto reason = skipReason(card)) {
        const bool held = !card.skippedLater && card.decision && card.decision->verdict == Verdict::Hold;
        const QString words = ReasonWords::inBadge(*reason);
        return Badge{held ? tr("Waits: %1").arg(words) : tr("Not texted: %1").arg(words),
                     ReasonWords::tone(*reason) == ReasonTone::Act ? BadgeTone::Warn : BadgeTone::Muted};
    }
    if (card.missed && card.decision && card.decision->verdict == Verdict::Send)
        return Badge{tr("Text not confirmed yet"), BadgeTone::Info};
    return std::nullopt;
}

QString CallWords::textOutcome(const CallCard &card)
{
    if (card.textedAfter)
        return tr("Automatic text sent %1 after the call ended").arg(TimeWords::span(*card.textedAfter));
    if (const auto reason = skipReason(card))
        return tr("No text sent: %1").arg(ReasonWords::sentence(*reason));
    return {};
}

std::optional<DecisionReason> CallWords::skipReason(const CallCard &card)
{
    if (!card.missed || card.textedAfter)
        return std::nullopt;
    if (card.skippedLater)
        return card.skippedLater;
    if (card.decision && card.decision->verdict != Verdict::Send)
        return card.decision->reason;
    return std::nullopt;
}

} // namespace textback
