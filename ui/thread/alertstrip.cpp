// SPDX-License-Identifier: MIT
#include "ui/thread/alertstrip.h"

#include "ui/format/conversationwords.h"
#include "ui/theme/metrics.h"
#include "ui/theme/plainlabel.h"
#include "ui/theme/plaintooltip.h"
#include "ui/theme/tokens.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace textback {

AlertStrip::AlertStrip(QWidget *parent)
    : QWidget(parent)
    , m_why(new PlainLabel(this))
    , m_take(new QPushButton(tr("I take it"), this))
{
    setAccessibleName(tr("Urgent"));
    m_take->setAccessibleDescription(tr("Ends the alert: you take care of this customer."));
    setPlainToolTip(*m_take, m_take->accessibleDescription());
    m_why->setWordWrap(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(dp(18), dp(10), dp(18), dp(10));
    layout->setSpacing(dp(12));
    layout->addWidget(m_why, 1);
    layout->addWidget(m_take);
    connect(m_take, &QPushButton::clicked, this, &AlertStrip::taken);
    hide();
}

void AlertStrip::setAlert(std::optional<AlertKind> kind, const QString &evidence)
{
    const QString before = m_why->text();
    m_why->setText(kind ? ConversationWords::alertSentence(*kind, evidence) : QString());
    const bool isNews = kind && (!isVisibleTo(parentWidget()) || m_why->text() != before);
    setVisible(kind.has_value());
    if (isNews) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void AlertStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &tokens = tokensOf(palette());
    painter.fillRect(rect(), tokens.dangerBg);
    painter.fillRect(0, 0, width(), 1, tokens.border);
}

} // namespace textback
