// SPDX-License-Identifier: MIT
#include "ui/thread/repairbutton.h"

#include "domain/smssegments.h"
#include "ui/theme/metrics.h"
#include "ui/thread/composer.h"

namespace textback {

RepairButton::RepairButton(QWidget *parent)
    : QToolButton(parent)
{
    setProperty("kind", QStringLiteral("icon"));
    setFont(textFont(TextStyle::Badge));
}

void RepairButton::offer(const QString &body)
{
    const int plain = countSegments(smartEncoded(body)).segments;
    const int now = countSegments(body).segments;
    setVisible(plain < now);
    if (plain >= now)
        return;
    setText(Composer::tr("“%1” costs %n more text(s). Use a plain one", nullptr, now - plain).arg(firstNonGsm7(body)));
    setAccessibleName(text());
}

} // namespace textback
