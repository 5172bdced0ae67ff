// SPDX-License-Identifier: MIT
#pragma once

#include "domain/settings.h"

#include <QString>

#include <vector>

namespace textback {

/// Something about the words in settings that nobody refuses, and that their owner should know: the key by its path, as in SettingsProblem, and a
/// sentence in English that says what it is, why it matters and what to do.
struct SettingsWarning {
    QString key;
    QString sentence;

    /// One line: "rules.templates.open: promises a time ...".
    QString line() const;
    bool operator==(const SettingsWarning &) const = default;
};

/// Looks at settings that checkSettings found fine: at the business's name and links, then at every text of the owner's own, each by itself.
/// - what the linter finds (rules.md C16, C21, C36, X20): a link in a first text, a promise of a time that nobody watches, promotion, length
/// - characters that make every text hold 70 characters instead of 160, with what could be written instead (C35)
/// - what it costs with the longest values, when that is more than one text (C37), from the lines that use it
/// Built-in texts are never among them.
std::vector<SettingsWarning> settingsWarnings(const Settings &settings);

} // namespace textback
