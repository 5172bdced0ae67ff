// SPDX-License-Identifier: MIT
#include "ui/tray/trayicon.h"

#include <QPainter>
#include <QPainterPath>
#include <QPixmap>

#include <array>

namespace textback {

namespace {

// The accent and the state colours of the palette, in the light version: a tray's background is not ours, so each badge has a rim.
constexpr QRgb accent = 0xff1d5bd1;
constexpr QRgb newDot = 0xffd92d20;
constexpr QRgb waitingGrey = 0xff4a5464;
constexpr QRgb problemRed = 0xffb3261e;

QPainterPath bubblePath()
{
    // On a 64 x 64 grid.
    QPainterPath body;
    body.addRoundedRect(QRectF(4, 6, 56, 44), 14, 14);
    QPainterPath tail;
    tail.moveTo(14, 44);
    tail.lineTo(12, 60);
    tail.lineTo(32, 46);
    tail.closeSubpath();
    return body.united(tail);
}

void paintBubble(QPainter &painter, QRgb fill)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor::fromRgba(fill));
    painter.drawPath(bubblePath());

    // The arrow of a call that went past and comes back: in from the right, round, out to the left.
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Qt::white, 6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    QPainterPath arrow;
    arrow.moveTo(27, 16);
    arrow.lineTo(17, 25.5);
    arrow.lineTo(27, 35);
    painter.drawPath(arrow);
    QPainterPath shaft;
    shaft.moveTo(18, 25.5);
    shaft.lineTo(36, 25.5);
    shaft.cubicTo(44, 25.5, 47, 31, 47, 38);
    painter.drawPath(shaft);
}

void paintDot(QPainter &painter, QRgb fill, const QRectF &circle)
{
    painter.setCompositionMode(QPainter::CompositionMode_Clear);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::black);
    painter.drawEllipse(circle.adjusted(-4, -4, 4, 4));
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    painter.setBrush(QColor::fromRgba(fill));
    painter.drawEllipse(circle);
}

void paintBadge(QPainter &painter, TrayState state)
{
    switch (state) {
    case TrayState::Ok:
        break;
    case TrayState::New:
        paintDot(painter, newDot, QRectF(40, 0, 24, 24));
        break;
    case TrayState::Waiting: {
        paintDot(painter, waitingGrey, QRectF(34, 34, 30, 30));
        painter.setBrush(Qt::white);
        painter.drawRect(QRectF(42, 41, 5, 16));
        painter.drawRect(QRectF(51, 41, 5, 16));
        break;
    }
    case TrayState::Problem: {
        paintDot(painter, problemRed, QRectF(34, 34, 30, 30));
        painter.setBrush(Qt::white);
        painter.drawRoundedRect(QRectF(46, 39, 6, 12), 2, 2);
        painter.drawEllipse(QRectF(46, 53.5, 6, 6));
        break;
    }
    }
}

QPixmap drawn(TrayState state, int pixels)
{
    // Drawn four times as large and smoothed down: thin gaps stay visible at 16 pixels.
    QImage image(pixels * 4, pixels * 4, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(pixels * 4 / 64.0, pixels * 4 / 64.0);
    const bool quiet = state == TrayState::Waiting || state == TrayState::Problem;
    paintBubble(painter, quiet ? waitingGrey : accent);
    paintBadge(painter, state);
    painter.end();
    return QPixmap::fromImage(image.scaled(pixels, pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
}

QIcon inAllSizes(TrayState state, std::initializer_list<int> sizes)
{
    QIcon icon;
    for (const int pixels : sizes)
        icon.addPixmap(drawn(state, pixels));
    return icon;
}

} // namespace

void paintMark(QPainter &painter, const QRectF &square)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(square.topLeft());
    painter.scale(square.width() / 64.0, square.height() / 64.0);
    paintBubble(painter, accent);
    painter.restore();
}

QIcon programIcon()
{
    return inAllSizes(TrayState::Ok, {16, 24, 32, 48, 64, 128, 256});
}

QIcon trayIcon(TrayState state)
{
    return inAllSizes(state, {16, 20, 22, 24, 32, 48, 64});
}

} // namespace textback
