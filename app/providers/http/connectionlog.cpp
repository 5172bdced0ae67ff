// SPDX-License-Identifier: MIT
#include "providers/http/connectionlog.h"

namespace textback {

// What went well is only of interest to who looks for it: a poll every two seconds would fill any log.
Q_LOGGING_CATEGORY(httpLog, "textback.http", QtInfoMsg)

} // namespace textback
