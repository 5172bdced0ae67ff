// SPDX-License-Identifier: MIT
#include "storage/storagenames.h"

#include "domain/enumnames.h"

using namespace Qt::StringLiterals;

namespace textback::storage {

namespace {

constexpr EnumName<CallDirection> directionNames[] = {
    {CallDirection::Inbound, QLatin1StringView("inbound")},
    {CallDirection::InboundTrunk, QLatin1StringView("inbound-trunk")},
    {CallDirection::Outbound, QLatin1StringView("outbound")},
};

constexpr EnumName<AnsweredBy> answeredByNames[] = {
    {AnsweredBy::Unknown, QLatin1StringView("unknown")},
    {AnsweredBy::Human, QLatin1StringView("human")},
    {AnsweredBy::Machine, QLatin1StringView("machine")},
};

constexpr EnumName<PreviewKind> previewNames[] = {
    {PreviewKind::None, QLatin1StringView("none")},
    {PreviewKind::Customer, QLatin1StringView("customer")},
    {PreviewKind::Automatic, QLatin1StringView("automatic")},
    {PreviewKind::Person, QLatin1StringView("person")},
    {PreviewKind::Elsewhere, QLatin1StringView("elsewhere")},
    {PreviewKind::MissedCall, QLatin1StringView("missed-call")},
    {PreviewKind::AnsweredCall, QLatin1StringView("answered-call")},
    {PreviewKind::OutgoingCall, QLatin1StringView("outgoing-call")},
};

constexpr EnumName<NumberCapability> capabilityNames[] = {
    {NumberCapability::Landline, QLatin1StringView("landline")},
    {NumberCapability::CannotReceive, QLatin1StringView("cannot-receive")},
};

constexpr EnumName<CursorKind> cursorNames[] = {
    {CursorKind::Calls, QLatin1StringView("calls")},
    {CursorKind::Messages, QLatin1StringView("messages")},
};

} // namespace

QString toString(CallDirection direction)
{
    return enumToString(directionNames, direction);
}

std::optional<CallDirection> callDirectionFromString(const QString &text)
{
    return enumFromString(directionNames, text);
}

QString toString(AnsweredBy answeredBy)
{
    return enumToString(answeredByNames, answeredBy);
}

std::optional<AnsweredBy> answeredByFromString(const QString &text)
{
    return enumFromString(answeredByNames, text);
}

QString toString(PreviewKind kind)
{
    return enumToString(previewNames, kind);
}

std::optional<PreviewKind> previewKindFromString(const QString &text)
{
    return enumFromString(previewNames, text);
}

QString toString(NumberCapability capability)
{
    return enumToString(capabilityNames, capability);
}

std::optional<NumberCapability> numberCapabilityFromString(const QString &text)
{
    return enumFromString(capabilityNames, text);
}

QString toString(CursorKind kind)
{
    return enumToString(cursorNames, kind);
}

QString freshIdOf(QStringView table)
{
    return u"(SELECT max((SELECT ifnull(max(id), 0) FROM %1), (SELECT ifnull(max(newest), 0) FROM used_ids WHERE name = '%1')) + 1)"_s.arg(
        table);
}

tl::unexpected<Error> refused(const QString &detail, const QString &code)
{
    Error error;
    error.kind = ErrorKind::Storage;
    error.detail = detail;
    error.providerCode = code;
    return tl::unexpected(error);
}

} // namespace textback::storage
