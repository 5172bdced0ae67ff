// SPDX-License-Identifier: MIT
#pragma once

#include "domain/time.h"

#include <QMenu>

#include <optional>

namespace textback {

struct ViewContext;

/// "Snooze": to when, by one click, and "Pick date and time". The times are those of the moment at which it opens. GUI thread.
class SnoozeMenu : public QMenu {
    Q_OBJECT

public:
    /// The context outlives it.
    explicit SnoozeMenu(const ViewContext &context, QWidget *parent = nullptr);

    /// A conversation that is snoozed already can be taken back.
    void setSnoozed(bool snoozed) { m_snoozed = snoozed; }

signals:
    /// Nothing: not snoozed any more.
    void chosen(std::optional<textback::UtcTime> until);
    void pickRequested();

private:
    void fill();

    const ViewContext &m_context;
    bool m_snoozed = false;
};

} // namespace textback
