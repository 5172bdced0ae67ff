// SPDX-License-Identifier: MIT
#include "engine/enginelog.h"

namespace textback {

Q_LOGGING_CATEGORY(engineLog, "textback.engine", QtInfoMsg)

} // namespace textback
