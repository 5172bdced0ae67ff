// SPDX-License-Identifier: MIT
#include "ui/thread/noterow.h"

#include "ui/format/viewcontext.h"
#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"

#include <algorithm>

namespace textback {

qreal layOutNote(RowLayout &row, const ThreadNote &note, const RowPlace &place)
{
    const Tokens &tokens = place.tokens;
    const qreal padX = dp(12);
    const qreal outer = std::min<qreal>(dp(440), row.surroundings.width - 2 * place.margin);
    const qreal inner = outer - 2 * padX;
    const qreal left = (row.surroundings.width - outer) / 2;
    const QFont badge = textFont(TextStyle::Badge);
    const QFont caption = textFont(TextStyle::Caption);

    qreal y = place.top + dp(8);
    const qreal headLine = lineHeight(TextStyle::Badge) + dp(2);
    const qreal icon = dp(14);
    row.marks.push_back({Icon::Pencil, QRectF(left + padX, y + (headLine - icon) / 2, icon, icon), tokens.warn});
    const qreal textLeft = left + padX + icon + dp(6);
    const qreal headSpace = left + padX + inner - textLeft;
    row.labels.push_back({QRectF(textLeft, y, headSpace, headLine),
                          QFontMetricsF(badge).elidedText(ThreadWords::tr("Note · Only you see this"), Qt::ElideRight, headSpace), badge,
                          tokens.warn, Qt::AlignLeft | Qt::AlignVCenter, false});
    y += headLine + dp(2);

    row.body = layOutBody(note.body, row.surroundings.portions,
                          {textFont(TextStyle::Body), tokens.link, inner, qreal(lineHeight(TextStyle::Body))},
                          place.earlier ? &place.earlier->body : nullptr);
    row.body.at = QPointF(left + padX, y);
    y += row.body.size().height();
    const qreal line = lineHeight(TextStyle::Caption) + dp(4);
    if (row.body.shown < note.body.size()) {
        const QString more = ThreadWords::tr("Show more (%L1 of %L2 characters)").arg(row.body.shown).arg(note.body.size());
        row.buttons.push_back({ThreadAction::ShowMore, more, QRectF(left + padX, y, advance(caption, more), line), true, false});
        y += line;
    }

    y += dp(2);
    const QString time = place.context.times.clock(note.at);
    row.labels.push_back(
        {QRectF(left + padX, y, advance(caption, time), line), time, caption, tokens.text2, Qt::AlignLeft | Qt::AlignVCenter, false});
    struct Offer {
        ThreadAction action;
        QString text;
    };
    qreal right = left + outer - padX;
    for (const Offer &offer :
         {Offer{ThreadAction::DeleteNote, ThreadWords::tr("Delete")}, Offer{ThreadAction::EditNote, ThreadWords::tr("Edit")}}) {
        const qreal width = advance(caption, offer.text);
        row.buttons.push_back({offer.action, offer.text, QRectF(right - width, y, width, line), true, false});
        right -= width + dp(14);
    }
    y += line + dp(6);

    row.shape = RowLayout::Shape::SmallCard;
    row.box = QRectF(left, place.top, outer, y - place.top);
    row.outline.addRoundedRect(row.box, dp(10), dp(10));
    row.fill = tokens.warnBg;
    row.edge = tokens.warn;
    return row.box.bottom();
}

} // namespace textback
