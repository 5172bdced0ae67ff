// SPDX-License-Identifier: MIT
#pragma once

#include "domain/search/searchwords.h"

#include <QColor>
#include <QFont>
#include <QString>

#include <vector>

class QFontMetricsF;
class QPainter;
class QRectF;

namespace textback {

/// One line of text in which what a search found is marked: bold on a ground of its own, so that neither colour nor weight tells it alone.
struct MarkedLine {
    QString text; ///< one line (singleLine())
    std::vector<TextRange> marks;

    /// Puts words before the text; the marks move along.
    void prepend(const QString &words);
    /// Cuts the text with "…" to what fits into `width`, if all its letters were bold: its end, and as much of its beginning as keeps the first
    /// mark in sight.
    MarkedLine elided(const QFont &font, qreal width) const;
    bool operator==(const MarkedLine &) const = default;

private:
    qsizetype beginFor(const QFontMetricsF &metrics, qreal width) const;
    MarkedLine from(qsizetype begin) const;
};

struct MarkedLook {
    QFont font;
    QColor text;
    QColor markedText;
    QColor ground;
};

/// Paints the line into the middle of `area`, cut where it is too long.
void paintMarkedLine(QPainter &painter, const QRectF &area, const MarkedLine &line, const MarkedLook &look);

} // namespace textback
