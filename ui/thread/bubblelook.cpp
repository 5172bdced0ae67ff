// SPDX-License-Identifier: MIT
#include "ui/thread/bubblelook.h"

#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"

namespace textback {

BubbleCorners cornersOf(bool mine, const RowSurroundings &surroundings)
{
    const qreal round = dp(14);
    const qreal joined = dp(6);
    const qreal tail = dp(4);
    const qreal above = surroundings.joinsAbove ? joined : round;
    const qreal below = surroundings.joinsBelow ? joined : tail;
    return mine ? BubbleCorners{round, above, below, round} : BubbleCorners{above, round, round, below};
}

QPainterPath bubbleOutline(const QRectF &r, const BubbleCorners &radii)
{
    const auto corner = [](const QPointF &at, qreal radius) { return QRectF(at, QSizeF(2 * radius, 2 * radius)); };
    QPainterPath path;
    path.moveTo(r.left() + radii.topLeft, r.top());
    path.lineTo(r.right() - radii.topRight, r.top());
    path.arcTo(corner({r.right() - 2 * radii.topRight, r.top()}, radii.topRight), 90, -90);
    path.lineTo(r.right(), r.bottom() - radii.bottomRight);
    path.arcTo(corner({r.right() - 2 * radii.bottomRight, r.bottom() - 2 * radii.bottomRight}, radii.bottomRight), 0, -90);
    path.lineTo(r.left() + radii.bottomLeft, r.bottom());
    path.arcTo(corner({r.left(), r.bottom() - 2 * radii.bottomLeft}, radii.bottomLeft), 270, -90);
    path.lineTo(r.left(), r.top() + radii.topLeft);
    path.arcTo(corner({r.left(), r.top()}, radii.topLeft), 180, -90);
    path.closeSubpath();
    return path;
}

BubbleLook bubbleLook(MessageOrigin origin, BubbleState state, bool bare, const Tokens &tokens)
{
    BubbleLook look;
    if (origin == MessageOrigin::Customer) {
        look.fill = tokens.bubbleIn;
        look.edge = tokens.border;
    } else if (origin == MessageOrigin::Automatic) {
        look.fill = tokens.bubbleAuto;
        look.edge = tokens.bubbleAutoBorder;
    } else {
        look.fill = tokens.bubbleOut;
        look.edge = tokens.bubbleOutBorder;
    }
    if (bare) {
        look.shape = RowLayout::Shape::Bare;
    } else if (state == BubbleState::Waiting) {
        look = {RowLayout::Shape::Dashed, tokens.surface, tokens.autoLabel};
    } else if (state == BubbleState::Dropped) {
        look = {RowLayout::Shape::Dashed, tokens.surface, tokens.borderControl};
    } else if (state == BubbleState::Checking) {
        look = {RowLayout::Shape::Outline, tokens.surface, tokens.borderControl};
    } else if (state == BubbleState::Unconfirmed || state == BubbleState::Failed) {
        look.shape = RowLayout::Shape::Outline;
        look.edge = tokens.danger;
    }
    return look;
}

} // namespace textback
