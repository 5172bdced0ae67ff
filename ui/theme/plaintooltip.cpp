// SPDX-License-Identifier: MIT
#include "ui/theme/plaintooltip.h"

#include <QListWidgetItem>
#include <QWidget>

namespace textback {

using namespace Qt::StringLiterals;

QString plainToolTip(const QString &text)
{
    return u"<span>"_s + text.toHtmlEscaped().replace(u'\n', "<br>"_L1) + u"</span>"_s;
}

void setPlainToolTip(QListWidgetItem &item, const QString &text)
{
    item.setData(Qt::ToolTipRole, text.isEmpty() ? QString() : plainToolTip(text));
}

void setPlainToolTip(QWidget &widget, const QString &text)
{
    widget.setToolTip(text.isEmpty() ? QString() : plainToolTip(text));
}

} // namespace textback
