// SPDX-License-Identifier: MIT
#include "ui/theme/plaintooltip.h"

#include <QListWidgetItem>
#include <QWidget>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr char describes[] = "toolTipDescription"; // a property: the description that a tooltip gave its widget

} // namespace

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
    // Where there is no description a screen reader is given the tooltip, which is markup.
    const QVariant before = widget.property(describes);
    if (widget.accessibleDescription().isEmpty() || widget.accessibleDescription() == before.toString()) {
        const QString words = text == widget.accessibleName() ? QString() : text;
        widget.setAccessibleDescription(words);
        widget.setProperty(describes, words);
    }
}

} // namespace textback
