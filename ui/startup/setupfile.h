// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/providerfactory.h"
#include "domain/settings.h"

#include <QString>

#include <tl/expected.hpp>

#include <vector>

namespace textback {

/// Reads a settings file over `current`. On wrong use: one line for stderr that names the file and the key.
tl::expected<Settings, QString> readSetupFile(const QString &path, const Settings &current,
                                              const std::vector<ProviderDescriptor> &providers);

/// The same for another option than --setup, which the line on wrong use then names.
tl::expected<Settings, QString> readSettingsFile(const QString &option, const QString &path, const Settings &current,
                                                 const std::vector<ProviderDescriptor> &providers);

/// Writes the settings, readable by this user only, whole or not at all; "-" is stdout. An error is one line for stderr.
tl::expected<void, QString> writeSetupFile(const QString &path, const Settings &settings);

/// Writes a text of the program's own, readable by this user only, whole or not at all; "-" is stdout. An error is one line that names the file.
tl::expected<void, QString> writePrivateFile(const QString &path, const QByteArray &content);

} // namespace textback
