// SPDX-License-Identifier: MIT
#pragma once

#include "domain/registrationtext.h"

#include <QString>

namespace textback {

/// What --registration prints, in English for a terminal: what the settings still lack, the parts of a registration form, and the voicemail
/// greeting in the language of the texts. `note` is said first, if there is one.
QString registrationPage(const RegistrationFacts &facts, const QString &note);

} // namespace textback
