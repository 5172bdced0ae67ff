// SPDX-License-Identifier: MIT
#pragma once

#include <QLoggingCategory>

namespace textback {

/// What the engine tells of itself: no numbers, no bodies.
Q_DECLARE_LOGGING_CATEGORY(engineLog)

} // namespace textback
