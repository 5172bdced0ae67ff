// SPDX-License-Identifier: MIT
#pragma once

#include "ui/thread/rowlayout.h"
#include "ui/thread/rowplace.h"

namespace textback {

/// The amber card of a note among the texts, which says that nobody else sees it. Returns its lower edge.
qreal layOutNote(RowLayout &row, const ThreadNote &note, const RowPlace &place);

} // namespace textback
