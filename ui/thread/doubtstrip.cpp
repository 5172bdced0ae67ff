// SPDX-License-Identifier: MIT
#include "ui/thread/doubtstrip.h"

#include "ui/format/safetext.h"
#include "ui/theme/flowlayout.h"
#include "ui/theme/metrics.h"
#include "ui/theme/plainlabel.h"
#include "ui/theme/tokens.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace textback {

DoubtStrip::DoubtStrip(QWidget *parent)
    : ThreadStrip(&Tokens::warnBg, parent)
{
    setAccessibleName(tr("Question about texts"));
    auto *noMore = new QPushButton(tr("No more texts"), this);
    auto *goOn = new QPushButton(tr("Texts may go on"), this);
    auto *buttons = new FlowLayout(dp(8)); // one below the other where the thread is narrow
    buttons->addWidget(noMore);
    buttons->addWidget(goOn);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(dp(18), dp(10), dp(18), dp(10));
    layout->setSpacing(dp(8));
    layout->addWidget(sentenceLabel());
    layout->addLayout(buttons);
    connect(noMore, &QPushButton::clicked, this, [this] { emit answered(true); });
    connect(goOn, &QPushButton::clicked, this, [this] { emit answered(false); });
}

void DoubtStrip::setDoubt(const QString &words)
{
    say(words.isEmpty()
            ? QString()
            : tr("“%1” may mean that they want no more texts. Nothing goes out by itself until you say.").arg(singleLine(words)));
}

} // namespace textback
