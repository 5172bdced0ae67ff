// SPDX-License-Identifier: MIT
#pragma once

#include "domain/messagetemplate.h"
#include "domain/settings.h"

#include <QString>

namespace textback {

/// Whether nothing of it can be seen.
bool isBlank(const QString &text);

/// The values with which a template in these settings is looked at before anybody called: the business's own, with a name of usual length as
/// long as it has none (it may come later) and a number of usual length.
TemplateValues usualValues(const Settings &settings, SendRule rule);

} // namespace textback
