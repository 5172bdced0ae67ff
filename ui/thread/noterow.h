// SPDX-License-Identifier: MIT
#pragma once

#include "ui/thread/rowlayout.h"

namespace textback {

/// Where in its row a note's card goes, and what it is made with.
struct NotePlace {
    const ViewContext &context;
    const Tokens &tokens;
    qreal top = 0;
    qreal margin = 0;             ///< free at both sides
    RowLayout *earlier = nullptr; ///< as for layOutRow()
};

/// The amber card of a note among the texts, which says that nobody else sees it. Returns its lower edge.
qreal layOutNote(RowLayout &row, const ThreadNote &note, const NotePlace &place);

} // namespace textback
