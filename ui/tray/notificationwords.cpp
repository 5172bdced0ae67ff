// SPDX-License-Identifier: MIT
#include "ui/tray/notificationwords.h"

#include "domain/message.h"
#include "ui/format/safetext.h"

#include <QCoreApplication>

#include <algorithm>

namespace textback {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(textback::Notifications)
};

struct NotTexted {
    QString words;
    bool needsPerson = false;
};

/// Why a missed caller got no text; nothing where there is no news in it.
std::optional<NotTexted> notTexted(DecisionReason reason)
{
    switch (reason) {
    case DecisionReason::Answered:
    case DecisionReason::AnsweredElsewhere:
    case DecisionReason::CalledBack:
    case DecisionReason::HungUpEarly:
    case DecisionReason::RobotOrMenu:
    case DecisionReason::Screened:
    case DecisionReason::History:
    case DecisionReason::LineOff:
    case DecisionReason::CancelledByOwner:
    case DecisionReason::HeldQuietHours:
    case DecisionReason::Viewer:
    case DecisionReason::Blocked:
    case DecisionReason::OwnNumber:
    case DecisionReason::StaffNumber:
    case DecisionReason::HoldOut:
    case DecisionReason::Replied:
    case DecisionReason::Booked:
        return std::nullopt;
    case DecisionReason::TooOld:
    case DecisionReason::PcAsleep:
    case DecisionReason::ExpiredInHold:
        return NotTexted{Words::tr("Too long ago for a text. Please call back."), true};
    case DecisionReason::ModeOff:
    case DecisionReason::Paused:
        return NotTexted{Words::tr("Not texted: automatic texts are off."), true};
    case DecisionReason::ModeWatch:
        return NotTexted{Words::tr("Only watching: this call would have been texted."), false};
    case DecisionReason::TextedThisCall:
    case DecisionReason::ProviderTexted:
        return NotTexted{Words::tr("Was texted already."), false};
    case DecisionReason::CoolDown:
    case DecisionReason::SecondCallLimit:
    case DecisionReason::HourlyCap:
        return NotTexted{Words::tr("Called again and was texted before. Please call back."), true};
    case DecisionReason::StaffInConversation:
        return NotTexted{Words::tr("Not texted: you are already writing to each other."), true};
    case DecisionReason::DailyCap:
        return NotTexted{Words::tr("Not texted: today's limit of automatic texts is reached. Please call back."), true};
    case DecisionReason::CostLimit:
    case DecisionReason::AllowanceStop:
        return NotTexted{Words::tr("Not texted: your monthly limit is reached. Please call back."), true};
    case DecisionReason::OptedOut:
        return NotTexted{Words::tr("Wants no texts (STOP). Please call back."), true};
    case DecisionReason::Frozen:
        return NotTexted{Words::tr("Not texted: may not want texts. Please look at the conversation."), true};
    case DecisionReason::NeverText:
    case DecisionReason::KnownContact:
    case DecisionReason::Vip:
        return NotTexted{Words::tr("Not texted, as you set it for this person. Please call back."), true};
    case DecisionReason::Withheld:
        return NotTexted{Words::tr("The number is withheld, so no text could be sent."), false};
    case DecisionReason::NotANumber:
    case DecisionReason::ShortCode:
    case DecisionReason::TollFree:
    case DecisionReason::Premium:
    case DecisionReason::Foreign:
        return NotTexted{Words::tr("No automatic text goes to a number of this kind."), false};
    case DecisionReason::Landline:
        return NotTexted{Words::tr("This is a landline. Please call back."), true};
    case DecisionReason::CannotReceive:
        return NotTexted{Words::tr("This number cannot get texts. Please call back."), true};
    case DecisionReason::NoTemplate:
        return NotTexted{Words::tr("Not texted: the text in Settings cannot be used."), true};
    case DecisionReason::AccountRefused:
        return NotTexted{Words::tr("Not texted: your phone provider refused. Please call back."), true};
    }
    return std::nullopt;
}

QString spanWords(Millis span)
{
    const int seconds = static_cast<int>(std::max<qint64>(0, (span.count() + 500) / 1000));
    if (seconds < 120)
        return Words::tr("Texted in %1 s.").arg(seconds);
    return Words::tr("Texted after %1 min.").arg(seconds / 60);
}

