// SPDX-License-Identifier: MIT
#include "ui/theme/toast.h"

#include "ui/theme/metrics.h"
#include "ui/theme/plainlabel.h"
#include "ui/theme/tokens.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace textback {

namespace {

constexpr Millis shownFor{6000};

} // namespace

Toast::Toast(Scheduler &scheduler, QWidget *parent)
    : QWidget(parent)
    , m_scheduler(scheduler)
    , m_label(new PlainLabel(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(dp(16), dp(10), dp(16), dp(10));
    layout->addWidget(m_label);
    m_label->setWordWrap(true);
    m_label->setAlignment(Qt::AlignCenter);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAccessibleName(tr("Notice"));
    parent->installEventFilter(this);
    hide();
}

void Toast::tell(const QString &sentence)
{
    m_label->setText(sentence);
    setAccessibleDescription(sentence);
    place();
    show();
    raise();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    m_end = m_scheduler.callAfter(shownFor, [this] { hide(); });
}

QString Toast::sentence() const
{
    return m_label->text();
}

void Toast::place()
{
    const int width = std::min(parentWidget()->width() - dp(32), dp(460));
    setFixedWidth(std::min(width, m_label->fontMetrics().horizontalAdvance(m_label->text()) + dp(40)));
    const int height = heightForWidth(this->width());
    setFixedHeight(height > 0 ? height : sizeHint().height());
    move((parentWidget()->width() - this->width()) / 2, parentWidget()->height() - this->height() - dp(132));
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    return QWidget::eventFilter(watched, event);
}

void Toast::paintEvent(QPaintEvent *)
{
    // The other theme's surface: it stands out on either.
    const Tokens &tokens = tokensOf(palette()).dark ? lightTokens() : darkTokens();
    if (m_label->palette().color(QPalette::WindowText) != tokens.text1) {
        QPalette own;
        own.setColor(QPalette::WindowText, tokens.text1);
        m_label->setPalette(own);
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.surface);
    painter.drawRoundedRect(rect(), dp(10), dp(10));
}

} // namespace textback
