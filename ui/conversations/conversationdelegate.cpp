// SPDX-License-Identifier: MIT
#include "ui/conversations/conversationdelegate.h"

#include "domain/ports/clock.h"
#include "ui/conversations/conversationlistmodel.h"
#include "ui/conversations/rowcontrols.h"
#include "ui/format/conversationwords.h"
#include "ui/format/safetext.h"
#include "ui/format/viewcontext.h"
#include "ui/theme/avatar.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/rowpainting.h"
#include "ui/theme/tokens.h"

#include <QFontMetrics>
#include <QPainter>

namespace textback {

namespace {

QString countText(int count)
{
    return count > 99 ? QStringLiteral("99+") : QString::number(count);
}

} // namespace

ConversationDelegate::ConversationDelegate(const ConversationListModel &model, const ViewContext &context, const RowControls &controls,
                                           QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
    , m_context(context)
    , m_controls(controls)
{
}

QSize ConversationDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const ConversationSummary &row = m_model.summaryAt(index.row());
    const bool badge = ConversationWords::hasBadge(row);
    return QSize(dp(200), dp(badge ? 84 : 68));
}

void ConversationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &tokens = tokensOf(option.palette);
    const ConversationSummary &row = m_model.summaryAt(index.row());
    const UtcTime now = m_context.clock.utcNow();
    const QRect area = option.rect;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool unread = row.unread > 0;

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);

    const int left = area.left() + dp(74);
    const int right = area.right() + 1 - dp(18);
    const int top = area.top();
    paintRowPlate(*painter, option, left);

    const int avatarSize = dp(44);
    const int avatarTop = ConversationWords::hasBadge(row) ? top + dp(14) : top + dp(12);
    paintAvatar(*painter, QRectF(area.left() + dp(18), avatarTop, avatarSize, avatarSize), avatarLetters(row.contactName, row.address),
                tokens.avatars[size_t(avatarColourIndex(row.address))]);

    // The time: two pixels more than it needs, or it is elided where it just fits.
    const QFont captionFont = textFont(TextStyle::Caption);
    // A contact out of an address book has none.
    const QString time = row.lastActivity > UtcTime() ? m_context.times.inList(row.lastActivity, now) : QString();
    const int timeWidth = QFontMetrics(captionFont).horizontalAdvance(time) + 2;
    painter->setFont(captionFont);
    painter->setPen(unread ? tokens.link : tokens.text3);
    painter->drawText(QRect(right - timeWidth, top + dp(10), timeWidth, dp(20)), Qt::AlignRight | Qt::AlignVCenter, time);

    int nameRight = right - timeWidth - dp(8);
    if (row.done) {
        const qreal check = dp(14);
        paintIcon(*painter, QRectF(right - timeWidth - dp(6) - check, top + dp(10) + (dp(20) - check) / 2, check, check), Icon::Check,
                  tokens.text3);
        nameRight -= dp(20);
    }

    QFont nameFont = textFont(TextStyle::Strong);
    if (unread)
        nameFont.setWeight(QFont::Bold);
    const QRect nameArea(left, top + dp(10), nameRight - left, dp(20));
    paintRowText(*painter, nameArea, nameFont, tokens.text1, ConversationWords::title(row, m_context.region));

    int previewTop = top + dp(36);
    if (const auto badge = ConversationWords::badge(row, m_context.times, now)) {
        paintRowBadge(*painter, QPoint(left, top + dp(32)), right - left, badge->text, rowColours(badge->tone, tokens));
        previewTop = top + dp(55);
    }

    int previewRight = right;
    if (unread) {
        const QFont countFont = textFont(TextStyle::Badge);
        const QString text = countText(row.unread);
        const int width = std::max(dp(20), QFontMetrics(countFont).horizontalAdvance(text) + dp(12));
        const QRectF disc(right - width, previewTop - dp(1), width, dp(20));
        painter->setPen(Qt::NoPen);
        painter->setBrush(tokens.accent);
        painter->drawRoundedRect(disc, disc.height() / 2, disc.height() / 2);
        painter->setFont(countFont);
        painter->setPen(tokens.onAccent);
        painter->drawText(disc, Qt::AlignCenter, text);
        previewRight = int(disc.left()) - dp(8);
    }

    const QFont previewFont = textFont(TextStyle::Small);
    const QFontMetrics metrics(previewFont);
    QRect previewArea(left, previewTop, previewRight - left, dp(18));
    painter->setFont(previewFont);
    QString preview = ConversationWords::preview(row);
    if (const QString draft = m_model.draft(row); !draft.isEmpty() && !selected) {
        const QString label = tr("Draft:") + QLatin1Char(' ');
        painter->setPen(tokens.danger);
        painter->drawText(previewArea, Qt::AlignLeft | Qt::AlignVCenter, label);
        previewArea.setLeft(previewArea.left() + metrics.horizontalAdvance(label));
        preview = singleLine(draft);
    }
    paintRowText(*painter, previewArea, previewFont, unread ? tokens.text1 : tokens.text2, preview);
    if (option.state.testFlag(QStyle::State_MouseOver))
        paintButtons(*painter, area, tokens, selected ? tokens.selected : tokens.hover);
    painter->restore();
}

void ConversationDelegate::paintButtons(QPainter &painter, const QRect &row, const Tokens &tokens, const QColor &ground) const
{
    // What lies below must not shine through between them.
    const QRect both = RowControls::area(RowButton::Done, row).united(RowControls::area(RowButton::Snooze, row));
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRect(both.adjusted(-dp(6), -dp(4), dp(4), dp(4)));
    for (const RowButton button : {RowButton::Done, RowButton::Snooze}) {
        const QRectF place = RowControls::area(button, row);
        const bool hovered = m_controls.hovered() == button;
        painter.setPen(QPen(hovered ? tokens.focus : tokens.borderControl, 1));
        painter.setBrush(hovered ? tokens.selected : tokens.surface);
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), dp(6), dp(6));
        const qreal inset = (place.width() - dp(16)) / 2;
        paintIcon(painter, place.adjusted(inset, inset, -inset, -inset), button == RowButton::Done ? Icon::Check : Icon::Clock,
                  hovered ? tokens.link : tokens.text2);
    }
}

} // namespace textback
