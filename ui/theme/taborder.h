// SPDX-License-Identifier: MIT
#pragma once

class QWidget;

namespace textback {

/// What Tab comes by last before it comes to `place`, which need not take the focus itself; `place` if there is nothing. QWidget::setTabOrder does
/// nothing with what takes no focus.
QWidget *tabStopBefore(const QWidget &place);

} // namespace textback
