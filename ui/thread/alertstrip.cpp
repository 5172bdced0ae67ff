// SPDX-License-Identifier: MIT
#include "ui/thread/alertstrip.h"

#include "ui/format/conversationwords.h"
#include "ui/theme/metrics.h"
#include "ui/theme/plainlabel.h"
#include "ui/theme/plaintooltip.h"
#include "ui/theme/tokens.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace textback {

AlertStrip::AlertStrip(QWidget *parent)
    : ThreadStrip(&Tokens::dangerBg, parent)
{
    setAccessibleName(tr("Urgent"));
    auto *take = new QPushButton(tr("I take it"), this);
    take->setAccessibleDescription(tr("Ends the alert: you take care of this customer."));
    setPlainToolTip(*take, take->accessibleDescription());
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(dp(18), dp(10), dp(18), dp(10));
    layout->setSpacing(dp(12));
    layout->addWidget(sentenceLabel(), 1);
    layout->addWidget(take);
    connect(take, &QPushButton::clicked, this, &AlertStrip::taken);
}

void AlertStrip::setAlert(std::optional<AlertKind> kind, const QString &evidence)
{
    say(kind ? ConversationWords::alertSentence(*kind, evidence) : QString());
}

} // namespace textback
