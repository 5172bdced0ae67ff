// SPDX-License-Identifier: MIT
#include "ui/search/markedline.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace textback {

namespace {

QFont bold(QFont font)
{
    font.setWeight(QFont::Bold);
    return font;
}

} // namespace

void MarkedLine::prepend(const QString &words)
{
    text.prepend(words);
    for (TextRange &mark : marks)
        mark.start += words.size();
}

MarkedLine MarkedLine::elided(const QFont &font, qreal width) const
{
    MarkedLine cut{QFontMetricsF(bold(font)).elidedText(text, Qt::ElideRight, width), {}};
    // Where the texts part is the "…".
    const auto common = std::mismatch(text.begin(), text.end(), cut.text.begin(), cut.text.end()).first - text.begin();
    for (const TextRange &mark : marks) {
        const qsizetype end = std::min(mark.start + mark.length, qsizetype(common));
        if (end > mark.start)
            cut.marks.push_back({mark.start, end - mark.start});
    }
    return cut;
}

void paintMarkedLine(QPainter &painter, const QRectF &area, const MarkedLine &line, const MarkedLook &look)
{
    const MarkedLine shown = line.elided(look.font, area.width());
    QTextLayout layout(shown.text, look.font, painter.device());
    QTextOption option(Qt::AlignLeft);
    option.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(option);
    QList<QTextLayout::FormatRange> formats;
    for (const TextRange &mark : shown.marks) {
        QTextCharFormat format;
        format.setFontWeight(QFont::Bold);
        format.setForeground(look.markedText);
        format.setBackground(look.ground);
        formats.append({int(mark.start), int(mark.length), format});
    }
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine drawn = layout.createLine();
    if (drawn.isValid())
        drawn.setLineWidth(area.width());
    layout.endLayout();
    if (!drawn.isValid())
        return;
    painter.save();
    painter.setClipRect(area, Qt::IntersectClip);
    painter.setPen(look.text);
    layout.draw(&painter, QPointF(area.left(), area.top() + (area.height() - drawn.height()) / 2));
    painter.restore();
}

} // namespace textback
