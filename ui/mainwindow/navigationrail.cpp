// SPDX-License-Identifier: MIT
#include "ui/mainwindow/navigationrail.h"

#include "ui/theme/metrics.h"
#include "ui/theme/plaintooltip.h"
#include "ui/theme/tokens.h"

#include <QFontMetrics>
#include <QPainter>
#include <QVBoxLayout>

namespace textback {

using namespace Qt::StringLiterals;

RailButton::RailButton(Icon icon, const QString &word, QWidget *parent)
    : QAbstractButton(parent)
    , m_icon(icon)
    , m_word(word)
{
    setCheckable(true);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    tell();
}

void RailButton::tell()
{
    setAccessibleName(m_word);
    setAccessibleDescription(m_count > 0 ? tr("%n need(s) a reply", nullptr, m_count) : QString());
    setPlainToolTip(*this, m_count > 0 ? u"%1: %2"_s.arg(m_word, accessibleDescription()) : m_word);
}

void RailButton::setCount(int count)
{
    if (m_count == count)
        return;
    m_count = count;
    tell();
    update();
}

void RailButton::setCompact(bool compact)
{
    m_compact = compact;
    updateGeometry();
    update();
}

QSize RailButton::sizeHint() const
{
    return m_compact ? QSize(dp(44), dp(44)) : QSize(dp(56), dp(56));
}

void RailButton::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = rect();
    if (isChecked() || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isChecked() ? tokens.selected : tokens.hover);
        painter.drawRoundedRect(area, dp(8), dp(8));
    }
    if (isChecked()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.focus);
        painter.drawRoundedRect(QRectF(0, area.height() / 2 - dp(10), dp(3), dp(20)), 1.5, 1.5);
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(tokens.focus, 2));
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), dp(8), dp(8));
    }
    const QColor colour = isChecked() ? tokens.link : tokens.text2;
    const qreal icon = dp(22);
    const qreal top = m_compact ? (area.height() - icon) / 2 : dp(8);
    paintIcon(painter, QRectF((area.width() - icon) / 2, top, icon, icon), m_icon, colour);
    if (!m_compact) {
        QFont font = textFont(isChecked() ? TextStyle::Badge : TextStyle::Caption);
        painter.setFont(font);
        painter.setPen(colour);
        const QRectF words(0, dp(33), area.width(), dp(18));
        painter.drawText(words, Qt::AlignCenter, QFontMetrics(font).elidedText(m_word, Qt::ElideRight, int(words.width())));
    }
    if (m_count > 0) {
        const QString text = m_count > 99 ? u"99+"_s : QString::number(m_count);
        const QFont font = textFont(TextStyle::Badge);
        const qreal width = std::max<qreal>(dp(18), QFontMetricsF(font).horizontalAdvance(text) + dp(10));
        const QRectF disc(area.width() - width - dp(m_compact ? 1 : 4), dp(2), width, dp(18));
        painter.setPen(QPen(isChecked() ? tokens.selected : tokens.window, 2));
        painter.setBrush(tokens.countBadge);
        painter.drawRoundedRect(disc, disc.height() / 2, disc.height() / 2);
        painter.setFont(font);
        painter.setPen(tokens.onAccent);
        painter.drawText(disc, Qt::AlignCenter, text);
    }
}

ConnectionMark::ConnectionMark(QWidget *parent)
    : QWidget(parent)
{
    setFixedHeight(dp(40));
}

void ConnectionMark::setState(Look look, const QString &word, const QString &sentence)
{
    m_look = look;
    m_word = word;
    setAccessibleName(tr("Connection: %1").arg(word));
    setAccessibleDescription(sentence);
    setPlainToolTip(*this, sentence);
    update();
}

void ConnectionMark::setCompact(bool compact)
{
    m_compact = compact;
    setFixedHeight(dp(compact ? 24 : 40));
    update();
}

