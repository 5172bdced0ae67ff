// SPDX-License-Identifier: MIT
#include "ui/contact/contactpanel.h"

#include "domain/ports/clock.h"
#include "ui/contact/avatarwidget.h"
#include "ui/contact/namefield.h"
#include "ui/format/conversationwords.h"
#include "ui/format/reasonwords.h"
#include "ui/format/viewcontext.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/plainlabel.h"
#include "ui/theme/plaintooltip.h"
#include "ui/theme/tokens.h"
#include "ui/thread/threadmodel.h"

#include <QGridLayout>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace textback {

using namespace Qt::StringLiterals;

ContactPanel::ContactPanel(const ViewContext &context, const ThreadModel &thread, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_thread(thread)
    , m_close(new QToolButton(this))
    , m_avatar(new AvatarWidget(64, this))
    , m_name(new NameField(this))
    , m_number(new PlainLabel(this))
    , m_call(new QPushButton(tr("Call"), this))
    , m_copy(new QPushButton(tr("Copy number"), this))
    , m_about(new PlainLabel(tr("About"), this))
    , m_grid(new QGridLayout)
{
    setFixedWidth(dp(300));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setAccessibleName(tr("Contact"));
    m_close->setProperty("kind", u"icon"_s);
    m_close->setAccessibleName(tr("Close the contact panel"));
    m_close->setToolTip(tr("Close (Esc)"));
    m_close->setIconSize(QSize(dp(20), dp(20)));
    m_name->setFont(textFont(TextStyle::Heading));
    m_name->setAlignment(Qt::AlignHCenter);
    m_number->setFont(textFont(TextStyle::Small));
    m_number->setAlignment(Qt::AlignHCenter);
    m_number->setForegroundRole(QPalette::PlaceholderText);
    m_number->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_call->setProperty("kind", u"primary"_s);
    QFont caps = textFont(TextStyle::Badge);
    caps.setCapitalization(QFont::AllUppercase);
    caps.setLetterSpacing(QFont::AbsoluteSpacing, 0.4);
    m_about->setFont(caps);
    m_about->setForegroundRole(QPalette::PlaceholderText);

    auto *top = new QHBoxLayout;
    top->addStretch();
    top->addWidget(m_close);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(dp(8));
    buttons->addWidget(m_call, 1);
    buttons->addWidget(m_copy, 1);
    m_grid->setHorizontalSpacing(dp(12));
    m_grid->setVerticalSpacing(dp(8));
    m_grid->setColumnStretch(1, 1);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(dp(20), dp(8), dp(20), dp(20));
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addSpacing(dp(16));
    layout->addWidget(m_avatar, 0, Qt::AlignHCenter);
    layout->addSpacing(dp(10));
    layout->addWidget(m_name);
    layout->addWidget(m_number);
    layout->addSpacing(dp(12));
    layout->addLayout(buttons);
    layout->addSpacing(dp(24));
    layout->addWidget(m_about);
    layout->addSpacing(dp(10));
    layout->addLayout(m_grid);
    layout->addStretch();

    connect(m_close, &QToolButton::clicked, this, &ContactPanel::closeRequested);
    connect(m_call, &QPushButton::clicked, this, &ContactPanel::callRequested);
    connect(m_copy, &QPushButton::clicked, this, &ContactPanel::copyNumberRequested);
    connect(m_name, &NameField::renamed, this, &ContactPanel::renamed);
    dress();
}

void ContactPanel::setConversation(const ConversationSummary &conversation)
{
    m_avatar->setParty(conversation.contactName, conversation.address);
    const QString title = ConversationWords::title(conversation, m_context.region);
    m_name->setName(conversation.contactName, title);
    m_number->setText(ConversationWords::address(conversation, m_context.region));
    m_number->setVisible(m_number->text() != title);
    m_call->setVisible(!conversation.number.isNull());
    m_copy->setVisible(!conversation.number.isNull());
    showFacts(factsOf(conversation));
}

std::vector<ContactPanel::Fact> ContactPanel::factsOf(const ConversationSummary &conversation) const
{
    const UtcTime now = m_context.clock.utcNow();
    std::vector<Fact> facts;
    const auto when = [&](const QString &name, UtcTime at) {
        facts.push_back({name, m_context.times.moment(at, now), m_context.times.full(at)});
    };
    // A part of the thread would give wrong numbers, so they are told only where all of it is loaded.
    const bool whole = m_thread.conversation() == conversation.id && !m_thread.hasOlder() && m_thread.rowCount() > 0;
    if (whole) {
        when(tr("First contact"), m_thread.entryAt(0).at);
        int calls = 0;
        int missed = 0;
        int received = 0;
        for (int row = 0; row < m_thread.rowCount(); ++row) {
            if (const auto *card = std::get_if<CallCard>(&m_thread.entryAt(row).content)) {
                ++calls;
                missed += card->missed ? 1 : 0;
            } else {
                const auto &bubble = std::get<MessageBubble>(m_thread.entryAt(row).content);
                received += bubble.message.direction == MessageDirection::Incoming ? 1 : 0;
            }
        }
        //: How many calls, and how many of them were missed.
        facts.push_back({tr("Calls"), missed > 0 ? tr("%1 (%2 missed)").arg(calls).arg(missed) : QString::number(calls), {}});
        facts.push_back({tr("Texts from them"), QString::number(received), {}});
    }
    if (conversation.missedCall)
        when(tr("Last missed call"), conversation.missedCall->endedAt);

    QString allowed = tr("Allowed");
    QString why;
    if (conversation.optedOut) {
        allowed = tr("Off: they wrote STOP");
    } else if (!conversation.doubt.isEmpty()) {
        allowed = tr("On hold: they may want none");
    } else if (conversation.number.isNull()) {
        allowed = tr("Not possible: no number");
    } else if (conversation.missedCall && conversation.missedCall->notTexted) {
        const DecisionReason reason = *conversation.missedCall->notTexted;
        if (reason == DecisionReason::Landline || reason == DecisionReason::CannotReceive || reason == DecisionReason::TollFree ||
            reason == DecisionReason::Foreign) {
            allowed = tr("No: %1").arg(ReasonWords::inBadge(reason));
            why = ReasonWords::sentence(reason);
        }
    }
    facts.push_back({tr("Automatic text"), allowed, why});
    if (!conversation.optedOut && conversation.doubt.isEmpty() && conversation.missedCall && conversation.missedCall->textedAfter) {
        const UtcTime next = conversation.missedCall->endedAt + *conversation.missedCall->textedAfter +
                             std::chrono::hours(m_context.settings.rules.cooldownHours);
        if (next > now)
            facts.push_back({tr("Next one"), tr("after %1").arg(m_context.times.moment(next, now)), m_context.times.full(next)});
    }
    return facts;
}

void ContactPanel::showFacts(const std::vector<Fact> &facts)
{
    while (m_rows.size() < facts.size()) {
        auto *name = new PlainLabel(this);
        auto *value = new PlainLabel(this);
        name->setFont(textFont(TextStyle::Small));
        name->setForegroundRole(QPalette::PlaceholderText);
        value->setFont(textFont(TextStyle::Small));
        value->setWordWrap(true);
        const int row = int(m_rows.size());
        m_grid->addWidget(name, row, 0, Qt::AlignTop);
        m_grid->addWidget(value, row, 1, Qt::AlignTop);
        m_rows.emplace_back(name, value);
    }
    for (size_t i = 0; i < m_rows.size(); ++i) {
        const bool used = i < facts.size();
        m_rows[i].first->setVisible(used);
        m_rows[i].second->setVisible(used);
        if (!used)
            continue;
        m_rows[i].first->setText(facts[i].name);
        m_rows[i].second->setText(facts[i].value);
        setPlainToolTip(*m_rows[i].second, facts[i].toolTip);
    }
}

void ContactPanel::setCloseVisible(bool visible)
{
    m_close->setVisible(visible);
}

void ContactPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_grid)
        dress();
}

void ContactPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(tokensOf(palette()).border);
    painter.drawLine(0, 0, 0, height());
}

void ContactPanel::dress()
{
    m_close->setIcon(themedIcon(Icon::Close, 20, tokensOf(palette()).text2));
}

} // namespace textback
