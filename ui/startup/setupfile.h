// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/providerfactory.h"
#include "domain/settings.h"

#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

#include <vector>

namespace textback {

/// Reads a settings file over `current`. On wrong use: one line for stderr that names the file and the key. What its owner should know about the
/// words in the settings that come of it goes to stderr (warningLines); nothing is changed or refused for that.
tl::expected<Settings, QString> readSetupFile(const QString &path, const Settings &current,
                                              const std::vector<ProviderDescriptor> &providers);

/// The same for another option than --setup, which the line on wrong use then names.
tl::expected<Settings, QString> readSettingsFile(const QString &option, const QString &path, const Settings &current,
                                                 const std::vector<ProviderDescriptor> &providers);

/// The warnings of settings that were read (settingsWarnings), a line each.
QStringList warningLines(const QString &option, const QString &path, const Settings &settings);

/// Writes the settings, readable by this user only, whole or not at all; "-" is stdout. An error is one line for stderr.
tl::expected<void, QString> writeSetupFile(const QString &path, const Settings &settings);

/// Writes a text of the program's own, readable by this user only, whole or not at all; "-" is stdout. An error is one line that names the file.
tl::expected<void, QString> writePrivateFile(const QString &path, const QByteArray &content);

} // namespace textback
