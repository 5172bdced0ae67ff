// SPDX-License-Identifier: MIT
#pragma once

#include <QLoggingCategory>

namespace textback {

/// "textback.http": one line per request and answer. Redacted before it is written; never a body.
Q_DECLARE_LOGGING_CATEGORY(httpLog)

} // namespace textback
