// SPDX-License-Identifier: MIT
#pragma once

#include "domain/replay/replayresult.h"

#include <QString>
#include <QTimeZone>

namespace textback {

/// What --replay prints: a table in English for a terminal. First the sums, as it was and as it would have been, then the words of each kind of text
/// that would have left, then a line per call that would have gone otherwise. Of numbers the last four digits alone; times are the business's.
QString replayText(const ReplayResult &result, const QTimeZone &businessZone);

} // namespace textback
