// SPDX-License-Identifier: MIT
#pragma once

#include "domain/settingsdocument.h"

#include <QString>

namespace textback {

/// A problem of the settings in the words of the page, for the field that it is shown at. The domain's sentence (English) is the last
/// resort for keys that the page has no field for.
QString problemWords(const SettingsProblem &problem, const Settings &settings);

} // namespace textback
