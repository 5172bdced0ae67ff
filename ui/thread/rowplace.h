// SPDX-License-Identifier: MIT
#pragma once

#include <QFont>
#include <QFontMetricsF>
#include <QRectF>
#include <QString>

#include <cmath>

namespace textback {

class MediaShelf;
struct RowLayout;
struct Tokens;
struct ViewContext;

/// Where in its row something goes, and what it is made with.
struct RowPlace {
    const ViewContext &context;
    const Tokens &tokens;
    qreal top = 0;
    qreal margin = 0;                  ///< free at both sides
    bool canCall = true;               ///< a number to call there is
    const MediaShelf *shelf = nullptr; ///< null: files cannot be fetched here
    RowLayout *earlier = nullptr;      ///< as for layOutRow()
};

/// The width that a line takes.
inline qreal advance(const QFont &font, const QString &text)
{
    return std::ceil(QFontMetricsF(font).horizontalAdvance(text)) + 2;
}

/// The height that a text takes when it is wrapped into a width.
inline qreal wrappedHeight(const QFont &font, const QString &text, qreal width)
{
    return std::ceil(QFontMetricsF(font).boundingRect(QRectF(0, 0, width, 100000), Qt::TextWordWrap, text).height());
}

} // namespace textback
