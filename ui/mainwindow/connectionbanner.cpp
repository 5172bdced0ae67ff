// SPDX-License-Identifier: MIT
#include "ui/mainwindow/connectionbanner.h"

#include "domain/ports/clock.h"
#include "ui/format/viewcontext.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/plainlabel.h"
#include "ui/theme/tokens.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace textback {

namespace {

constexpr Millis second{1000};

} // namespace

ConnectionBanner::ConnectionBanner(const ViewContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_label(new PlainLabel(this))
    , m_button(new QPushButton(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(dp(48), dp(6), dp(12), dp(6));
    layout->setSpacing(dp(12));
    layout->addWidget(m_label, 1);
    layout->addWidget(m_button);
    m_label->setWordWrap(true);
    setMinimumHeight(dp(44));
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_words && m_words->action == BannerAction::TryNow)
            emit tryNowRequested();
        else
            emit settingsRequested();
    });
    hide();
}

QString ConnectionBanner::sentence() const
{
    return m_words ? m_words->text : QString();
}

void ConnectionBanner::setState(const ConnectionState &state)
{
    const bool otherKind = state.kind != m_state.kind;
    m_state = state;
    tell();
    if (otherKind && m_words) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void ConnectionBanner::tell()
{
    const UtcTime now = m_context.clock.utcNow();
    m_words = ConnectionWords::banner(m_state, m_context.settings.rules.mode, now);
    setVisible(m_words.has_value());
    if (m_words) {
        m_label->setText(m_words->text);
        m_button->setText(m_words->button);
        m_button->setVisible(m_words->action != BannerAction::None);
        setAccessibleName(tr("Notice"));
        setAccessibleDescription(m_words->text);
    }
    emit told();
    m_tick.cancel();
    if (m_state.nextTry && *m_state.nextTry > now)
        m_tick = m_context.scheduler.callAfter(second, [this] { tell(); });
}

void ConnectionBanner::paintEvent(QPaintEvent *)
{
    if (!m_words)
        return;
    const Tokens &tokens = tokensOf(palette());
    QColor fill = tokens.warnBg;
    QColor colour = tokens.warn;
    if (m_words->tone == BannerTone::Danger) {
        fill = tokens.dangerBg;
        colour = tokens.danger;
    } else if (m_words->tone == BannerTone::Info) {
        fill = tokens.infoBg;
        colour = tokens.info;
    }
    Icon icon = Icon::Alert;
    switch (m_state.kind) {
    case ConnectionState::Kind::Offline:
        icon = Icon::Offline;
        break;
    case ConnectionState::Kind::RateLimited:
        icon = Icon::Clock;
        break;
    case ConnectionState::Kind::KeychainLocked:
    case ConnectionState::Kind::SignedOut:
        icon = Icon::Lock;
        break;
    case ConnectionState::Kind::NotSetUp:
        icon = Icon::Settings;
        break;
    case ConnectionState::Kind::Online:
    case ConnectionState::Kind::Connecting:
        icon = m_context.settings.rules.mode == Mode::Watch ? Icon::Eye : Icon::Pause;
        break;
    default:
        break;
    }
    QPainter painter(this);
    painter.fillRect(rect(), fill);
    painter.fillRect(QRect(0, 0, dp(3), height()), colour);
    const int size = dp(20);
    paintIcon(painter, QRectF(dp(18), (height() - size) / 2.0, size, size), icon, colour);
}

} // namespace textback
