// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/plainlabel.h"

namespace textback {

/// "46 / 160 · 1 text": what a text that is being written costs. GUI thread.
class TextCounter : public PlainLabel {
    Q_OBJECT

public:
    explicit TextCounter(QWidget *parent);

    void count(const QString &body);
};

} // namespace textback
