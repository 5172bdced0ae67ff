// SPDX-License-Identifier: MIT
#include "ui/theme/emptystate.h"

#include "ui/theme/metrics.h"
#include "ui/theme/plainlabel.h"
#include "ui/theme/tokens.h"

#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace textback {

namespace {

constexpr int discSize = 72;

} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_title(new PlainLabel(this))
    , m_sentence(new PlainLabel(this))
    , m_button(new QPushButton(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(dp(24), dp(24), dp(24), dp(24));
    layout->setSpacing(dp(8));
    layout->addStretch(2);
    layout->addSpacing(dp(discSize + 8));
    layout->addWidget(m_title);
    layout->addWidget(m_sentence);
    layout->addSpacing(dp(4));
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    m_title->setFont(textFont(TextStyle::Heading));
    for (PlainLabel *label : {m_title, m_sentence}) {
        label->setAlignment(Qt::AlignHCenter);
        label->setWordWrap(true);
    }
    m_sentence->setForegroundRole(QPalette::PlaceholderText);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::buttonClicked);
}

void EmptyState::show(Icon icon, const QString &title, const QString &sentence, const QString &button)
{
    m_icon = icon;
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    m_sentence->setText(sentence);
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
    QWidget::show();
    update();
}

QString EmptyState::sentence() const
{
    return m_sentence->text();
}

void EmptyState::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(palette());
    const QWidget *below = m_title->isVisibleTo(this) ? m_title : m_sentence;
    const int left = (width() - dp(discSize)) / 2; // on whole pixels
    const QRectF disc(left, below->y() - dp(discSize + 16), dp(discSize), dp(discSize));
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.infoBg);
    painter.drawEllipse(disc);
    const int size = dp(32);
    paintIcon(painter, QRectF(disc.center().x() - size / 2.0, disc.center().y() - size / 2.0, size, size), m_icon, tokens.info);
}

} // namespace textback
