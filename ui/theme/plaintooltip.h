// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

class QListWidgetItem;
class QWidget;

namespace textback {

/// A tooltip text that Qt shows letter by letter: it guesses rich text otherwise (and swallows part of "a < b and c > d").
QString plainToolTip(const QString &text);

/// Gives a widget a tooltip with words that may come from outside. An empty text takes it away.
void setPlainToolTip(QWidget &widget, const QString &text);
void setPlainToolTip(QListWidgetItem &item, const QString &text);

} // namespace textback
