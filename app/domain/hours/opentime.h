// SPDX-License-Identifier: MIT
#pragma once

#include "domain/hours/businesshours.h"

namespace textback {

/// The moment at which `span` of open time has passed since `from`, to the minute: closed hours do not count. Without an opening within 60
/// days the closed hours count as well, so that it always comes.
UtcTime afterOpenTime(UtcTime from, Millis span, const BusinessHours &hours, const QTimeZone &zone);

} // namespace textback