void ConnectionMark::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal size = dp(16);
    const QRectF area((width() - size) / 2, dp(2), size, size);
    switch (m_look) {
    case Look::Good:
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.ok);
        painter.drawEllipse(area.center(), dp(4), dp(4));
        break;
    case Look::Busy:
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(tokens.text3, 2));
        painter.drawEllipse(area.center(), dp(4), dp(4));
        break;
    case Look::Bad:
        paintIcon(painter, area, Icon::Alert, tokens.danger);
        break;
    }
    if (m_compact)
        return;
    const QFont font = textFont(TextStyle::Caption);
    painter.setFont(font);
    painter.setPen(m_look == Look::Bad ? tokens.danger : tokens.text3);
    painter.drawText(QRectF(0, dp(20), width(), dp(18)), Qt::AlignCenter, QFontMetrics(font).elidedText(m_word, Qt::ElideRight, width()));
}

NavigationRail::NavigationRail(QWidget *parent)
    : QWidget(parent)
    , m_inbox(new RailButton(Icon::Inbox, tr("Inbox"), this))
    , m_calls(new RailButton(Icon::Phone, tr("Calls"), this))
    , m_people(new RailButton(Icon::People, tr("People"), this))
    , m_side(new RailButton(Icon::Handset, tr("Phone"), this))
    , m_settings(new RailButton(Icon::Settings, tr("Settings"), this))
    , m_connection(new ConnectionMark(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Window);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, dp(14), 0, dp(14));
    layout->setSpacing(dp(8));
    layout->addWidget(m_inbox, 0, Qt::AlignHCenter);
    layout->addWidget(m_calls, 0, Qt::AlignHCenter);
    layout->addWidget(m_people, 0, Qt::AlignHCenter);
    layout->addStretch();
    layout->addWidget(m_connection);
    layout->addWidget(m_side, 0, Qt::AlignHCenter);
    layout->addWidget(m_settings, 0, Qt::AlignHCenter);
    m_calls->hide();
    m_people->hide();
    m_side->hide();
    m_settings->hide();
    connect(m_inbox, &RailButton::clicked, this, [this] {
        setPlace(Place::Inbox);
        emit inboxRequested();
    });
    for (const auto &[button, place] : {std::pair(m_calls, Place::Calls), std::pair(m_people, Place::People)}) {
        connect(button, &RailButton::clicked, this, [this, where = place] {
            setPlace(where);
            emit placeRequested(where);
        });
    }
    connect(m_settings, &RailButton::clicked, this, [this] {
        setPlace(Place::Settings);
        emit settingsRequested();
    });
    connect(m_side, &RailButton::clicked, this, &NavigationRail::sidePanelToggled);
    setCompact(false);
    setPlace(Place::Inbox);
}

void NavigationRail::setPlace(Place place)
{
    m_inbox->setChecked(place == Place::Inbox);
    m_calls->setChecked(place == Place::Calls);
    m_people->setChecked(place == Place::People);
    m_settings->setChecked(place == Place::Settings);
}

void NavigationRail::showPlace(Place place)
{
    (place == Place::Calls ? m_calls : m_people)->show();
}

void NavigationRail::setSettingsVisible(bool visible)
{
    m_settings->setVisible(visible);
}

void NavigationRail::offerSidePanel(const QString &word)
{
    m_side->setAccessibleName(word);
    setPlainToolTip(*m_side, word);
    m_side->show();
}

void NavigationRail::setSidePanelOpen(bool open)
{
    m_side->setChecked(open);
}

void NavigationRail::setInboxCount(int count)
{
    m_inbox->setCount(count);
}

void NavigationRail::setCompact(bool compact)
{
    setFixedWidth(dp(compact ? 56 : 72));
    for (RailButton *button : {m_inbox, m_calls, m_people, m_side, m_settings})
        button->setCompact(compact);
    m_connection->setCompact(compact);
}

void NavigationRail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(tokensOf(palette()).border);
    painter.drawLine(width() - 1, 0, width() - 1, height());
}

} // namespace textback
