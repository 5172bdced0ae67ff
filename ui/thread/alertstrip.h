// SPDX-License-Identifier: MIT
#pragma once

#include "domain/alert.h"

#include <QWidget>

#include <optional>

class QPushButton;

namespace textback {

class PlainLabel;

/// Says why a customer needs somebody now, between the thread and the field to write in, until somebody takes it: with the one click here, or by
/// writing or calling. GUI thread.
class AlertStrip : public QWidget {
    Q_OBJECT

public:
    explicit AlertStrip(QWidget *parent = nullptr);

    /// The open alert of the conversation and what says so (ConversationSummary); nothing: no strip.
    void setAlert(std::optional<AlertKind> kind, const QString &evidence);

signals:
    void taken();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    PlainLabel *m_why;
    QPushButton *m_take;
};

} // namespace textback
