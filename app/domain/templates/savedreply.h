// SPDX-License-Identifier: MIT
#pragma once

#include "domain/inbox.h"
#include "domain/messagetemplate.h"
#include "domain/settings.h"

#include <QString>

#include <optional>
#include <vector>

namespace textback {

/// A stretch of a text.
struct TextStretch {
    int start = 0;
    int length = 0;

    bool operator==(const TextStretch &) const = default;
};

/// The "/" and the letters behind it, up to the cursor, where a person asks for a saved reply: the "/" begins a word ("and/or" and
/// "https://" do not), and no space follows.
std::optional<TextStretch> replyQuery(const QString &text, int cursor);

/// The replies whose name fits what was typed behind the "/": those whose name begins so, then those where a later word does, then those that
/// hold it anywhere; else in their own order. Case and accents count for nothing.
std::vector<SavedReply> matchingReplies(const std::vector<SavedReply> &replies, const QString &typed);

/// What merge fields stand for when a person writes to somebody now. `line`: the number that was called; null where it is not known.
TemplateValues replyValues(const Settings &settings, const PhoneNumber &line, const QString &contactName, UtcTime now);

/// A reply with its merge fields filled. Unlike a template it may hold others ("{day}"), and fields without a value or a fallback: they stay as
/// they are, for the person to fill in.
QString filledReply(const QString &text, const TemplateValues &values);

/// What still stands in braces.
std::vector<TextStretch> placeholdersIn(const QString &text);

} // namespace textback
