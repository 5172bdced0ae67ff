// SPDX-License-Identifier: MIT
#include "ui/mainwindow/noticebanner.h"

#include "domain/ports/clock.h"
#include "ui/format/viewcontext.h"
#include "ui/theme/metrics.h"
#include "ui/theme/plainlabel.h"
#include "ui/theme/plaintooltip.h"
#include "ui/theme/tokens.h"

#include <QAccessible>
#include <QApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace textback {

namespace {

constexpr Millis second{1000};
constexpr int besideFrom = 560; // room for a sentence and its buttons

} // namespace

NoticeBanner::NoticeBanner(const ViewContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_label(new PlainLabel(this))
    , m_button(new QPushButton(this))
    , m_more(new QPushButton(this))
    , m_dismiss(new QToolButton(this))
    , m_layout(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(dp(12));
    buttons->addStretch(1);
    buttons->addWidget(m_more);
    buttons->addWidget(m_button);
    buttons->addWidget(m_dismiss);
    m_layout->setContentsMargins(dp(48), dp(6), dp(12), dp(6));
    m_layout->setSpacing(dp(6));
    m_layout->addWidget(m_label, 1);
    m_layout->addLayout(buttons);
    m_label->setWordWrap(true);
    m_more->setFlat(true);
    m_dismiss->setAutoRaise(true);
    m_dismiss->setIcon(themedIcon(Icon::Close, dp(16), tokensOf(palette()).text2));
    m_dismiss->setAccessibleName(tr("Put this notice away"));
    setPlainToolTip(*m_dismiss, m_dismiss->accessibleName());
    setMinimumHeight(dp(44));
    setAccessibleName(tr("Notice"));
    connect(m_button, &QPushButton::clicked, this, &NoticeBanner::act);
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_shown = (m_shown + 1) % static_cast<int>(m_all.size());
        show(m_all[m_shown]);
    });
    connect(m_dismiss, &QToolButton::clicked, this, [this] {
        if (const auto kind = m_all.value(m_shown).dismisses)
            emit dismissed(*kind);
    });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *before, QWidget *now) {
        if (now && isAncestorOf(now) && !(before && isAncestorOf(before)))
            m_before = before;
    });
    hide();
}

QString NoticeBanner::sentence() const
{
    return m_all.value(m_shown).text;
}

