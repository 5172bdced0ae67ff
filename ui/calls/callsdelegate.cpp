// SPDX-License-Identifier: MIT
#include "ui/calls/callsdelegate.h"

#include "domain/ports/clock.h"
#include "ui/calls/callrowwords.h"
#include "ui/calls/callsmodel.h"
#include "ui/format/callwords.h"
#include "ui/format/viewcontext.h"
#include "ui/theme/metrics.h"
#include "ui/theme/plaintooltip.h"
#include "ui/theme/rowpainting.h"
#include "ui/theme/tokens.h"

#include <QAbstractItemView>
#include <QFontMetrics>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace textback {

namespace {

constexpr int rowHeight = 72;
constexpr int wideFrom = 720; // a second column for the decision

} // namespace

CallsDelegate::CallsDelegate(const CallsModel &model, const ViewContext &context, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
    , m_context(context)
{
}

QSize CallsDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return QSize(dp(200), dp(rowHeight));
}

void CallsDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &tokens = tokensOf(option.palette);
    const CallListRow &row = m_model.rowAt(index.row());
    const QRect area = option.rect;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const int textLeft = area.left() + dp(68);
    paintRowPlate(*painter, option, textLeft);

    const RowColours disc = rowColours(CallRowWords::tone(row), tokens);
    const QRectF circle(area.left() + dp(18), area.top() + dp(18), dp(36), dp(36));
    painter->setPen(Qt::NoPen);
    painter->setBrush(disc.fill);
    painter->drawEllipse(circle);
    paintIcon(*painter, QRectF(circle.center() - QPointF(dp(9), dp(9)), QSizeF(dp(18), dp(18))), CallRowWords::icon(row), disc.text);

    const bool wide = area.width() >= dp(wideFrom);
    const int right = area.right() + 1 - dp(18);
    const int split = wide ? area.left() + area.width() * 42 / 100 : right;
    const QFont caption = textFont(TextStyle::Caption);
    const QString time = m_context.times.moment(row.card.at, m_context.clock.utcNow());
    const int timeWidth = QFontMetrics(caption).horizontalAdvance(time) + 2;
    const int top = area.top() + dp(wide ? 16 : 6);
    // The time stands at the right end of the row, whatever stands before it.
    painter->setFont(caption);
    painter->setPen(tokens.text3);
    painter->drawText(QRect(right - timeWidth, top, timeWidth, dp(20)), Qt::AlignRight | Qt::AlignVCenter, time);
    const int headEnd = wide ? split - dp(16) : right - timeWidth - dp(8);
    paintRowText(*painter, QRect(textLeft, top, headEnd - textLeft, dp(20)), textFont(TextStyle::Strong), tokens.text1,
                 CallRowWords::who(row, m_context.region));
    paintRowText(*painter, QRect(textLeft, top + dp(20), (wide ? split - dp(16) : right) - textLeft, dp(18)), textFont(TextStyle::Small),
                 row.card.missed ? tokens.danger : tokens.text2, CallRowWords::outcome(row, m_context));

    if (const auto badge = CallWords::decision(row.card)) {
        const QPoint at = wide ? QPoint(split, top) : QPoint(textLeft, top + dp(40));
        const int room = (wide ? right - timeWidth - dp(12) : right) - at.x();
        paintRowBadge(*painter, at, room, badge->text, rowColours(badge->tone, tokens));
        if (wide) {
            paintRowText(*painter, QRect(split, top + dp(22), right - split, dp(18)), textFont(TextStyle::Small), tokens.text2,
                         CallWords::textOutcome(row.card));
        }
    }
    painter->restore();
}

bool CallsDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return false;
    const CallListRow &row = m_model.rowAt(index.row());
    QStringList lines{m_context.times.full(row.card.at)};
    if (const QString reason = CallWords::textOutcome(row.card); !reason.isEmpty())
        lines.append(reason);
    QToolTip::showText(event->globalPos(), plainToolTip(lines.join(u'\n')), view);
    return true;
}

} // namespace textback
