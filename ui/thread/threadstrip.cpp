// SPDX-License-Identifier: MIT
#include "ui/thread/threadstrip.h"

#include "ui/theme/plainlabel.h"
#include "ui/theme/tokens.h"

#include <QAccessible>
#include <QPainter>

namespace textback {

ThreadStrip::ThreadStrip(QColor Tokens::*ground, QWidget *parent)
    : QWidget(parent)
    , m_ground(ground)
    , m_sentence(new PlainLabel(this))
{
    m_sentence->setWordWrap(true);
    hide();
}

void ThreadStrip::say(const QString &sentence)
{
    const bool isNews = !sentence.isEmpty() && (!isVisibleTo(parentWidget()) || m_sentence->text() != sentence);
    m_sentence->setText(sentence);
    setVisible(!sentence.isEmpty());
    if (isNews) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void ThreadStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &tokens = tokensOf(palette());
    painter.fillRect(rect(), tokens.*m_ground);
    painter.fillRect(0, 0, width(), 1, tokens.border);
}

} // namespace textback
