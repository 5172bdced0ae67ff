// SPDX-License-Identifier: MIT
#pragma once

#include "domain/hours/businesshours.h"
#include "domain/time.h"

#include <QTimeZone>

namespace textback {

/// What "until tomorrow" means to whoever says it at `now`: the opening of the next morning, or 6:00 by the business's clock where it does not
/// open between 4:00 and noon of that day (a holiday, a night shift, always open). Said before 4:00 it is the morning that comes, because
/// the evening before is not over for who is still up.
UtcTime nextMorning(UtcTime now, const BusinessHours &hours, const QTimeZone &zone);

} // namespace textback
