// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/providerfactory.h"
#include "domain/settings.h"

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

namespace textback {

/// Why a settings file is refused: the key by its path ("rules.sendDelaySeconds", "lines[0].number") and a sentence in English.
struct SettingsProblem {
    QString key; ///< empty when the file as a whole cannot be read
    QString sentence;

    /// One line for stderr: "rules.sendDelaySeconds: must be a whole number from 0 to 120".
    QString line() const;
    bool operator==(const SettingsProblem &) const = default;
};

/// Applies a settings file (JSON, design.md 9) to `current`: keys left out keep their value, lists are replaced whole.
/// Refuses, naming the key: unreadable JSON, duplicate or unknown keys (also those that come with a later version), wrong types, values out
/// of range, an unknown time zone, an invalid number, http to a host that is not loopback, and anything that is or looks like a secret.
/// `providers` says which account keys exist; `mode` becomes On when a file names an account and says nothing else.
tl::expected<Settings, SettingsProblem> applySettingsDocument(const QByteArray &json, const Settings &current,
                                                              const std::vector<ProviderDescriptor> &providers);

/// Checks values however they were entered (file or page); nothing if they are fine.
std::optional<SettingsProblem> checkSettings(const Settings &settings, const std::vector<ProviderDescriptor> &providers);

/// The settings in the same form, complete, without secrets; applySettingsDocument reads it back to the same value.
QByteArray toSettingsDocument(const Settings &settings);

/// The value that applySettingsDocument reads back whatever a later version adds: for the program's own storage, not for people's files.
tl::expected<Settings, SettingsProblem> readStoredSettings(const QByteArray &json);

} // namespace textback
