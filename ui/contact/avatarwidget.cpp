// SPDX-License-Identifier: MIT
#include "ui/contact/avatarwidget.h"

#include "ui/theme/avatar.h"
#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"

#include <QPainter>

namespace textback {

AvatarWidget::AvatarWidget(int size, QWidget *parent)
    : QWidget(parent)
{
    setFixedSize(dp(size), dp(size));
}

void AvatarWidget::setParty(const QString &name, const QString &address)
{
    m_letters = avatarLetters(name, address);
    m_colour = avatarColourIndex(address);
    update();
}

void AvatarWidget::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintAvatar(painter, rect(), m_letters, tokensOf(palette()).avatars[size_t(m_colour)]);
}

} // namespace textback
