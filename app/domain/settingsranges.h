// SPDX-License-Identifier: MIT
#pragma once

#include "domain/settingsdocument.h"

#include <optional>

namespace textback {

/// The first number of the settings that is out of the range that settingsschema.h gives it.
std::optional<SettingsProblem> checkRanges(const Settings &settings);

} // namespace textback
