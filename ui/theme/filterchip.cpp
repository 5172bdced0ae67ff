// SPDX-License-Identifier: MIT
#include "ui/theme/filterchip.h"

#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"

#include <QFontMetrics>
#include <QPainter>

namespace textback {

using namespace Qt::StringLiterals;

FilterChip::FilterChip(const QString &word, QWidget *parent)
    : QAbstractButton(parent)
    , m_word(word)
{
    setCheckable(true);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setAccessibleName(m_word);
}

void FilterChip::setCount(int count)
{
    if (m_count == count)
        return;
    m_count = count;
    setAccessibleName(count < 0 ? m_word : u"%1, %2"_s.arg(m_word).arg(count));
    updateGeometry();
    update();
}

QString FilterChip::label() const
{
    return m_count <= 0 ? m_word : u"%1  %2"_s.arg(m_word).arg(m_count);
}

QSize FilterChip::sizeHint() const
{
    return QSize(QFontMetrics(textFont(TextStyle::Badge)).horizontalAdvance(label()) + dp(22), dp(28));
}

QSize FilterChip::minimumSizeHint() const
{
    return sizeHint() - QSize(dp(12), 0);
}

void FilterChip::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const qreal radius = area.height() / 2;
    if (isChecked()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(underMouse() ? tokens.accentHover : tokens.accent);
    } else {
        painter.setPen(tokens.borderControl);
        painter.setBrush(underMouse() ? tokens.hover : tokens.surface);
    }
    painter.drawRoundedRect(area, radius, radius);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(isChecked() ? tokens.onAccent : tokens.focus, 2));
        const qreal inset = isChecked() ? 2.5 : 0.5;
        painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset);
    }
    painter.setFont(textFont(TextStyle::Badge));
    painter.setPen(isChecked() ? tokens.onAccent : tokens.text2);
    painter.drawText(rect(), Qt::AlignCenter, label());
}

} // namespace textback
