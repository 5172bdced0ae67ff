// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace textback {

/// What Enter does in the composer; Ctrl+Enter does the other thing.
enum class EnterKey { Sends, NewLine };

QString toString(EnterKey key);
std::optional<EnterKey> enterKeyFromString(const QString &text);

/// Words that the owner says often, put into the composer by "/" and the first letters of the name. May hold merge fields.
struct SavedReply {
    QString name;
    QString text;

    bool operator==(const SavedReply &) const = default;
};

/// Colours are tokens of the theme, not values, so that a tag can be read in light and dark.
enum class TagColor { Blue, Green, Amber, Red, Grey };

QString toString(TagColor color);
std::optional<TagColor> tagColorFromString(const QString &text);

/// A word that people put on a conversation. Known by its name.
struct Tag {
    QString name;
    TagColor color = TagColor::Blue;

    bool operator==(const Tag &) const = default;
};

/// How people work in the inbox.
struct InboxSettings {
    static constexpr int mostTags = 20;
    static constexpr int mostReplies = 100;

    EnterKey enter = EnterKey::Sends;
    std::vector<SavedReply> replies;
    std::vector<Tag> tags;

    bool operator==(const InboxSettings &) const = default;
};

/// What is told by notifications.
enum class NotificationAmount { All, WhenNeeded, None };

QString toString(NotificationAmount amount);
std::optional<NotificationAmount> notificationAmountFromString(const QString &text);

/// What a notification shows of a customer.
enum class NotificationPrivacy {
    NameAndText,
    Name,
    Nothing, ///< "New message"
};

QString toString(NotificationPrivacy privacy);
std::optional<NotificationPrivacy> notificationPrivacyFromString(const QString &text);

struct NotificationSettings {
    NotificationAmount show = NotificationAmount::All;
    NotificationPrivacy privacy = NotificationPrivacy::NameAndText;
    int repeatMinutes = 0; ///< told again while somebody waits; 0 (never) to 60

    bool operator==(const NotificationSettings &) const = default;
};

/// How the window looks.
enum class ColorMode { System, Light, Dark };

QString toString(ColorMode mode);
std::optional<ColorMode> colorModeFromString(const QString &text);

struct WindowSettings {
    static constexpr int leastTextPercent = 90;
    static constexpr int mostTextPercent = 150;

    ColorMode colors = ColorMode::System;
    int textPercent = 100;   ///< 90 to 150
    bool closeToTray = true; ///< closing the window does not end the texts

    bool operator==(const WindowSettings &) const = default;
};

} // namespace textback
