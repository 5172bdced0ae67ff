// SPDX-License-Identifier: MIT
#include "ui/format/conversationwords.h"

#include "ui/format/reasonwords.h"
#include "ui/format/safetext.h"

#include <algorithm>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr Millis waitsAfter = std::chrono::seconds(10);

bool cannotBeTexted(DecisionReason reason)
{
    return reason == DecisionReason::Landline || reason == DecisionReason::CannotReceive || reason == DecisionReason::TollFree;
}

} // namespace

QString ConversationWords::title(const ConversationSummary &conversation, const QString &region)
{
    const QString name = singleLine(conversation.contactName);
    return name.isEmpty() ? address(conversation, region) : name;
}

QString ConversationWords::address(const ConversationSummary &conversation, const QString &region)
{
    if (!conversation.number.isNull())
        return conversation.number.display(region);
    if (conversation.address == QStringView(withheldAddress))
        return tr("Withheld number");
    const QString text = singleLine(conversation.address);
    return text.isEmpty() ? tr("Unknown caller") : text;
}

bool ConversationWords::hasBadge(const ConversationSummary &conversation)
{
    return conversation.alert || conversation.missedCall || conversation.optedOut || !conversation.doubt.isEmpty() ||
           conversation.snoozedUntil;
}

std::optional<Badge> ConversationWords::badge(const ConversationSummary &conversation, const TimeWords &times, UtcTime now)
{
    if (conversation.alert)
        return alertBadge(*conversation.alert);
    if (!conversation.doubt.isEmpty())
        return Badge{tr("No more texts?"), BadgeTone::Warn};
    const std::optional<Badge> call = conversation.missedCall ? callBadge(*conversation.missedCall, now) : std::nullopt;
    if (call && call->tone == BadgeTone::Danger)
        return call;
    // Whoever puts a call off knows how it ended; when it comes back is what is asked of the row.
    if (conversation.snoozedUntil)
        return Badge{tr("Snoozed to %1").arg(times.upcoming(*conversation.snoozedUntil, now)), BadgeTone::Muted};
    if (call)
        return call;
    if (conversation.optedOut)
        return Badge{tr("Opted out (STOP)"), BadgeTone::Muted};
    if (conversation.missedCall)
        return Badge{tr("Missed call"), BadgeTone::Warn};
    return std::nullopt;
}

std::optional<Badge> ConversationWords::callBadge(const MissedCallOutcome &call, UtcTime now)
{
    if (call.outbox == OutboxState::Unconfirmed)
        return Badge{tr("Text not confirmed"), BadgeTone::Danger};
    // The reason says more than that the provider refused it.
    if (call.notTexted)
        return Badge{tr("Missed call · not texted: %1").arg(ReasonWords::inBadge(*call.notTexted)),
                     ReasonWords::tone(*call.notTexted) == ReasonTone::Act ? BadgeTone::Warn : BadgeTone::Muted};
    if (call.outbox == OutboxState::Failed)
        return Badge{tr("Missed call · text failed"), BadgeTone::Danger};
    if (call.outbox) {
        switch (*call.outbox) {
        case OutboxState::Queued:
        case OutboxState::Held:
            if (call.notBefore && *call.notBefore - now > Millis(500))
                return Badge{tr("Texting in %1…").arg(TimeWords::span(*call.notBefore - now)), BadgeTone::Info, true};
            // Long due and still here: something keeps it (a takeover, an import, safe mode, no connection); the banner says what.
            if (call.notBefore && now - *call.notBefore > waitsAfter)
                return Badge{tr("Missed call · text is waiting"), BadgeTone::Info};
            return Badge{tr("Texting…"), BadgeTone::Info, true};
        case OutboxState::Inflight:
            return Badge{tr("Texting…"), BadgeTone::Info};
        case OutboxState::Unknown:
            return Badge{tr("Missed call · checking the text"), BadgeTone::Info};
        case OutboxState::Accepted:
            if (call.didNotArrive())
                return Badge{tr("Missed call · text did not arrive"), BadgeTone::Danger};
            return Badge{call.textedAfter ? tr("Missed call · texted in %1").arg(TimeWords::span(*call.textedAfter))
                                          : tr("Missed call · texted"),
                         BadgeTone::Ok};
        case OutboxState::Skipped:
            return Badge{tr("Missed call · not texted"), BadgeTone::Muted};
        case OutboxState::Unconfirmed:
        case OutboxState::Failed:
            break;
        }
    }
    return std::nullopt;
}

