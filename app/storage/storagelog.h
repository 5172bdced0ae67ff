// SPDX-License-Identifier: MIT
#pragma once

#include <QLoggingCategory>

namespace textback {

/// Log of this room. Statements are logged without their values.
Q_DECLARE_LOGGING_CATEGORY(lcStorage)

} // namespace textback
