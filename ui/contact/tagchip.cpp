// SPDX-License-Identifier: MIT
#include "ui/contact/tagchip.h"

#include "ui/format/safetext.h"
#include "ui/theme/metrics.h"
#include "ui/theme/plaintooltip.h"
#include "ui/theme/tokens.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace textback {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(textback::TagChip)
};

} // namespace

TagLook tagLook(const Tokens &tokens, TagColor color)
{
    switch (color) {
    case TagColor::Blue:
        return {tokens.info, tokens.infoBg};
    case TagColor::Green:
        return {tokens.ok, tokens.okBg};
    case TagColor::Amber:
        return {tokens.warn, tokens.warnBg};
    case TagColor::Red:
        return {tokens.danger, tokens.dangerBg};
    case TagColor::Grey:
        return {tokens.muted, tokens.mutedBg};
    }
    Q_UNREACHABLE();
}

QString tagColorName(TagColor color)
{
    switch (color) {
    case TagColor::Blue:
        return Words::tr("Blue");
    case TagColor::Green:
        return Words::tr("Green");
    case TagColor::Amber:
        return Words::tr("Amber");
    case TagColor::Red:
        return Words::tr("Red");
    case TagColor::Grey:
        return Words::tr("Grey");
    }
    Q_UNREACHABLE();
}

TagChip::TagChip(const Tag &tag, QWidget *parent)
    : QAbstractButton(parent)
    , m_tag(tag)
{
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Tag %1").arg(singleLine(tag.name)));
    setAccessibleDescription(tr("Delete takes it off; Enter shows more."));
    setPlainToolTip(*this, singleLine(tag.name));
}

QSize TagChip::sizeHint() const
{
    return QSize(QFontMetrics(textFont(TextStyle::Badge)).horizontalAdvance(singleLine(m_tag.name)) + dp(20), dp(28));
}

QSize TagChip::minimumSizeHint() const
{
    return QSize(std::min(sizeHint().width(), dp(48)), dp(28));
}

void TagChip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) {
        emit removeRequested();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void TagChip::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(palette());
    const TagLook look = tagLook(tokens, m_tag.color);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    // 24 high in a place of 28 to click at.
    const QRectF area = QRectF(rect()).adjusted(1, 2, -1, -2);
    const qreal radius = area.height() / 2;
    painter.setBrush(look.ground);
    if (hasFocus())
        painter.setPen(QPen(tokens.focus, 2));
    else if (underMouse())
        painter.setPen(look.words);
    else
        painter.setPen(Qt::NoPen);
    painter.drawRoundedRect(area, radius, radius);
    const QFont font = textFont(TextStyle::Badge);
    painter.setFont(font);
    painter.setPen(look.words);
    painter.drawText(rect(), Qt::AlignCenter, QFontMetrics(font).elidedText(singleLine(m_tag.name), Qt::ElideRight, width() - dp(14)));
}

} // namespace textback
