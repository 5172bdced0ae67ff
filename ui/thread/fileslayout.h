// SPDX-License-Identifier: MIT
#pragma once

#include "ui/thread/rowlayout.h"

namespace textback {

class MediaShelf;

/// The files of a message, laid out from (0, 0): pictures as tiles in one row, one larger; below them what else came, and what went wrong.
struct FilesLayout {
    QSizeF size;
    std::vector<RowLayout::Button> buttons;
    std::vector<RowLayout::Label> labels;
    std::vector<QRectF> frames;

    /// Puts them into a row.
    void placeInto(RowLayout &row, const QPointF &at) const;
};

/// `widest`: what the bubble has room for.
FilesLayout layOutFiles(const Message &message, const MediaShelf &shelf, const Tokens &tokens, qreal widest);

} // namespace textback