/// What an alert is about; `said`: the customer's newest words, if the newest entry is theirs.
QString alertWords(AlertKind kind, const QString &said)
{
    switch (kind) {
    case AlertKind::Danger:
        return said.isEmpty() ? Words::tr("Tells of a danger. Please call now.") : Words::tr("Danger: %1").arg(said);
    case AlertKind::UrgentWord:
        return said.isEmpty() ? Words::tr("Asks for help at once.") : said;
    case AlertKind::SecondCall:
        return Words::tr("Called again and reached nobody. Please call back.");
    case AlertKind::Waiting:
        break;
    }
    return Words::tr("Has been waiting for an answer. Please write or call.");
}

bool mayBeTexted(const ConversationSummary &summary)
{
    return !summary.number.isNull() && !summary.optedOut && summary.doubt.isEmpty();
}

} // namespace

QString partyName(const ConversationSummary &summary, const QString &homeRegion)
{
    if (const QString name = singleLine(summary.contactName); !name.isEmpty())
        return name;
    if (!summary.number.isNull())
        return summary.number.display(homeRegion);
    if (summary.address.isEmpty() || summary.address == QStringView(withheldAddress))
        return Words::tr("Withheld number");
    return singleLine(summary.address);
}

std::optional<Notification> notificationFor(const EngineEvent &event, const ConversationSummary &summary, const QString &homeRegion,
                                            NotificationPrivacy privacy)
{
    const bool nameless = privacy == NotificationPrivacy::Nothing;
    const bool showsText = privacy == NotificationPrivacy::NameAndText;
    const QString name = nameless ? Words::tr("a customer") : partyName(summary, homeRegion);
    Notification notification;
    notification.conversation = event.conversation;
    switch (event.kind) {
    case EngineEvent::Kind::Decision: {
        const std::optional<DecisionReason> reason = decisionReasonFromString(event.reason);
        if (event.verdict != QLatin1StringView("skip") || !reason.has_value())
            return std::nullopt; // a text follows, and with it the news
        const std::optional<NotTexted> why = notTexted(*reason);
        if (!why.has_value())
            return std::nullopt;
        notification.title = Words::tr("Missed call from %1").arg(name);
        notification.body = why->words;
        notification.urgent = why->needsPerson;
        return notification;
    }
    case EngineEvent::Kind::Text:
        if (!event.afterCallEnd.has_value())
            return std::nullopt; // a person's own message
        notification.title = Words::tr("Missed call from %1").arg(name);
        notification.body = spanWords(*event.afterCallEnd);
        return notification;
    case EngineEvent::Kind::Reply: {
        const QString words = showsText ? singleLine(summary.preview) : QString();
        notification.title = nameless ? Words::tr("New message") : name;
        if (!nameless)
            notification.body = words.isEmpty() ? Words::tr("New message") : words;
        notification.canAnswer = showsText && mayBeTexted(summary);
        notification.urgent = true;
        return notification;
    }
    case EngineEvent::Kind::Delivery: {
        const std::optional<DeliveryStatus> status = deliveryStatusFromString(event.reason);
        if (status == DeliveryStatus::Failed || status == DeliveryStatus::Undelivered) {
            notification.title = Words::tr("Text to %1 did not arrive").arg(name);
            notification.body = Words::tr("Please call, or look at the reason in the conversation.");
        } else if (status == DeliveryStatus::Unknown && summary.missedCall.has_value() &&
                   summary.missedCall->outbox == OutboxState::Unconfirmed) {
            notification.title = Words::tr("Text to %1 was not confirmed").arg(name);
            notification.body = Words::tr("It may have arrived. Please check the conversation before you send it again.");
        } else {
            return std::nullopt;
        }
        notification.urgent = true;
        return notification;
    }
    case EngineEvent::Kind::OptOut:
        if (!event.optedOut)
            return std::nullopt;
        notification.title = nameless ? Words::tr("A customer") : name;
        notification.body = Words::tr("Wants no more texts (STOP). Nothing more is texted to this number.");
        return notification;
    case EngineEvent::Kind::Alert: {
        const std::optional<AlertKind> kind = alertKindFromString(event.reason);
        // Somebody takes it, or somebody else could not be told: neither is a call for whoever sits here.
        if (!kind.has_value() || event.detail == QLatin1StringView("taken") || event.detail == QLatin1StringView("staff-not-told"))
            return std::nullopt;
        notification.title = Words::tr("Urgent: %1").arg(name);
        // One that climbs is about what made it urgent, whatever they wrote since.
        const QString said =
            showsText ? singleLine(event.detail == QLatin1StringView("climbed") ? summary.alertEvidence : summary.preview) : QString();
        notification.body = alertWords(*kind, said);
        notification.canAnswer = showsText && mayBeTexted(summary);
        notification.urgent = true;
        notification.pressing = *kind == AlertKind::UrgentWord || *kind == AlertKind::Danger;
        return notification;
    }
    case EngineEvent::Kind::Ready:
    case EngineEvent::Kind::Call:
    case EngineEvent::Kind::Staff:
    case EngineEvent::Kind::Connection:
    case EngineEvent::Kind::Notice:
    case EngineEvent::Kind::Error:
        return std::nullopt;
    }
    return std::nullopt;
}

