// SPDX-License-Identifier: MIT
#pragma once

#include "domain/time.h"

#include <QByteArrayView>

#include <optional>

namespace textback {

/// Reads the date of HTTP headers ("Mon, 23 Nov 2026 15:00:00 GMT", RFC 9110 5.6.7) and of RFC 2822 ("Mon, 23 Nov 2026 15:00:00 +0000").
/// English month names whatever the PC's language; nothing for anything else, including times without a zone. A leap second counts as :59.
std::optional<UtcTime> parseHttpDate(QByteArrayView text);

} // namespace textback
