// SPDX-License-Identifier: MIT
#include "ui/theme/toast.h"

#include "ui/theme/metrics.h"
#include "ui/theme/plainlabel.h"
#include "ui/theme/plaintooltip.h"
#include "ui/theme/tokens.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QShortcut>

#include <utility>

namespace textback {

namespace {

constexpr Millis shownFor{6000};

} // namespace

Toast::Toast(Scheduler &scheduler, QWidget *parent)
    : QWidget(parent)
    , m_scheduler(scheduler)
    , m_label(new PlainLabel(this))
    , m_button(new QPushButton(this))
    , m_key(new QShortcut(QKeySequence::Undo, this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(dp(16), dp(10), dp(16), dp(10));
    layout->setSpacing(dp(12));
    layout->addWidget(m_label, 1);
    layout->addWidget(m_button);
    m_label->setWordWrap(true);
    m_button->setProperty("kind", QStringLiteral("toast"));
    m_button->setCursor(Qt::PointingHandCursor);
    // Not the button's own shortcut, which presses it for a tenth of a second first.
    connect(m_key, &QShortcut::activated, m_button, &QPushButton::click);
    connect(m_button, &QPushButton::clicked, this, [this] {
        // It may tell something itself.
        const std::function<void()> run = std::exchange(m_run, {});
        hide();
        if (run)
            run();
    });
    setAccessibleName(tr("Notice"));
    parent->installEventFilter(this);
    hide();
}

void Toast::tell(const QString &sentence)
{
    offer(sentence, {}, {});
}

void Toast::offer(const QString &sentence, const QString &button, std::function<void()> run)
{
    m_run = std::move(run);
    const bool offers = bool(m_run);
    m_label->setText(sentence);
    m_label->setAlignment(offers ? Qt::AlignVCenter | Qt::AlignLeft : Qt::AlignCenter);
    m_button->setText(button);
    m_button->setAccessibleName(button);
    setPlainToolTip(*m_button, offers ? QStringLiteral("%1 (%2)").arg(button, m_key->key().toString(QKeySequence::NativeText)) : QString());
    m_key->setEnabled(offers);
    m_button->setVisible(offers);
    setAttribute(Qt::WA_TransparentForMouseEvents, !offers);
    dress();
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
    const int button = m_button->isVisibleTo(this) ? m_button->sizeHint().width() + dp(12) : 0;
    setFixedWidth(std::min(width, m_label->fontMetrics().horizontalAdvance(m_label->text()) + button + dp(40)));
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

void Toast::dress()
{
    // The other theme's surface: it stands out on either.
    const Tokens &tokens = tokensOf(palette()).dark ? lightTokens() : darkTokens();
    QPalette own;
    own.setColor(QPalette::WindowText, tokens.text1);
    m_label->setPalette(own);
    m_button->setStyleSheet(
        QStringLiteral("QPushButton { background: transparent; color: %1; border: 2px solid transparent; padding: 0 %2px; }"
                       "QPushButton:hover, QPushButton:pressed { background: %3; }"
                       "QPushButton:focus { border-color: %4; }")
            .arg(tokens.link.name())
            .arg(dp(8))
            .arg(tokens.hover.name(), tokens.focus.name()));
}

void Toast::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(palette()).dark ? lightTokens() : darkTokens();
    if (m_label->palette().color(QPalette::WindowText) != tokens.text1)
        dress(); // the theme changed while it is up
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.surface);
    painter.drawRoundedRect(rect(), dp(10), dp(10));
}

} // namespace textback
