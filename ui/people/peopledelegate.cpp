// SPDX-License-Identifier: MIT
#include "ui/people/peopledelegate.h"

#include "ui/format/viewcontext.h"
#include "ui/people/importwords.h"
#include "ui/people/peoplemodel.h"
#include "ui/theme/avatar.h"
#include "ui/theme/metrics.h"
#include "ui/theme/rowpainting.h"
#include "ui/theme/tokens.h"

#include <QFontMetrics>
#include <QPainter>

namespace textback {

namespace {

constexpr int rowHeight = 64;
constexpr int wideFrom = 520; // the last contact beside the name

} // namespace

PeopleDelegate::PeopleDelegate(const PeopleModel &model, const ViewContext &context, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
    , m_context(context)
{
}

QSize PeopleDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return QSize(dp(200), dp(rowHeight));
}

void PeopleDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &tokens = tokensOf(option.palette);
    const Person &person = m_model.rowAt(index.row());
    const QRect area = option.rect;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const int left = area.left() + dp(72);
    paintRowPlate(*painter, option, left);
    paintAvatar(*painter, QRectF(area.left() + dp(18), area.top() + dp(12), dp(40), dp(40)), avatarLetters(person.name, person.address),
                tokens.avatars[size_t(avatarColourIndex(person.address))]);

    int right = area.right() + 1 - dp(18);
    if (area.width() >= dp(wideFrom)) {
        const QFont caption = textFont(TextStyle::Caption);
        const QString words = PersonWords::lastContact(person, m_context);
        const int width = QFontMetrics(caption).horizontalAdvance(words) + 2;
        painter->setFont(caption);
        painter->setPen(tokens.text3);
        painter->drawText(QRect(right - width, area.top(), width, area.height()), Qt::AlignRight | Qt::AlignVCenter, words);
        right -= width + dp(16);
    }
    if (person.optedOut) {
        const QFont font = textFont(TextStyle::Badge);
        const QString words = PeopleDelegate::tr("Opted out");
        const int width = std::min(QFontMetrics(font).horizontalAdvance(words) + dp(17), (right - left) / 2);
        right -= width;
        paintRowBadge(*painter, QPoint(right, area.top() + dp(22)), width, words, rowColours(BadgeTone::Muted, tokens));
        right -= dp(12);
    }
    paintRowText(*painter, QRect(left, area.top() + dp(12), right - left, dp(20)), textFont(TextStyle::Strong), tokens.text1,
                 PersonWords::title(person, m_context.region));
    paintRowText(*painter, QRect(left, area.top() + dp(33), right - left, dp(18)), textFont(TextStyle::Small), tokens.text2,
                 PersonWords::subtitle(person, m_context.region));
    painter->restore();
}

} // namespace textback
