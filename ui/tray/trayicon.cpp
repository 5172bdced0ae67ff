// SPDX-License-Identifier: MIT
#include "ui/tray/trayicon.h"

#include <QPainter>
#include <QPainterPath>
#include <QPixmap>

namespace textback {

namespace {

// The accent and the state colours of the palette, in the light version: a tray's background is not ours, so each badge has a rim.
constexpr QRgb accent = 0xff1d5bd1;
constexpr QRgb newDot = 0xffd92d20;
constexpr QRgb grey = 0xff5c6675;
constexpr QRgb waitingAmber = 0xff7a4b00;
constexpr QRgb problemRed = 0xffb3261e;

/// The program's mark as in resources/icons/app.svg, on a 64 x 64 grid, with a heavier arrow: a tray shows it at 16 to 24 pixels.
void paintMark(QPainter &painter, QRgb fill)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor::fromRgba(fill));
    painter.drawRoundedRect(QRectF(2, 2, 60, 60), 14, 14);

    QPainterPath bubble;
    bubble.addRoundedRect(QRectF(10, 13, 44, 32), 8, 8);
    QPainterPath tail;
    tail.moveTo(17, 42);
    tail.lineTo(17, 54);
    tail.lineTo(32, 43);
    tail.closeSubpath();
    painter.setBrush(Qt::white);
    painter.drawPath(bubble.united(tail));

    // The call that came in and was missed.
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor::fromRgba(fill), 6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawLine(QPointF(41, 20), QPointF(25, 36));
    painter.drawPolyline(QPolygonF({QPointF(25, 24), QPointF(25, 36), QPointF(37, 36)}));
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
        paintDot(painter, newDot, QRectF(36, 0, 28, 28));
        break;
    case TrayState::Waiting: {
        paintDot(painter, waitingAmber, QRectF(34, 34, 30, 30));
        painter.setBrush(Qt::white);
        painter.drawRect(QRectF(41.5, 40, 6, 18));
        painter.drawRect(QRectF(50.5, 40, 6, 18));
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
    paintMark(painter, quiet ? grey : accent);
    paintBadge(painter, state);
    painter.end();
    return QPixmap::fromImage(image.scaled(pixels, pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
}

} // namespace

QIcon trayIcon(TrayState state)
{
    QIcon icon;
    for (const int pixels : {16, 20, 22, 24, 32, 48, 64})
        icon.addPixmap(drawn(state, pixels));
    return icon;
}

} // namespace textback
