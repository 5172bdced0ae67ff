// SPDX-License-Identifier: MIT
#pragma once

#include "ui/thread/rowlayout.h"
#include "ui/thread/rowplace.h"

namespace textback {

/// The card of a call with its buttons, and below it what became of its text. Returns its lower edge.
qreal layOutCallCard(RowLayout &row, const CallCard &card, const RowPlace &place);

} // namespace textback
