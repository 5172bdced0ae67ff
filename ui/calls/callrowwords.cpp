// SPDX-License-Identifier: MIT
#include "ui/calls/callrowwords.h"

#include "domain/ports/clock.h"
#include "ui/format/callwords.h"
#include "ui/format/viewcontext.h"

namespace textback {

using namespace Qt::StringLiterals;

QString CallRowWords::who(const CallListRow &row, const QString &region)
{
    ConversationSummary summary;
    summary.contactName = row.name;
    summary.number = row.number;
    summary.address = row.address;
    return ConversationWords::title(summary, region);
}

QString CallRowWords::outcome(const CallListRow &row, const ViewContext &context)
{
    QStringList parts{CallWords::title(row.card), CallWords::howLong(row.card), CallWords::lineName(row.card, context.settings)};
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

Icon CallRowWords::icon(const CallListRow &row)
{
    const CallCard &card = row.card;
    if (card.direction == CallDirection::Outbound)
        return Icon::CalledOut;
    if (card.recordings > 0)
        return Icon::Voicemail;
    return card.missed ? Icon::Missed : Icon::Phone;
}

BadgeTone CallRowWords::tone(const CallListRow &row)
{
    return row.card.missed && row.card.direction != CallDirection::Outbound ? BadgeTone::Danger : BadgeTone::Muted;
}

QString CallRowWords::spoken(const CallListRow &row, const ViewContext &context)
{
    QStringList parts{who(row, context.region), outcome(row, context).replace(u" · "_s, u", "_s)};
    if (const QString why = CallWords::textOutcome(row.card); !why.isEmpty())
        parts.append(why);
    else if (const auto badge = CallWords::decision(row.card))
        parts.append(badge->text);
    parts.append(context.times.moment(row.card.at, context.clock.utcNow()));
    return parts.join(u", "_s);
}

} // namespace textback
