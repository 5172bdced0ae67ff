// SPDX-License-Identifier: MIT
#pragma once

#include "ui/thread/threadstrip.h"

namespace textback {

/// The question whether a message meant "no more texts" (rules.md C3). One click answers it; until then nothing is sent by itself. GUI thread.
class DoubtStrip : public ThreadStrip {
    Q_OBJECT

public:
    explicit DoubtStrip(QWidget *parent = nullptr);

    /// `words`: the customer's words that raised the doubt (ConversationSummary::doubt); without any there is no question, and no strip.
    void setDoubt(const QString &words);

signals:
    void answered(bool wantsNoTexts);
};

} // namespace textback
