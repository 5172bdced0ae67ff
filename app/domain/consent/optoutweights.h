// SPDX-License-Identifier: MIT
#pragma once

#include <QLatin1StringView>

namespace textback {

/// The weights that optOutSound sums, as text: "trait weight" apart by ";".
QLatin1StringView optOutWeightTable();

} // namespace textback
