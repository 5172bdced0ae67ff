// SPDX-License-Identifier: MIT
#include "ui/theme/rowpainting.h"

#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyleOptionViewItem>

#include <algorithm>

namespace textback {

RowColours rowColours(BadgeTone tone, const Tokens &tokens)
{
    switch (tone) {
    case BadgeTone::Danger:
        return {tokens.danger, tokens.dangerBg};
    case BadgeTone::Warn:
        return {tokens.warn, tokens.warnBg};
    case BadgeTone::Ok:
        return {tokens.ok, tokens.okBg};
    case BadgeTone::Info:
        return {tokens.info, tokens.infoBg};
    case BadgeTone::Muted:
        return {tokens.muted, tokens.mutedBg};
    }
    Q_UNREACHABLE();
}

void paintRowPlate(QPainter &painter, const QStyleOptionViewItem &option, int lineLeft)
{
    const Tokens &tokens = tokensOf(option.palette);
    const QRect area = option.rect;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QRectF plate = QRectF(area).adjusted(dp(6), dp(1), -dp(6), -dp(2));
    painter.setPen(Qt::NoPen);
    if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
        painter.setBrush(selected ? tokens.selected : tokens.hover);
        painter.drawRoundedRect(plate, dp(8), dp(8));
    }
    if (selected) {
        painter.setBrush(tokens.focus);
        const qreal inset = std::min<qreal>(dp(16), plate.height() / 4);
        painter.drawRoundedRect(QRectF(plate.left(), plate.top() + inset, dp(3), plate.height() - 2 * inset), dp(1), dp(1));
    } else {
        painter.fillRect(QRect(lineLeft, area.bottom(), area.right() - lineLeft + 1, 1), tokens.border);
    }
    if (option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
        painter.setPen(QPen(tokens.focus, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(plate.adjusted(1, 1, -1, -1), dp(8), dp(8));
    }
}

void paintRowText(QPainter &painter, const QRect &area, const QFont &font, const QColor &colour, const QString &text)
{
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter, QFontMetrics(font).elidedText(text, Qt::ElideRight, area.width()));
}

int paintRowBadge(QPainter &painter, const QPoint &at, int room, const QString &text, const RowColours &colours)
{
    const QFont font = textFont(TextStyle::Badge);
    const QFontMetrics metrics(font);
    const QString shown = metrics.elidedText(text, Qt::ElideRight, room - dp(16));
    const QRectF pill(at.x(), at.y(), metrics.horizontalAdvance(shown) + dp(16), dp(20));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.fill);
    painter.drawRoundedRect(pill, dp(10), dp(10));
    painter.setFont(font);
    painter.setPen(colours.text);
    painter.drawText(pill, Qt::AlignCenter, shown);
    return int(pill.width());
}

} // namespace textback
