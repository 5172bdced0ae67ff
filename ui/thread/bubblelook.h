// SPDX-License-Identifier: MIT
#pragma once

#include "ui/thread/rowlayout.h"

namespace textback {

/// Radii of a bubble's corners, in pixels of the layout.
struct BubbleCorners {
    qreal topLeft;
    qreal topRight;
    qreal bottomRight;
    qreal bottomLeft;
};

/// Round, but for the tail at the sender's side, and closer where a run of one sender goes on.
BubbleCorners cornersOf(bool mine, const RowSurroundings &surroundings);

QPainterPath bubbleOutline(const QRectF &r, const BubbleCorners &radii);

/// How a bubble is painted: who wrote it, and what became of it.
struct BubbleLook {
    RowLayout::Shape shape = RowLayout::Shape::Bubble;
    QColor fill = {};
    QColor edge = {};
};

/// `bare`: nothing but an emoji or two.
BubbleLook bubbleLook(MessageOrigin origin, BubbleState state, bool bare, const Tokens &tokens);

} // namespace textback
