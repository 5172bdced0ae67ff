// SPDX-License-Identifier: MIT
#include "ui/search/searchdelegate.h"

#include "ui/search/searchmodel.h"
#include "ui/theme/avatar.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/rowpainting.h"
#include "ui/theme/tokens.h"

#include <QPainter>

#include <algorithm>

namespace textback {

namespace {

int heightOf(SearchModel::Kind kind)
{
    switch (kind) {
    case SearchModel::Kind::Heading:
        return dp(32);
    case SearchModel::Kind::Action:
        return dp(36);
    default:
        return dp(52);
    }
}

void paintHeading(QPainter &painter, const QRect &area, const QString &text, const Tokens &tokens)
{
    painter.setFont(textFont(TextStyle::Badge));
    painter.setPen(tokens.text3);
    painter.drawText(area.adjusted(dp(20), dp(8), -dp(20), 0), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
}

void paintSign(QPainter &painter, const QRectF &disc, const SearchModel::Row &row, const Tokens &tokens)
{
    if (row.kind != SearchModel::Kind::Note) {
        paintAvatar(painter, disc, avatarLetters(row.hit.name.left(120), row.hit.address),
                    tokens.avatars[size_t(avatarColourIndex(row.hit.address))]);
        return;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.warnBg);
    painter.drawEllipse(disc);
    const qreal inset = disc.width() / 4;
    paintIcon(painter, disc.adjusted(inset, inset, -inset, -inset), Icon::Pencil, tokens.warn);
}

} // namespace

SearchDelegate::SearchDelegate(const SearchModel &model, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
{
}

QSize SearchDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return QSize(dp(200), heightOf(m_model.rowAt(index.row()).kind));
}

void SearchDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &tokens = tokensOf(option.palette);
    const SearchModel::Row &row = m_model.rowAt(index.row());
    const QRect area = option.rect;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (row.kind == SearchModel::Kind::Heading) {
        paintHeading(*painter, area, row.title.text, tokens);
        painter->restore();
        return;
    }

    const bool selected = option.state.testFlag(QStyle::State_Selected);
    paintRowPlate(*painter, option, area.right() + 1); // no line between them
    const bool action = row.kind == SearchModel::Kind::Action;
    const int left = area.left() + dp(action ? 20 : 64);
    const int right = area.right() + 1 - dp(20);
    if (!action) {
        const int size = dp(32);
        paintSign(*painter, QRectF(area.left() + dp(20), area.top() + (area.height() - size) / 2.0, size, size), row, tokens);
    }

    // Two pixels more than it needs, or it is elided where it just fits.
    const QFont captionFont = textFont(TextStyle::Caption);
    const int asideWidth = row.aside.isEmpty() ? 0 : QFontMetrics(captionFont).horizontalAdvance(row.aside) + 2;
    const bool twoLines = !row.line.text.isEmpty();
    const QRect titleArea(left, area.top() + (twoLines ? dp(6) : 0), std::max(right - asideWidth - dp(8) - left, 0),
                          twoLines ? dp(20) : area.height());
    painter->setFont(captionFont);
    painter->setPen(selected ? tokens.text2 : tokens.text3);
    painter->drawText(QRect(right - asideWidth, titleArea.top(), asideWidth, titleArea.height()), Qt::AlignRight | Qt::AlignVCenter,
                      row.aside);
    const MarkedLook look{textFont(action ? TextStyle::Body : TextStyle::Strong), tokens.text1, tokens.text1, tokens.warnBg};
    paintMarkedLine(*painter, titleArea, row.title, look);
    if (twoLines)
        paintMarkedLine(*painter, QRect(left, area.top() + dp(27), right - left, dp(18)), row.line,
                        {textFont(TextStyle::Small), tokens.text2, tokens.text1, tokens.warnBg});
    painter->restore();
}

} // namespace textback
