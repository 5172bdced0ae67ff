// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/badgetone.h"

#include <QColor>
#include <QFont>
#include <QPoint>
#include <QRect>
#include <QString>

class QPainter;
class QStyleOptionViewItem;

namespace textback {

struct Tokens;

struct RowColours {
    QColor text;
    QColor fill;
};

RowColours rowColours(BadgeTone tone, const Tokens &tokens);

/// What lies behind a row of a page's list: hover, selection with its bar, the ring of the keyboard's focus, and the line to the next one from
/// `lineLeft` on.
void paintRowPlate(QPainter &painter, const QStyleOptionViewItem &option, int lineLeft);

/// One line that ends in "…" where it is too long.
void paintRowText(QPainter &painter, const QRect &area, const QFont &font, const QColor &colour, const QString &text);

/// A badge 20 high at `at`, at most `room` wide. Returns its width.
int paintRowBadge(QPainter &painter, const QPoint &at, int room, const QString &text, const RowColours &colours);

} // namespace textback
