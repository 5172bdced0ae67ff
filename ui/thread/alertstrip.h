// SPDX-License-Identifier: MIT
#pragma once

#include "domain/alert.h"
#include "ui/thread/threadstrip.h"

#include <optional>

namespace textback {

/// Says why a customer needs somebody now, until somebody takes it: with the one click here, or by writing or calling. GUI thread.
class AlertStrip : public ThreadStrip {
    Q_OBJECT

public:
    explicit AlertStrip(QWidget *parent = nullptr);

    /// The open alert of the conversation and what says so (ConversationSummary); nothing: no strip.
    void setAlert(std::optional<AlertKind> kind, const QString &evidence);

signals:
    void taken();
};

} // namespace textback
