// SPDX-License-Identifier: MIT
#include "ui/thread/doubtstrip.h"

#include "ui/format/safetext.h"
#include "ui/theme/metrics.h"
#include "ui/theme/plainlabel.h"
#include "ui/theme/tokens.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace textback {

DoubtStrip::DoubtStrip(QWidget *parent)
    : QWidget(parent)
    , m_question(new PlainLabel(this))
    , m_noMore(new QPushButton(tr("No more texts"), this))
    , m_goOn(new QPushButton(tr("Texts may go on"), this))
{
    setAccessibleName(tr("Question about texts"));
    m_question->setWordWrap(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(dp(8));
    buttons->addStretch(1);
    buttons->addWidget(m_noMore);
    buttons->addWidget(m_goOn);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(dp(18), dp(10), dp(18), dp(10));
    layout->setSpacing(dp(8));
    layout->addWidget(m_question);
    layout->addLayout(buttons);
    connect(m_noMore, &QPushButton::clicked, this, [this] { emit answered(true); });
    connect(m_goOn, &QPushButton::clicked, this, [this] { emit answered(false); });
    hide();
}

void DoubtStrip::setDoubt(const QString &words)
{
    const bool asked = !words.isEmpty();
    m_question->setText(
        asked ? tr("“%1” may mean that they want no more texts. Nothing goes out by itself until you say.").arg(singleLine(words))
              : QString());
    const bool isNew = asked && !isVisibleTo(parentWidget());
    setVisible(asked);
    if (isNew) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void DoubtStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &tokens = tokensOf(palette());
    painter.fillRect(rect(), tokens.warnBg);
    painter.fillRect(0, 0, width(), 1, tokens.border);
}

} // namespace textback