std::optional<Notification> notificationFor(ConnectionState::Kind kind)
{
    Notification notification;
    notification.urgent = true;
    switch (kind) {
    case ConnectionState::Kind::SignedOut:
        notification.title = Words::tr("Sign in to your phone provider again");
        notification.body = Words::tr("It no longer accepts the sign-in. Missed callers are not texted until then.");
        return notification;
    case ConnectionState::Kind::Untrusted:
        notification.title = Words::tr("The connection is not secure");
        notification.body = Words::tr("Nothing is sent. Open Textback to see what is wrong.");
        return notification;
    case ConnectionState::Kind::Refused:
        notification.title = Words::tr("Your phone provider refuses to send");
        notification.body = Words::tr("Nothing is texted. Open Textback to see what the provider says.");
        return notification;
    case ConnectionState::Kind::KeychainLocked:
        notification.title = Words::tr("Waiting for the keychain");
        notification.body = Words::tr("Unlock this computer's keychain, so that missed callers can be texted.");
        return notification;
    case ConnectionState::Kind::StorageTrouble:
        notification.title = Words::tr("Nothing can be saved");
        notification.body = Words::tr("The disk may be full. Nothing is texted, so that nothing is sent twice.");
        return notification;
    case ConnectionState::Kind::NotSetUp:
    case ConnectionState::Kind::Connecting:
    case ConnectionState::Kind::Online:
    case ConnectionState::Kind::Offline:
    case ConnectionState::Kind::ProviderDown:
    case ConnectionState::Kind::RateLimited:
        return std::nullopt;
    }
    return std::nullopt;
}

Notification groupedNotification(const QList<EngineEvent> &events, const QStringList &names)
{
    const auto isMissedCall = [](const EngineEvent &event) {
        return event.kind == EngineEvent::Kind::Text || event.kind == EngineEvent::Kind::Decision;
    };
    const auto isReply = [](const EngineEvent &event) { return event.kind == EngineEvent::Kind::Reply; };
    const int count = static_cast<int>(events.size());
    Notification notification;
    if (std::all_of(events.begin(), events.end(), isMissedCall))
        notification.title = Words::tr("%n missed calls", nullptr, count);
    else if (std::all_of(events.begin(), events.end(), isReply))
        notification.title = Words::tr("%n replies", nullptr, count);
    else
        notification.title = Words::tr("News in %n conversations", nullptr, count);
    constexpr qsizetype named = 3;
    notification.body = names.mid(0, named).join(QStringLiteral(", "));
    if (names.size() > named)
        notification.body = Words::tr("%1 and %n more", nullptr, static_cast<int>(names.size() - named)).arg(notification.body);
    return notification;
}

Notification notSentNotification(ConversationId conversation, const QString &name, const QString &reason)
{
    Notification notification;
    notification.conversation = conversation;
    notification.title = name.isEmpty() ? Words::tr("Your answer was not sent") : Words::tr("Your answer to %1 was not sent").arg(name);
    notification.body = Words::tr("%1 Your words are kept as a draft.").arg(reason);
    notification.urgent = true;
    return notification;
}

} // namespace textback
