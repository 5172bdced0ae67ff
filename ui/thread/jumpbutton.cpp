// SPDX-License-Identifier: MIT
#include "ui/thread/jumpbutton.h"

#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/plaintooltip.h"
#include "ui/theme/tokens.h"

#include <algorithm>

namespace textback {

JumpButton::JumpButton(QWidget *view)
    : QToolButton(view)
{
    setCursor(Qt::PointingHandCursor);
    setProperty("kind", QStringLiteral("jump"));
    setIconSize(QSize(18, 18));
    hide();
    say();
}

void JumpButton::setNews(int news)
{
    if (m_news == news)
        return;
    m_news = news;
    say();
}

void JumpButton::say()
{
    const QString words = m_news > 0 ? tr("Jump to the newest (%n new)", nullptr, m_news) : tr("Jump to the newest");
    setAccessibleName(words);
    setPlainToolTip(*this, words);
    setText(m_news > 0 ? QString::number(m_news) : QString());
    setToolButtonStyle(m_news > 0 ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
}

void JumpButton::dress()
{
    setIcon(themedIcon(Icon::Down, 18, tokensOf(palette()).text1));
}

void JumpButton::place(bool wanted)
{
    setVisible(wanted);
    const int wide = m_news > 0 ? std::max(dp(36), sizeHint().width() + dp(12)) : dp(36);
    setGeometry(parentWidget()->width() - wide - dp(20), parentWidget()->height() - dp(36 + 14), wide, dp(36));
    raise();
}

} // namespace textback