Badge ConversationWords::alertBadge(AlertKind kind)
{
    switch (kind) {
    case AlertKind::Danger:
        return {tr("Urgent · danger"), BadgeTone::Danger};
    case AlertKind::UrgentWord:
        return {tr("Urgent · asks for help"), BadgeTone::Danger};
    case AlertKind::SecondCall:
        return {tr("Urgent · called again"), BadgeTone::Danger};
    case AlertKind::Waiting:
        break;
    }
    return {tr("Urgent · still waiting"), BadgeTone::Danger};
}

QString ConversationWords::alertSentence(AlertKind kind, const QString &evidence)
{
    switch (kind) {
    case AlertKind::Danger:
        return tr("They tell of a danger: “%1”. Please call now.").arg(singleLine(evidence));
    case AlertKind::UrgentWord:
        return tr("They ask for help at once: “%1”. Please write or call.").arg(singleLine(evidence));
    case AlertKind::SecondCall:
        return tr("They called %n time(s) and reached nobody. Please call back.", nullptr, std::max(2, evidence.toInt()));
    case AlertKind::Waiting:
        break;
    }
    return tr("They have been waiting for an answer. Please write or call.");
}

QString ConversationWords::preview(const ConversationSummary &conversation)
{
    const QString text = singleLine(conversation.preview);
    switch (conversation.previewKind) {
    case PreviewKind::None:
        return {};
    case PreviewKind::Customer:
        return text.isEmpty() ? tr("Sent a picture or file") : text;
    case PreviewKind::Automatic:
        return tr("Automatic: %1").arg(text);
    case PreviewKind::Person:
        return tr("You: %1").arg(text);
    case PreviewKind::Elsewhere:
        return tr("Sent elsewhere: %1").arg(text);
    case PreviewKind::AnsweredCall:
        return tr("Answered call");
    case PreviewKind::OutgoingCall:
        return tr("You called");
    case PreviewKind::MissedCall:
        break;
    }
    if (conversation.missedCall) {
        const MissedCallOutcome &call = *conversation.missedCall;
        if (call.outbox == OutboxState::Unconfirmed)
            return tr("We could not confirm the text. Check and call.");
        if (call.outbox == OutboxState::Failed)
            return tr("The text did not go out. Better call back.");
        if (call.notTexted && cannotBeTexted(*call.notTexted))
            return tr("Call back: this number cannot get texts");
        if (call.notTexted == DecisionReason::Withheld)
            return tr("Called without showing a number");
        if (call.notTexted && ReasonWords::tone(*call.notTexted) == ReasonTone::Act)
            return tr("Waiting for your call");
    }
    return tr("Missed call");
}

QString ConversationWords::noWriting(const ConversationSummary &conversation, const QString &region, ConnectionState::Kind connection)
{
    const QString name = title(conversation, region);
    if (conversation.optedOut)
        return tr("%1 opted out (STOP). Texts are off until they write START. You may call.").arg(name);
    if (conversation.number.isNull()) {
        return conversation.address == QStringView(withheldAddress) ? tr("These callers withheld their number, so there is nobody to text.")
                                                                    : tr("This caller has no phone number that could be texted.");
    }
    if (conversation.missedCall) {
        if (conversation.missedCall->notTexted == DecisionReason::Landline)
            return tr("This is a landline and gets no texts. Call instead.");
        if (conversation.missedCall->notTexted == DecisionReason::CannotReceive)
            return tr("This number cannot get texts. Call instead.");
    }
    if (connection == ConnectionState::Kind::NotSetUp)
        return tr("Set up your phone provider in Settings to write texts.");
    return {};
}

QString ConversationWords::spoken(const ConversationSummary &conversation, const TimeWords &times, const QString &region, UtcTime now)
{
    QStringList parts{title(conversation, region)};
    if (conversation.unread > 0)
        parts.append(tr("%n new", nullptr, conversation.unread));
    if (const auto mark = badge(conversation, times, now)) {
        // A weekday or "AM" in it keeps its capitals.
        const QString words = conversation.snoozedUntil && mark->tone == BadgeTone::Muted ? mark->text : mark->text.toLower();
        parts.append(QString(words).replace(u" · "_s, u", "_s));
    }
    if (conversation.done)
        parts.append(tr("done"));
    if (const QString draft = singleLine(conversation.draft); !draft.isEmpty())
        parts.append(tr("draft: %1").arg(draft));
    else if (const QString words = preview(conversation); !words.isEmpty())
        parts.append(words);
    if (conversation.lastActivity > UtcTime())
        parts.append(times.inList(conversation.lastActivity, now));
    return parts.join(u", "_s);
}

} // namespace textback
