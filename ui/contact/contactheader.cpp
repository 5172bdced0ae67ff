// SPDX-License-Identifier: MIT
#include "ui/contact/contactheader.h"

#include "ui/contact/avatarwidget.h"
#include "ui/contact/namefield.h"
#include "ui/format/conversationwords.h"
#include "ui/format/viewcontext.h"
#include "ui/theme/actionbutton.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/plainlabel.h"
#include "ui/theme/plaintooltip.h"
#include "ui/theme/tokens.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr int wordsFrom = 480; // a narrower header has no room for the words of its buttons

} // namespace

ContactHeader::ContactHeader(const ViewContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_back(new QToolButton(this))
    , m_avatar(new AvatarWidget(36, this))
    , m_name(new NameField(this))
    , m_number(new PlainLabel(this))
    , m_call(new QToolButton(this))
    , m_panel(new QToolButton(this))
{
    setFixedHeight(dp(60));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    struct Tool {
        QToolButton *button;
        QString name;
    };
    for (const Tool &tool : {Tool{m_back, tr("Back to the list")}, Tool{m_call, tr("Call")}, Tool{m_panel, tr("Contact panel (Ctrl+I)")}}) {
        tool.button->setProperty("kind", u"icon"_s);
        tool.button->setAccessibleName(tool.name);
        setPlainToolTip(*tool.button, tool.name);
        tool.button->setIconSize(QSize(dp(20), dp(20)));
        tool.button->setCursor(Qt::PointingHandCursor);
    }
    m_panel->setCheckable(true);
    m_back->hide();
    m_name->setFont(textFont(TextStyle::Heading));
    m_number->setFont(textFont(TextStyle::Caption));
    m_number->setForegroundRole(QPalette::PlaceholderText);
    m_number->setElided(true);
    m_number->setContentsMargins(dp(6), 0, 0, 0);

    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addStretch();
    words->addWidget(m_name);
    words->addWidget(m_number);
    words->addStretch();
    auto *layout = m_row = new QHBoxLayout(this);
    layout->setContentsMargins(dp(16), 0, dp(14), 0);
    layout->setSpacing(dp(8));
    layout->addWidget(m_back);
    layout->addWidget(m_avatar);
    layout->addLayout(words, 1);
    layout->addWidget(m_call);
    layout->addWidget(m_panel);

    connect(m_back, &QToolButton::clicked, this, &ContactHeader::backRequested);
    connect(m_call, &QToolButton::clicked, this, &ContactHeader::callRequested);
    connect(m_panel, &QToolButton::clicked, this, &ContactHeader::panelToggled);
    connect(m_name, &NameField::renamed, this, &ContactHeader::renamed);
    dress();
}

void ContactHeader::setConversation(const ConversationSummary &conversation)
{
    const QString title = ConversationWords::title(conversation, m_context.region);
    const QString address = ConversationWords::address(conversation, m_context.region);
    m_avatar->setParty(conversation.contactName, conversation.address);
    m_name->setName(conversation.contactName, title);
    m_number->setText(title == address ? tr("Text messages") : tr("%1 · text messages").arg(address));
    m_call->setVisible(!conversation.number.isNull());
}

void ContactHeader::setBackVisible(bool visible)
{
    m_back->setVisible(visible);
}

void ContactHeader::setPanelOpen(bool open)
{
    m_panel->setChecked(open);
}

QWidget *ContactHeader::addActionButton(QAction &action)
{
    auto *button = new ActionButton(action, this);
    m_row->insertWidget(m_row->indexOf(m_call), button);
    m_actionButtons.push_back(button);
    return button;
}

void ContactHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    for (ActionButton *button : m_actionButtons)
        button->setNarrow(width() < dp(wordsFrom));
}

void ContactHeader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_panel)
        dress();
}

void ContactHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(tokensOf(palette()).border);
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

void ContactHeader::dress()
{
    const Tokens &tokens = tokensOf(palette());
    m_back->setIcon(themedIcon(Icon::Back, 20, tokens.text2));
    m_call->setIcon(themedIcon(Icon::Phone, 20, tokens.text2));
    m_panel->setIcon(themedIcon(Icon::Panel, 20, tokens.text2));
}

} // namespace textback
