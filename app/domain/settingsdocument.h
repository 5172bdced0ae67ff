// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/providerfactory.h"
#include "domain/settings.h"

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

#include <optional>
#include <vector>

namespace textback {

/// Why a settings file is refused: the key by its path ("rules.sendDelaySeconds", "lines[0].number") and a sentence in English.
struct SettingsProblem {
    QString key; ///< empty when the file as a whole cannot be read
    QString sentence;

    /// One line for stderr: "rules.sendDelaySeconds: must be a whole number from 0 to 120". Without control characters, whatever the key.
    QString line() const;
    bool operator==(const SettingsProblem &) const = default;
};

/// Applies a settings file (JSON, design.md 9) to `current`: keys left out keep their value, lists are replaced whole, an empty text takes
/// an optional value away.
/// Refuses, naming the key: unreadable JSON, duplicate or unknown keys, wrong types, values out of range, an unknown time zone, an invalid
/// number, http to a host that is not loopback, and anything that is or looks like a secret (a key of the provider's secrets, a key that
/// speaks of tokens, secrets or passwords, 32 hexadecimal digits as a whole value, a URL with a user name). What design.md 9 names for a
/// later version is refused as such: hours, accounts, lines[].account, rules.templates.closed and .holiday.
/// `providers` says which account keys exist. The result has an account: from the file or from `current`. `mode` becomes On with the first
/// file that names an account, unless that file says otherwise; a mode that was chosen with an account is kept.
tl::expected<Settings, SettingsProblem> applySettingsDocument(const QByteArray &json, const Settings &current,
                                                              const std::vector<ProviderDescriptor> &providers);

/// Checks values however they were entered (file or page); nothing if they are fine. An account without any field is fine (nobody
/// signed in yet); one with some needs the required ones. The business's name is required in mode On.
std::optional<SettingsProblem> checkSettings(const Settings &settings, const std::vector<ProviderDescriptor> &providers);

/// The settings in the same form, complete, without secrets; applySettingsDocument reads it back to the same value.
QByteArray toSettingsDocument(const Settings &settings);

/// What toSettingsDocument wrote, for the program's own storage and not for people's files: keys of a later version are passed over and
/// values are taken as they were checked when they were stored (no phone number metadata is loaded). Fails on what is no such document.
tl::expected<Settings, SettingsProblem> readStoredSettings(const QByteArray &json);

} // namespace textback