void NoticeBanner::setState(const ConnectionState &state)
{
    const bool otherKind = state.kind != m_state.kind;
    m_state = state;
    if (otherKind)
        m_shown = 0;
    tell();
    if (otherKind && !m_all.isEmpty()) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void NoticeBanner::setNotices(const QList<Notice> &notices)
{
    const bool more = notices.size() > m_notices.size();
    m_notices = notices;
    m_shown = 0;
    tell();
    if (more) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void NoticeBanner::act()
{
    const BannerWords words = m_all.value(m_shown);
    switch (words.action) {
    case BannerAction::TryNow:
        emit tryNowRequested();
        break;
    case BannerAction::OpenSettings:
        emit settingsRequested();
        break;
    case BannerAction::OpenProvider:
        emit providerPageRequested();
        break;
    case BannerAction::UnlockKeychain:
        emit unlockKeychainRequested();
        break;
    case BannerAction::SendFromHere:
        emit sendFromHereRequested();
        break;
    case BannerAction::LeaveSafeMode:
        emit leaveSafeModeRequested();
        break;
    case BannerAction::ResumeTexts:
        emit resumeTextsRequested();
        break;
    case BannerAction::ShowConversation:
        emit conversationRequested(words.conversation);
        break;
    case BannerAction::ShowAway:
        showAway();
        break;
    case BannerAction::ShowAdvice:
        emit adviceRequested(words.text, words.advice);
        break;
    case BannerAction::None:
        break;
    }
}

void NoticeBanner::showAway()
{
    const auto find = [this](Notice::Kind kind) {
        const auto found = std::find_if(m_notices.begin(), m_notices.end(), [kind](const Notice &each) { return each.kind == kind; });
        return found == m_notices.end() ? Notice() : *found;
    };
    const Notice away = find(Notice::Kind::Away);
    const Millis ahead = find(Notice::Kind::Clock).span;
    if (away.from && away.until)
        emit awayRequested(*away.from - ahead, *away.until - ahead);
}

void NoticeBanner::tell()
{
    const UtcTime now = m_context.clock.utcNow();
    m_all = BannerList::banners(m_state, m_notices, m_context.settings.rules.mode, m_context.times, now);
    if (m_shown >= m_all.size())
        m_shown = 0;
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    setVisible(!m_all.isEmpty());
    if (!m_all.isEmpty())
        show(m_all[m_shown]);
    // Whose button was pressed and is gone now goes on where they were, not with whatever comes next in the window.
    if (hadFocus && m_before && !isAncestorOf(QApplication::focusWidget()))
        m_before->setFocus(Qt::OtherFocusReason);
    emit told();
    m_tick.cancel();
    const bool countsDown = std::any_of(m_notices.begin(), m_notices.end(), [now](const Notice &each) {
        return each.kind == Notice::Kind::TakingOver && each.until && *each.until > now;
    });
    if (countsDown || (m_state.nextTry && *m_state.nextTry > now))
        m_tick = m_context.scheduler.callAfter(second, [this] { tell(); });
}

void NoticeBanner::show(const BannerWords &words)
{
    m_label->setText(words.text);
    m_button->setText(words.button);
    m_button->setVisible(words.action != BannerAction::None);
    m_more->setText(tr("%n more", nullptr, static_cast<int>(m_all.size()) - 1));
    m_more->setVisible(m_all.size() > 1);
    m_dismiss->setVisible(words.dismisses.has_value());
    setAccessibleDescription(words.text);
    update();
}

Icon NoticeBanner::iconOf(const BannerWords &words) const
{
    if (words.tone == BannerTone::Info && words.dismisses)
        return Icon::Clock;
    const bool ofConnection = m_state.isTrouble() && m_shown == 0;
    switch (m_state.kind) {
    case ConnectionState::Kind::Offline:
        return ofConnection ? Icon::Offline : Icon::Alert;
    case ConnectionState::Kind::RateLimited:
        return ofConnection ? Icon::Clock : Icon::Alert;
    case ConnectionState::Kind::KeychainLocked:
    case ConnectionState::Kind::Untrusted:
    case ConnectionState::Kind::SignedOut:
        return ofConnection ? Icon::Lock : Icon::Alert;
    case ConnectionState::Kind::NotSetUp:
        return Icon::Settings;
    default:
        break;
    }
    // Of the mode: it alone leads to the settings without a trouble.
    if (words.action == BannerAction::OpenSettings && !ofConnection)
        return m_context.settings.rules.mode == Mode::Watch ? Icon::Eye : Icon::Pause;
    return words.action == BannerAction::SendFromHere ? Icon::Eye : Icon::Alert;
}

/// In a narrow window the buttons stand below the sentence: beside them it would take half the height.
void NoticeBanner::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_layout->setDirection(width() < dp(besideFrom) ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void NoticeBanner::paintEvent(QPaintEvent *)
{
    if (m_all.isEmpty())
        return;
    const BannerTone tone = m_all[m_shown].tone;
    const Tokens &tokens = tokensOf(palette());
    QColor fill = tokens.warnBg;
    QColor colour = tokens.warn;
    if (tone == BannerTone::Danger) {
        fill = tokens.dangerBg;
        colour = tokens.danger;
    } else if (tone == BannerTone::Info) {
        fill = tokens.infoBg;
        colour = tokens.info;
    }
    const Icon icon = iconOf(m_all[m_shown]);
    QPainter painter(this);
    painter.fillRect(rect(), fill);
    painter.fillRect(QRect(0, 0, dp(3), height()), colour);
    const int size = dp(20);
    paintIcon(painter, QRectF(dp(18), (height() - size) / 2.0, size, size), icon, colour);
}

} // namespace textback
