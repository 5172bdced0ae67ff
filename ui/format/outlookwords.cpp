// SPDX-License-Identifier: MIT
#include "ui/format/outlookwords.h"

#include "ui/format/reasonwords.h"

namespace textback {

QString OutlookWords::allowed(const TextOutlook &outlook, const TimeWords &times, UtcTime now)
{
    const Decision &decision = outlook.now;
    switch (decision.verdict) {
    case Verdict::Send:
        return decision.rule == SendRule::SecondCall ? tr("Only the text for a second call") : tr("Allowed");
    case Verdict::Hold:
        return tr("Allowed, from %1").arg(times.moment(decision.notBefore.value_or(now), now));
    case Verdict::Skip:
        break;
    }
    const QString why = ReasonWords::inBadge(decision.reason.value_or(DecisionReason::ModeOff));
    //: Whether an automatic text may be sent. %1: two or three words, such as "texted before".
    return outlook.next ? tr("Not now: %1").arg(why) : tr("No: %1").arg(why);
}

QString OutlookWords::sentence(const TextOutlook &outlook)
{
    const Decision &decision = outlook.now;
    if (decision.verdict == Verdict::Hold)
        return tr("A missed call would be texted when quiet hours end.");
    if (decision.verdict == Verdict::Send)
        return tr("A missed call would be texted now.");
    //: %1: a sentence that begins in lower case, such as "this is a landline. Call back instead."
    return tr("A missed call would get no text now: %1").arg(ReasonWords::sentence(decision.reason.value_or(DecisionReason::ModeOff)));
}

QString OutlookWords::next(const TextOutlook &outlook, const TimeWords &times, UtcTime now)
{
    //: When the next automatic text is allowed. %1: "2:07 PM tomorrow"
    return outlook.next ? tr("after %1").arg(times.moment(*outlook.next, now)) : QString();
}

} // namespace textback
