// SPDX-License-Identifier: MIT
#pragma once

class QWidget;

namespace textback {

/// What Tab comes by last before it comes to `place`, which need not take the focus itself; `place` if there is nothing. QWidget::setTabOrder does
/// nothing with what takes no focus.
QWidget *tabStopBefore(const QWidget &place);

/// For what is made later than its surroundings, which Qt puts at the end of the window's tab order: moves `content` and all that is in it to
/// where `place` stands there. Both are in one window. GUI thread.
void keepTabOrder(QWidget &place, const QWidget &content);

} // namespace textback
