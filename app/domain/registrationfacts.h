// SPDX-License-Identifier: MIT
#pragma once

#include "domain/line.h"
#include "domain/registrationtext.h"
#include "domain/settings.h"

#include <vector>

namespace textback {

/// What these settings say to a registration: the numbers that text (those of the account where the settings name none), the texts in force
/// and what is switched on. What fills the sample messages beside that is of usual length.
RegistrationFacts registrationFacts(const Settings &settings, const std::vector<Line> &accountLines);

} // namespace textback
