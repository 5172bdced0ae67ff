// SPDX-License-Identifier: MIT
#include "ui/calls/callwords.h"

#include "domain/ports/clock.h"
#include "ui/format/reasonwords.h"
#include "ui/format/safetext.h"
#include "ui/format/viewcontext.h"
#include "ui/thread/threadwords.h"

namespace textback {

using namespace Qt::StringLiterals;

QString CallWords::who(const CallListRow &row, const QString &region)
{
    ConversationSummary summary;
    summary.contactName = row.name;
    summary.number = row.number;
    summary.address = row.address;
    return ConversationWords::title(summary, region);
}

QString CallWords::title(const CallListRow &row)
{
    return ThreadWords::callTitle(row.card);
}

QString CallWords::outcome(const CallListRow &row, const ViewContext &context)
{
    const CallCard &card = row.card;
    QStringList parts{title(row)};
    const bool outgoing = card.direction == CallDirection::Outbound;
    if (!card.open && card.talked > Millis(0) && (outgoing || !card.missed))
        parts.append(tr("talked %1").arg(TimeWords::span(card.talked)));
    else if (!card.open && outgoing)
        parts.append(tr("no answer"));
    else if (card.rang > Millis(0))
        parts.append(tr("rang %1").arg(TimeWords::span(card.rang)));
    if (context.settings.lines.size() > 1) {
        for (const Line &line : context.settings.lines) {
            if (line.number == card.line && !line.label.isEmpty())
                parts.append(singleLine(line.label));
        }
    }
    return parts.join(u" · "_s);
}

std::optional<Badge> CallWords::decision(const CallListRow &row)
{
    const CallCard &card = row.card;
    if (card.textedAfter)
        return Badge{tr("Texted in %1").arg(TimeWords::span(*card.textedAfter)), BadgeTone::Ok};
    if (const auto reason = ThreadWords::skipReason(card)) {
        const bool held = !card.skippedLater && card.decision && card.decision->verdict == Verdict::Hold;
        const QString words = ReasonWords::inBadge(*reason);
        return Badge{held ? tr("Waits: %1").arg(words) : tr("Not texted: %1").arg(words),
                     ReasonWords::tone(*reason) == ReasonTone::Act ? BadgeTone::Warn : BadgeTone::Muted};
    }
    if (card.missed && card.decision && card.decision->verdict == Verdict::Send)
        return Badge{tr("Text not confirmed yet"), BadgeTone::Info};
    return std::nullopt;
}

QString CallWords::reason(const CallListRow &row)
{
    return ThreadWords::callCaption(row.card);
}

Icon CallWords::icon(const CallListRow &row)
{
    const CallCard &card = row.card;
    if (card.direction == CallDirection::Outbound)
        return Icon::CalledOut;
    if (card.recordings > 0)
        return Icon::Voicemail;
    return card.missed ? Icon::Missed : Icon::Phone;
}

BadgeTone CallWords::tone(const CallListRow &row)
{
    return row.card.missed && row.card.direction != CallDirection::Outbound ? BadgeTone::Danger : BadgeTone::Muted;
}

QString CallWords::spoken(const CallListRow &row, const ViewContext &context)
{
    QStringList parts{who(row, context.region), outcome(row, context).replace(u" · "_s, u", "_s)};
    if (const QString why = reason(row); !why.isEmpty())
        parts.append(why);
    else if (const auto badge = decision(row))
        parts.append(badge->text);
    parts.append(context.times.moment(row.card.at, context.clock.utcNow()));
    return parts.join(u", "_s);
}

} // namespace textback
