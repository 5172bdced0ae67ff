// SPDX-License-Identifier: MIT
#include "providers/http/connectionlog.h"

namespace textback {

Q_LOGGING_CATEGORY(httpLog, "textback.http")

} // namespace textback
