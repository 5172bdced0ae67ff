// SPDX-License-Identifier: MIT
#include "ui/search/markedline.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace textback {

namespace {

constexpr QChar ellipsis(u'…');

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
    const QFontMetricsF metrics(bold(font));
    const MarkedLine begun = from(beginFor(metrics, width));
    MarkedLine cut{metrics.elidedText(begun.text, Qt::ElideRight, width), {}};
    // Where the texts part is the "…".
    const auto common = std::mismatch(begun.text.begin(), begun.text.end(), cut.text.begin(), cut.text.end()).first - begun.text.begin();
    for (const TextRange &mark : begun.marks) {
        const qsizetype end = std::min(mark.start + mark.length, qsizetype(common));
        if (end > mark.start)
            cut.marks.push_back({mark.start, end - mark.start});
    }
    return cut;
}

/// Where the text has to begin so that its first mark is in sight: at a word, with two or three more before the mark.
qsizetype MarkedLine::beginFor(const QFontMetricsF &metrics, qreal width) const
{
    if (marks.empty() || metrics.horizontalAdvance(text.left(marks[0].start + marks[0].length) + ellipsis) <= width)
        return 0;
    qsizetype begin = marks[0].start;
    for (qsizetype gap = begin - 2; gap > 0; --gap) {
        if (!text[gap].isSpace())
            continue;
        if (metrics.horizontalAdvance(text.mid(gap, marks[0].start - gap)) > width / 3)
            break;
        begin = gap + 1;
    }
    return begin;
}

MarkedLine MarkedLine::from(qsizetype begin) const
{
    if (begin == 0)
        return *this;
    MarkedLine rest{ellipsis + text.mid(begin), {}};
    for (const TextRange &mark : marks)
        rest.marks.push_back({mark.start - begin + 1, mark.length});
    return rest;
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
