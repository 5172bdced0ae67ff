// SPDX-License-Identifier: MIT
#include "domain/inbox.h"

#include "domain/enumnames.h"

namespace textback {

namespace {

constexpr EnumName<EnterKey> enterKeyNames[] = {
    {EnterKey::Sends, QLatin1StringView("sends")},
    {EnterKey::NewLine, QLatin1StringView("new-line")},
};

constexpr EnumName<TagColor> tagColorNames[] = {
    {TagColor::Blue, QLatin1StringView("blue")},   {TagColor::Green, QLatin1StringView("green")},
    {TagColor::Amber, QLatin1StringView("amber")}, {TagColor::Red, QLatin1StringView("red")},
    {TagColor::Grey, QLatin1StringView("grey")},
};

constexpr EnumName<NotificationAmount> amountNames[] = {
    {NotificationAmount::All, QLatin1StringView("all")},
    {NotificationAmount::WhenNeeded, QLatin1StringView("when-needed")},
    {NotificationAmount::None, QLatin1StringView("none")},
};

constexpr EnumName<NotificationPrivacy> privacyNames[] = {
    {NotificationPrivacy::NameAndText, QLatin1StringView("name-and-text")},
    {NotificationPrivacy::Name, QLatin1StringView("name")},
    {NotificationPrivacy::Nothing, QLatin1StringView("nothing")},
};

constexpr EnumName<ColorMode> colorModeNames[] = {
    {ColorMode::System, QLatin1StringView("system")},
    {ColorMode::Light, QLatin1StringView("light")},
    {ColorMode::Dark, QLatin1StringView("dark")},
};

} // namespace

QString toString(EnterKey key)
{
    return enumToString(enterKeyNames, key);
}

std::optional<EnterKey> enterKeyFromString(const QString &text)
{
    return enumFromString(enterKeyNames, text);
}

QString toString(TagColor color)
{
    return enumToString(tagColorNames, color);
}

std::optional<TagColor> tagColorFromString(const QString &text)
{
    return enumFromString(tagColorNames, text);
}

QString toString(NotificationAmount amount)
{
    return enumToString(amountNames, amount);
}

std::optional<NotificationAmount> notificationAmountFromString(const QString &text)
{
    return enumFromString(amountNames, text);
}

QString toString(NotificationPrivacy privacy)
{
    return enumToString(privacyNames, privacy);
}

std::optional<NotificationPrivacy> notificationPrivacyFromString(const QString &text)
{
    return enumFromString(privacyNames, text);
}

QString toString(ColorMode mode)
{
    return enumToString(colorModeNames, mode);
}

std::optional<ColorMode> colorModeFromString(const QString &text)
{
    return enumFromString(colorModeNames, text);
}

} // namespace textback
