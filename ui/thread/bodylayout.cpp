// SPDX-License-Identifier: MIT
#include "ui/thread/bodylayout.h"

#include "domain/search/searchmatcher.h"

#include <QPainter>
#include <QTextOption>

#include <algorithm>
#include <cmath>
#include <utility>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

/// Breaks a portion into lines.
BodyLayout::Portion layOutPortion(const QString &text, const BodyLook &look)
{
    BodyLayout::Portion portion;
    portion.text = std::make_unique<QTextLayout>(text, look.font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    portion.text->setTextOption(option);
    portion.text->setCacheEnabled(true);
    portion.links = findLinks(text);
    QList<QTextLayout::FormatRange> formats;
    for (const TextLink &link : portion.links) {
        QTextCharFormat format;
        format.setForeground(look.link);
        format.setFontUnderline(true);
        formats.append({link.start, link.length, format});
    }
    portion.text->setFormats(formats);
    qreal height = 0;
    qreal widest = 0;
    portion.text->beginLayout();
    for (QTextLine line = portion.text->createLine(); line.isValid(); line = portion.text->createLine()) {
        line.setLineWidth(look.width);
        const qreal own = std::max<qreal>(look.step, std::ceil(line.height()));
        line.setPosition(QPointF(0, height + std::floor((own - line.height()) / 2)));
        height += own;
        widest = std::max(widest, line.naturalTextWidth());
    }
    portion.text->endLayout();
    portion.size = QSizeF(std::ceil(widest), height);
    return portion;
}

QList<QTextLayout::FormatRange> formatsOf(const BodyMarks &marks, const QString &text)
{
    QList<QTextLayout::FormatRange> formats;
    if (!marks.matcher)
        return formats;
    QTextCharFormat format;
    format.setForeground(marks.text);
    format.setBackground(marks.ground);
    format.setFontUnderline(true);
    for (const TextRange &mark : marks.matcher->marks(text))
        formats.append({int(mark.start), int(mark.length), format});
    return formats;
}

} // namespace

QSizeF BodyLayout::size() const
{
    QSizeF size;
    for (const Portion &portion : portions)
        size = QSizeF(std::max(size.width(), portion.size.width()), size.height() + portion.size.height());
    return size;
}

const TextLink *BodyLayout::linkAt(const QPointF &point) const
{
    QPointF inside = point - at;
    for (const Portion &portion : portions) {
        if (inside.y() < 0)
            return nullptr;
        for (int i = 0; !portion.links.empty() && inside.y() <= portion.size.height() && i < portion.text->lineCount(); ++i) {
            const QTextLine line = portion.text->lineAt(i);
            if (!line.naturalTextRect().contains(inside))
                continue;
            const int cursor = line.xToCursor(inside.x(), QTextLine::CursorOnCharacter);
            for (const TextLink &link : portion.links) {
                if (cursor >= link.start && cursor < link.start + link.length)
                    return &link;
            }
        }
        inside.ry() -= portion.size.height();
    }
    return nullptr;
}

std::vector<TextLink> BodyLayout::links() const
{
    std::vector<TextLink> all;
    for (const Portion &portion : portions)
        all.insert(all.end(), portion.links.begin(), portion.links.end());
    return all;
}

QRectF BodyLayout::firstMark(const SearchMatcher &matcher) const
{
    QPointF corner = at;
    for (const Portion &portion : portions) {
        if (const std::vector<TextRange> marks = matcher.marks(portion.text->text()); !marks.empty()) {
            const QTextLine line = portion.text->lineForTextPosition(int(marks.front().start));
            const qreal left = line.cursorToX(int(marks.front().start));
            return QRectF(corner + QPointF(left, line.y()), QSizeF(1, line.height()));
        }
        corner.ry() += portion.size.height();
    }
    return {};
}

void BodyLayout::draw(QPainter &painter, const QRectF &seen, const BodyMarks &marks) const
{
    QPointF corner = at;
    for (const Portion &portion : portions) {
        if (seen.isEmpty() || QRectF(corner, portion.size).intersects(seen))
            portion.text->draw(&painter, corner, formatsOf(marks, portion.text->text()), seen);
        corner.ry() += portion.size.height();
    }
}

BodyLayout layOutBody(const QString &body, int portions, const BodyLook &look, BodyLayout *earlier)
{
    BodyLayout layout;
    for (size_t i = 0; i < size_t(portions) && layout.shown < body.size(); ++i) {
        const qsizetype start = std::exchange(layout.shown, portionEnd(body, layout.shown));
        QString text = body.mid(start, layout.shown - start);
        // The next portion begins below anyway: no empty line between them.
        if (layout.shown < body.size() && text.endsWith(u'\n'))
            text.chop(text.endsWith(u"\r\n"_s) ? 2 : 1);
        text = bodyText(text, 0);
        text.replace(u'\n', QChar(QChar::LineSeparator));
        if (text.isEmpty() && layout.shown == body.size())
            break; // nothing that shows
        BodyLayout::Portion *known = earlier && i < earlier->portions.size() ? &earlier->portions[i] : nullptr;
        const bool same = known && known->text && known->text->text() == text && known->text->font() == look.font;
        layout.portions.push_back(same ? std::move(*known) : layOutPortion(text, look));
    }
    return layout;
}

} // namespace textback
