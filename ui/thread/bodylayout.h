// SPDX-License-Identifier: MIT
#pragma once

#include "ui/format/safetext.h"

#include <QColor>
#include <QFont>
#include <QPointF>
#include <QSizeF>
#include <QString>
#include <QTextLayout>

#include <memory>
#include <vector>

class QPainter;

namespace textback {

class SearchMatcher;

/// How what a search found is marked where it is drawn: on a ground of its own and underlined, so that no colour tells it alone.
struct BodyMarks {
    const SearchMatcher *matcher = nullptr;
    QColor text;
    QColor ground;
};

/// The text of a message, broken into lines. A long one is shown in portions below each other: shaping is what costs, and "Show more" lays out
/// one more of them.
struct BodyLayout {
    struct Portion {
        std::unique_ptr<QTextLayout> text;
        QSizeF size;
        std::vector<TextLink> links;
    };

    std::vector<Portion> portions;
    qsizetype shown = 0; ///< characters of the body that the portions hold
    QPointF at;          ///< in the row

    QSizeF size() const;
    /// The link at a point of the row, or nothing.
    const TextLink *linkAt(const QPointF &point) const;
    /// All links that are shown, in their order.
    std::vector<TextLink> links() const;
    /// Where the first match begins, in the row; empty if nothing matches.
    QRectF firstMark(const SearchMatcher &matcher) const;
    /// Draws what lies within `seen` (in the row); an empty one: all of it.
    void draw(QPainter &painter, const QRectF &seen, const BodyMarks &marks = {}) const;
};

struct BodyLook {
    QFont font;
    QColor link;
    qreal width = 0; ///< for the lines
    qreal step = 0;  ///< from one line to the next, at least
};

/// Lays out the first `portions` portions of a body (portionEnd). Those that `earlier` has with the same text, font and width are taken from it;
/// the caller passes one only if its width and colours are the same.
BodyLayout layOutBody(const QString &body, int portions, const BodyLook &look, BodyLayout *earlier);

} // namespace textback
