// SPDX-License-Identifier: MIT
#include "domain/message.h"

#include "domain/enumnames.h"
#include "domain/smssegments.h"

namespace textback {

namespace {

constexpr EnumName<DeliveryStatus> deliveryNames[] = {
    {DeliveryStatus::Queued, QLatin1StringView("queued")},       {DeliveryStatus::Sending, QLatin1StringView("sending")},
    {DeliveryStatus::Unknown, QLatin1StringView("unknown")},     {DeliveryStatus::Sent, QLatin1StringView("sent")},
    {DeliveryStatus::Delivered, QLatin1StringView("delivered")}, {DeliveryStatus::Undelivered, QLatin1StringView("undelivered")},
    {DeliveryStatus::Failed, QLatin1StringView("failed")},       {DeliveryStatus::Cancelled, QLatin1StringView("cancelled")},
    {DeliveryStatus::Received, QLatin1StringView("received")},
};

constexpr EnumName<MessageOrigin> originNames[] = {
    {MessageOrigin::Customer, QLatin1StringView("customer")},
    {MessageOrigin::Automatic, QLatin1StringView("automatic")},
    {MessageOrigin::Person, QLatin1StringView("person")},
    {MessageOrigin::Elsewhere, QLatin1StringView("elsewhere")},
};

constexpr EnumName<OutboxPurpose> purposeNames[] = {
    {OutboxPurpose::TextBack, QLatin1StringView("text-back")},     {OutboxPurpose::SecondCall, QLatin1StringView("second-call")},
    {OutboxPurpose::FollowUp1, QLatin1StringView("follow-up-1")},  {OutboxPurpose::FollowUp2, QLatin1StringView("follow-up-2")},
    {OutboxPurpose::Review, QLatin1StringView("review")},          {OutboxPurpose::KeywordAnswer, QLatin1StringView("keyword-answer")},
    {OutboxPurpose::Holding, QLatin1StringView("holding")},        {OutboxPurpose::Manual, QLatin1StringView("manual")},
    {OutboxPurpose::StaffAlert, QLatin1StringView("staff-alert")}, {OutboxPurpose::StaffAnswer, QLatin1StringView("staff-answer")},
};

constexpr EnumName<OutboxState> stateNames[] = {
    {OutboxState::Queued, QLatin1StringView("queued")},           {OutboxState::Held, QLatin1StringView("held")},
    {OutboxState::Inflight, QLatin1StringView("inflight")},       {OutboxState::Unknown, QLatin1StringView("unknown")},
    {OutboxState::Unconfirmed, QLatin1StringView("unconfirmed")}, {OutboxState::Accepted, QLatin1StringView("accepted")},
    {OutboxState::Failed, QLatin1StringView("failed")},           {OutboxState::Skipped, QLatin1StringView("skipped")},
};

constexpr EnumName<UnknownCause> causeNames[] = {
    {UnknownCause::None, QLatin1StringView("none")},
    {UnknownCause::ConnectionEnded, QLatin1StringView("connection-ended")},
    {UnknownCause::GaveUpWaiting, QLatin1StringView("gave-up-waiting")},
};

/// How final a provider's word is; 0 for what is not a provider's word on an outgoing message.
int rank(DeliveryStatus status)
{
    switch (status) {
    case DeliveryStatus::Sent:
        return 1;
    case DeliveryStatus::Delivered:
        return 2;
    case DeliveryStatus::Undelivered:
    case DeliveryStatus::Failed:
        return 3;
    case DeliveryStatus::Queued:
    case DeliveryStatus::Sending:
    case DeliveryStatus::Unknown:
    case DeliveryStatus::Cancelled:
    case DeliveryStatus::Received:
        return 0;
    }
    return 0;
}

} // namespace

bool mayBecome(DeliveryStatus current, DeliveryStatus next)
{
    // An incoming message has no delivery of ours, and one that was never sent has none at all.
    if (current == DeliveryStatus::Received || current == DeliveryStatus::Cancelled)
        return false;
    return rank(next) > rank(current);
}

bool mayMove(OutboxState from, OutboxState to)
{
    switch (from) {
    case OutboxState::Queued:
        return to == OutboxState::Held || to == OutboxState::Inflight || to == OutboxState::Skipped || to == OutboxState::Failed;
    case OutboxState::Held:
        return to == OutboxState::Queued || to == OutboxState::Skipped;
    case OutboxState::Inflight:
        return to == OutboxState::Accepted || to == OutboxState::Failed || to == OutboxState::Unknown || to == OutboxState::Queued ||
               to == OutboxState::Skipped;
    case OutboxState::Unknown:
        return to == OutboxState::Accepted || to == OutboxState::Unconfirmed || to == OutboxState::Queued;
    case OutboxState::Unconfirmed:
        return to == OutboxState::Accepted;
    case OutboxState::Accepted:
    case OutboxState::Failed:
    case OutboxState::Skipped:
        return false;
    }
    return false;
}

QString toString(DeliveryStatus status)
{
    return enumToString(deliveryNames, status);
}

std::optional<DeliveryStatus> deliveryStatusFromString(const QString &text)
{
    return enumFromString(deliveryNames, text);
}

QString toString(MessageOrigin origin)
{
    return enumToString(originNames, origin);
}

std::optional<MessageOrigin> messageOriginFromString(const QString &text)
{
    return enumFromString(originNames, text);
}

QString toString(OutboxPurpose purpose)
{
    return enumToString(purposeNames, purpose);
}

std::optional<OutboxPurpose> outboxPurposeFromString(const QString &text)
{
    return enumFromString(purposeNames, text);
}

QString toString(OutboxState state)
{
    return enumToString(stateNames, state);
}

std::optional<OutboxState> outboxStateFromString(const QString &text)
{
    return enumFromString(stateNames, text);
}

QString toString(UnknownCause cause)
{
    return enumToString(causeNames, cause);
}

std::optional<UnknownCause> unknownCauseFromString(const QString &text)
{
    return enumFromString(causeNames, text);
}

int OutboxItem::segments() const
{
    return countSegments(body, smsRoute(from)).segments;
}

} // namespace textback
